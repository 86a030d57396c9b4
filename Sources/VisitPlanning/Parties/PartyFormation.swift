import VisitModel
import VisitRules

/// Forms the parties of a run, and says of every bond that is in none of them why.
struct PartyFormation {
    /// The parties, by household, prisoner and number.
    private(set) var parties: [Party] = []
    /// One refusal for every bond that no party keeps.
    private(set) var refusals: [Refusal] = []

    private let facts: RegisterIndex
    private let horizon: DayRange
    private var choice: CompanionChoice

    /// Forms the parties of all `bonds`, on so many threads. Their number changes nothing in what comes out.
    init(bonds: [Bond], facts: RegisterIndex, book: RuleBook, horizon: DayRange, threads: Int = 1) {
        self.init(facts, book, horizon)
        let groups = Self.grouped(bonds, facts)
        let formed = ConcurrentMap.map(groups.count, threads: threads, fewest: Self.fewestGroups) { part in
            var formation = PartyFormation(facts, book, horizon)
            for group in groups[part] { formation.form(group) }
            return formation
        }
        parties = formed.flatMap(\.parties)
        refusals = formed.flatMap(\.refusals)
    }

    private init(_ facts: RegisterIndex, _ book: RuleBook, _ horizon: DayRange) {
        self.facts = facts
        self.horizon = horizon
        choice = CompanionChoice(facts, book: book, horizon: horizon)
    }

    /// With fewer groups a second thread does not pay off, since each thread has a cache of its own.
    private static let fewestGroups = 500

    /// A party that needs more tables than this would seldom find them free in one session.
    private static let mostTables = 2

    private struct Group {
        let household: Household
        let prisoner: Prisoner
        let prison: Prison
        var bonds: [Bond]
    }

    /// The bonds of each household with each prisoner, in the order of the identifiers.
    private static func grouped(_ bonds: [Bond], _ facts: RegisterIndex) -> [Group] {
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

    private mutating func form(_ group: Group) {
        var open: [Bond] = []
        for bond in group.bonds.sorted(by: { $0.child < $1.child }) {
            if let reason = facts.refusalByDecision(bond, from: horizon.first) {
                refuse(bond, in: group, reason)
            } else {
                open.append(bond)
            }
        }
        guard let company = choice.company(for: open, of: group.household) else {
            for bond in open { refuse(bond, in: group, refusalForMissingAdult(bond, in: group.household)) }
            return
        }
        for member in company.members where !member.answer.permitsContact {
            refuse(member.bond, in: group, refusalByRules(member))
        }
        let members = company.members.filter(\.answer.permitsContact)
        if let most = group.prison.maxVisitors, most <= Visit.adultsAlong {
            for member in members { refuse(member.bond, in: group, Sentences.tooFewVisitors(most)) }
            return
        }
        for (number, share) in shares(members, of: group, with: company.companions).enumerated() {
            parties.append(
                Party(
                    household: group.household, homeZone: facts.places[group.household.place]?.zone,
                    prisoner: group.prisoner, prison: group.prison,
                    bonds: share.map(\.bond), children: share.map(\.child), companions: company.companions,
                    answers: share.map(\.answer), number: number))
        }
    }

    /// Why a child without anybody who could go along has no visit: where the rules admit it with nobody, an adult would not
    /// help.
    private mutating func refusalForMissingAdult(_ bond: Bond, in household: Household) -> Sentences.Reason {
        let answer = choice.answerWithAnybody(for: bond)
        guard answer.permitsContact else { return Sentences.notEntitled(answer.spans.first?.entitlement) }
        return choice.hasAdults(around: household) ? Sentences.companionsAway : Sentences.noCompanion
    }

    /// Why the rules do not admit a child: for its own sake, or only for that of the adults who could go along.
    private mutating func refusalByRules(_ member: CompanionChoice.Member) -> Sentences.Reason {
        let answer = member.answer.spans.first?.entitlement
        let alone = choice.answerWithAnybody(for: member.bond).spans.first?.entitlement
        return answer?.isForCompanion(alone) == true ? Sentences.otherCompanion(answer) : Sentences.notEntitled(answer)
    }

    /// The members in groups that may come at once: in order of age, so that older children go with younger ones.
    private func shares(
        _ members: [CompanionChoice.Member], of group: Group, with companions: Party.Companions
    ) -> [[CompanionChoice.Member]] {
        let limits = members.flatMap { $0.answer.spans.map(\.entitlement) }.filter(\.permitsVisit).map(\.visitors)
        let room = limits.compactMap(\.total).min().map { $0 - Visit.adultsAlong } ?? .max
        let seats = group.prison.children(atTables: Self.mostTables)
        let whole = mostChildren(of: group, with: companions)
        let most = max(1, min(room, limits.compactMap(\.children).min() ?? .max, seats, whole))
        let uncounted = limits.map(\.uncountedBelowAge).min() ?? 0
        let small = members.filter { $0.child.age(on: horizon.last) < uncounted }
        let counted = members.filter { $0.child.age(on: horizon.last) >= uncounted }
            .sorted { ($0.child.birthDate, $0.child.id) < ($1.child.birthDate, $1.child.id) }
        // Whom the rules do not count the prison and an escort do.
        let needed = members.count > whole ? (members.count + whole - 1) / whole : 1
        let count = max(needed, (counted.count + most - 1) / most)
        guard !counted.isEmpty || needed > 1 else { return small.isEmpty ? [] : [small] }
        // As many groups as needed, as even as possible: five children and room for two make 2, 2, 1.
        var shares = (0..<count).map { group in
            (0..<counted.count).filter { $0 % count == group }.map { counted[$0] }
        }
        for child in small {
            let place = shares.indices.first { shares[$0].count < whole } ?? 0
            shares[place].append(child)
        }
        return shares.filter { !$0.isEmpty }.map { $0.sorted { $0.child.id < $1.child.id } }
    }

    /// How many children may come at once, whatever their age: as the prison says, and as one escort may lead.
    private func mostChildren(of group: Group, with companions: Party.Companions) -> Int {
        let byPrison = group.prison.maxVisitors.map { $0 - Visit.adultsAlong } ?? .max
        guard let home = companions.home else { return max(1, byPrison) }
        return max(1, min(byPrison, facts.escorts[home, default: []].map(\.maxChildren).min() ?? .max))
    }

    private mutating func refuse(_ bond: Bond, in group: Group, _ reason: Sentences.Reason) {
        refusals.append(reason.refusal(child: bond.child, prisoner: bond.prisoner, household: group.household.id))
    }
}
