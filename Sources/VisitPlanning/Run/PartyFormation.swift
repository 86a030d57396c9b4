import VisitModel
import VisitRules

/// Forms the parties of a run, and says of every bond that is in none of them why.
struct PartyFormation {
    /// The parties, by household, prisoner and number.
    private(set) var parties: [Party] = []
    /// One refusal for every bond that no party keeps.
    private(set) var refusals: [Refusal] = []

    private let facts: BondFacts
    private let today: Day
    private let horizon: DayRange
    private var survey: BondSurvey

    /// Forms the parties of all `bonds`, on so many threads. Their number changes nothing in what comes out.
    init(bonds: [Bond], facts: BondFacts, book: RuleBook, today: Day, horizon: DayRange, threads: Int = 1) {
        self.init(facts, book, today, horizon)
        let groups = Self.grouped(bonds, facts)
        let formed = Parts.map(groups.count, threads: threads, fewest: Self.fewestGroups) { part in
            var formation = PartyFormation(facts, book, today, horizon)
            for group in groups[part] { formation.form(group) }
            return formation
        }
        parties = formed.flatMap(\.parties)
        refusals = formed.flatMap(\.refusals)
    }

    private init(_ facts: BondFacts, _ book: RuleBook, _ today: Day, _ horizon: DayRange) {
        self.facts = facts
        self.today = today
        self.horizon = horizon
        survey = BondSurvey(book: book, facts: facts, horizon: horizon)
    }

    /// With fewer groups a second thread is not worth its own memory of answers.
    private static let fewestGroups = 500

    private struct Group {
        let household: Household
        let prisoner: Prisoner
        let prison: Prison
        var bonds: [Bond]
    }

    /// The bonds of each household with each prisoner, in the order of the identifiers.
    private static func grouped(_ bonds: [Bond], _ facts: BondFacts) -> [Group] {
        struct Key: Hashable {
            let household: Identifier<Household>
            let prisoner: Identifier<Prisoner>
        }
        var groups: [Key: Group] = [:]
        for bond in bonds {
            guard let child = facts.children[bond.child], let household = facts.households[child.household],
                let prisoner = facts.prisoners[bond.prisoner], let prison = facts.prisons[prisoner.prison]
            else { continue }
            groups[
                Key(household: household.id, prisoner: prisoner.id),
                default: Group(household: household, prisoner: prisoner, prison: prison, bonds: [])
            ].bonds.append(bond)
        }
        return groups.sorted { ($0.key.household, $0.key.prisoner) < ($1.key.household, $1.key.prisoner) }
            .map(\.value)
    }

    /// A child who may be party to a visit, with what the rules say of it.
    private typealias Member = (bond: Bond, child: Child, answer: BondSurvey.Answer)

    private mutating func form(_ group: Group) {
        var open: [(bond: Bond, child: Child)] = []
        for bond in group.bonds.sorted(by: { $0.child < $1.child }) {
            guard let child = facts.children[bond.child] else { continue }
            if let reason = refusalByDecision(bond, group.prisoner) {
                refuse(bond, in: group, reason)
            } else {
                open.append((bond, child))
            }
        }
        guard let company = company(for: open, of: group.household) else {
            for (bond, _) in open { refuse(bond, in: group, Sentences.noCompanion) }
            return
        }
        for member in company.members where !member.answer.permitsContact {
            refuse(member.bond, in: group, refusalByRules(member))
        }
        let members = company.members.filter(\.answer.permitsContact)
        for (number, share) in shares(members, of: group).enumerated() {
            parties.append(
                Party(
                    household: group.household, prisoner: group.prisoner, prison: group.prison,
                    bonds: share.map(\.bond), children: share.map(\.child), companions: company.companions,
                    answers: share.map(\.answer), number: number))
        }
    }

    /// Why the rules do not admit a child: for its own sake, or only for that of the adults who could go along.
    private mutating func refusalByRules(_ member: Member) -> Sentences.Reason {
        let answer = member.answer.spans.first?.entitlement
        let withAnother = survey.answer(for: member.bond, companion: nil).spans.first?.entitlement
        return answer?.decision == .ineligible && withAnother?.decision != .ineligible
            ? Sentences.otherCompanion(answer) : Sentences.notEntitled(answer)
    }

    /// The company in which the rules admit the most of the children, of equals the first; nil where nobody can go
    /// along. Guardians with whom the same children are admitted can stand in for one another.
    private mutating func company(
        for open: [(bond: Bond, child: Child)], of household: Household
    ) -> (companions: Party.Companions, members: [Member])? {
        var chosen: (companions: Party.Companions, members: [Member])?
        for offer in offers(of: household) {
            let members = open.map { bond, child in
                (bond, child, survey.answer(for: bond, companion: offer.typical(on: today)))
            }
            let admitted = members.map(\.2.permitsContact)
            let before = chosen.map { $0.members.map(\.answer.permitsContact) }
            if admitted == before {
                chosen?.companions.join(offer)
            } else if admitted.count(where: { $0 }) > before?.count(where: { $0 }) ?? -1 {
                chosen = (offer, members)
            }
        }
        return chosen
    }

    /// The members in groups that may come at once: in order of age, so that older children go with younger ones.
    private func shares(
        _ members: [Member], of group: Group
    ) -> [[Member]] {
        let limits = members.flatMap { $0.answer.spans.map(\.entitlement) }.filter(\.permitsVisit).map(\.visitors)
        let room = limits.compactMap(\.total).min().map { $0 - 1 } ?? .max
        let most = max(1, min(room, limits.compactMap(\.children).min() ?? .max, group.prison.tableSeats * 2 - 1))
        let uncounted = limits.map(\.uncountedBelowAge).min() ?? 0
        let small = members.filter { $0.child.age(on: horizon.last) < uncounted }
        let counted = members.filter { $0.child.age(on: horizon.last) >= uncounted }
            .sorted { ($0.child.birthDate, $0.child.id) < ($1.child.birthDate, $1.child.id) }
        guard !counted.isEmpty else { return small.isEmpty ? [] : [small] }
        // As many groups as needed, as even as possible: five children and room for two make 2, 2, 1.
        let count = (counted.count + most - 1) / most
        var shares = (0..<count).map { group in
            (0..<counted.count).filter { $0 % count == group }.map { counted[$0] }
        }
        shares[0] += small
        return shares.map { $0.sorted { $0.child.id < $1.child.id } }
    }

    /// Who can go along with the children of `household`, by preference: in a charity's home its escorts, elsewhere one
    /// guardian after the other, then the escorts who work for the household.
    private func offers(of household: Household) -> [Party.Companions] {
        let home = household.escortsFrom ?? household.id
        let escorts: [Party.Companions] = facts.escorts[home, default: []].isEmpty ? [] : [.escort(home: home)]
        if household.kind == .charityHome, !escorts.isEmpty { return escorts }
        let guardians = facts.guardians[household.id, default: []]
            .filter { guardian in guardian.birthDate.map { $0.years(until: horizon.first) >= 18 } ?? true }
            .sorted { $0.id < $1.id }
        return guardians.map { .guardians([$0]) } + escorts
    }

    private func refusalByDecision(_ bond: Bond, _ prisoner: Prisoner) -> Sentences.Reason? {
        switch bond.contact {
        case .onHold: return Sentences.contactOnHold
        case .declinedByChild: return Sentences.declinedByChild
        case .forbidden: return Sentences.contactForbidden
        case .allowed: break
        }
        if !prisoner.consents { return Sentences.prisonerDeclines }
        if let release = prisoner.release, release <= horizon.first { return Sentences.released(release) }
        return nil
    }

    private mutating func refuse(_ bond: Bond, in group: Group, _ reason: Sentences.Reason) {
        refusals.append(reason.refusal(child: bond.child, prisoner: bond.prisoner, household: group.household.id))
    }
}

extension Party.Companions {
    /// The adult whom the rules are asked about.
    func typical(on day: Day) -> ContactCase.Companion {
        switch self {
        case .guardians(let guardians):
            ContactCase.Companion(
                relation: guardians[0].relation, age: guardians[0].birthDate.map { $0.years(until: day) })
        case .escort: ContactCase.Companion(relation: nil)
        }
    }

    /// Takes in the guardians of `other`; escorts are joined by nobody and join nobody.
    fileprivate mutating func join(_ other: Self) {
        guard case .guardians(let these) = self, case .guardians(let those) = other else { return }
        self = .guardians(these + those)
    }
}
