import VisitModel
import VisitRules

/// Who goes along with the children of a household to a prisoner, and why the others cannot.
///
/// The plan asks it when it forms parties, and every explanation, account, task and reminder asks it too, so that all of
/// them speak of the same adult.
package struct CompanionChoice {
    /// A child who may be party to a visit, with what the rules say of it.
    typealias Member = (bond: Bond, child: Child, answer: BondSurvey.Answer)

    /// Who goes along, and what the rules say of each child in that company.
    struct Company {
        var companions: Party.Companions
        let members: [Member]
    }

    /// One household and one prisoner.
    private struct Group: Hashable {
        let household: Identifier<Household>
        let prisoner: Identifier<Prisoner>
    }

    let facts: RegisterIndex
    /// The days over which the rules are asked.
    private let horizon: DayRange
    private(set) var survey: BondSurvey
    private var chosen: [Group: Party.Companions?] = [:]

    /// - Parameter horizon: the days that are planned, which are those of `PlanningSnapshot.horizon(on:)` for whoever
    ///   speaks of the plan; or the one day that is in question.
    package init(_ facts: RegisterIndex, book: RuleBook, horizon: DayRange) {
        self.facts = facts
        self.horizon = horizon
        survey = BondSurvey(book: book, facts: facts, horizon: horizon)
    }

    // MARK: For the plan

    /// The company in which the rules admit the most of the children, of equals the first; nil where nobody can go
    /// along. Guardians who may accompany the same children can replace each other.
    ///
    /// - Parameter bonds: those of the children of `household` with one prisoner that no decision forbids.
    mutating func company(for bonds: [Bond], of household: Household) -> Company? {
        let open = bonds.compactMap { bond in facts.children[bond.child].map { (bond: bond, child: $0) } }
        guard let prisoner = bonds.first?.prisoner else { return nil }
        var chosen: Company?
        for candidate in candidates(of: household, to: prisoner) {
            let members: [Member] = open.map { bond, child in
                (bond, child, survey.answer(for: bond, companion: candidate.typical(on: horizon.first)))
            }
            let admitted = members.map(\.answer.permitsContact)
            let before = chosen?.members.map(\.answer.permitsContact)
            if admitted == before {
                chosen?.companions.join(candidate)
            } else if admitted.count(where: { $0 }) > before?.count(where: { $0 }) ?? -1 {
                chosen = Company(companions: candidate, members: members)
            }
        }
        return chosen
    }

    /// What the rules say of `bond` over the horizon, whoever goes along.
    mutating func answerWithAnybody(for bond: Bond) -> BondSurvey.Answer { survey.answer(for: bond, companion: nil) }

    /// Whether anybody could go along with the children of `household`, if nobody were absent or banned.
    func hasAdults(around household: Household) -> Bool { !candidates(of: household, to: nil).isEmpty }

    /// Who can go along with the children of `household`, by preference: one guardian after the other, then the escorts.
    ///
    /// - Parameter prisoner: whom they visit; who is absent, or banned there, on all of the days is left out then.
    private func candidates(of household: Household, to prisoner: Identifier<Prisoner>?) -> [Party.Companions] {
        func isThere(_ adult: Visit.Companion) -> Bool {
            prisoner.map { !facts.availability.keepsAway(adult, from: $0, on: horizon) } ?? true
        }
        let around = adults(around: household)
        let guardians = around.guardians.filter {
            $0.accompanies && Self.isGrownUp($0, on: horizon.first) && isThere(.guardian($0.id))
        }
        let hasEscort = around.escorts.contains { isThere(.escort($0.id)) }
        return guardians.map { .guardians([$0]) } + (hasEscort ? [.escort(home: around.home)] : [])
    }

    /// The adults around the children of `household`, by preference: in a charity's home its escorts alone, elsewhere the
    /// guardians and then the escorts who work for the household.
    private func adults(
        around household: Household
    ) -> (guardians: [Guardian], escorts: [Escort], home: Identifier<Household>) {
        let home = household.escortsFrom ?? household.id
        let escorts = facts.escorts[home, default: []].sorted { $0.id < $1.id }
        let isLeftToEscorts = household.kind == .charityHome && !escorts.isEmpty
        let guardians = isLeftToEscorts ? [] : facts.adults[household.id, default: []].sorted { $0.id < $1.id }
        return (guardians, escorts, home)
    }

    private static func isGrownUp(_ guardian: Guardian, on day: Day) -> Bool {
        guardian.birthDate.map { $0.years(until: day) >= grownUp } ?? true
    }

    static let grownUp = 18

    // MARK: For explanations

    /// The adult about whom the rules are to be asked for `bond` on `day`: the one whom the visit names, otherwise the
    /// one whom the plan would take, with the age on the first planned day or later.
    package mutating func companion(
        of bond: Bond, on day: Day, named: Visit.Companion? = nil
    ) -> CandidateCompanion {
        switch named {
        case .guardian(let id): if let guardian = facts.guardian(id) { return guardian.asked(on: day) }
        case .escort: return CandidateCompanion(CandidateCompanion.escort.facts, adult: named)
        case nil: break
        }
        guard let companions = companions(for: bond) else { return .escort }
        let planned = max(day, horizon.first)
        return companions.guardian(to: bond.prisoner, on: day, facts.availability)?.kind(on: planned)
            ?? companions.typical(on: planned)
    }

    /// Whom the plan would take along for the group that `bond` belongs to; nil where nobody can go along.
    private mutating func companions(for bond: Bond) -> Party.Companions? {
        guard let household = facts.children[bond.child].flatMap({ facts.households[$0.household] }) else { return nil }
        let group = Group(household: household.id, prisoner: bond.prisoner)
        if let known = chosen[group] { return known }
        let bonds = facts.bonds(of: household.id, with: bond.prisoner).filter {
            facts.refusalByDecision($0, from: horizon.first) == nil
        }
        // Where everybody is away it is still asked about the one who would go.
        let present = candidates(of: household, to: bond.prisoner)
        let candidates = present.isEmpty ? candidates(of: household, to: nil) : present
        // Where there is no choice the rules need not be asked.
        let found =
            present.count > 1
            ? company(for: bonds.isEmpty ? [bond] : bonds, of: household)?.companions : candidates.first
        chosen[group] = .some(found)
        return found
    }

    /// Everybody who could go along with the child of `bond` on `day`, those first who are asked first; and for each who
    /// cannot the reason.
    package mutating func adults(for bond: Bond, on day: Day) -> [ConsideredAdult] {
        guard let household = facts.children[bond.child].flatMap({ facts.households[$0.household] }) else { return [] }
        let around = adults(around: household)
        let guardians = around.guardians.map { guardian in
            ConsideredAdult(
                .guardian(guardian.id), name: guardian.name, relation: guardian.relation,
                obstacle: obstacle(of: guardian, for: bond, on: day))
        }
        let escorts = around.escorts.map { escort in
            ConsideredAdult(
                .escort(escort.id), name: escort.name, relation: nil,
                obstacle: obstacle(of: escort, for: bond, on: day))
        }
        return guardians + escorts
    }

    private mutating func obstacle(
        of guardian: Guardian, for bond: Bond, on day: Day
    ) -> ConsideredAdult.Obstacle? {
        if !guardian.accompanies { return .doesNotAccompany }
        if !Self.isGrownUp(guardian, on: day) { return .underAge }
        return ban(of: .guardian(guardian.id), for: bond, on: day)
            ?? facts.availability.obstacle(of: guardian, on: day).map { .init($0) }
            ?? obstacle(byRules: guardian.asked(on: day), for: bond, on: day)
    }

    private mutating func obstacle(
        of escort: Escort, for bond: Bond, on day: Day
    ) -> ConsideredAdult.Obstacle? {
        let adult = Visit.Companion.escort(escort.id)
        return ban(of: adult, for: bond, on: day)
            ?? facts.availability.obstacle(of: escort, on: day).map { .init($0) }
            ?? obstacle(byRules: CandidateCompanion(CandidateCompanion.escort.facts, adult: adult), for: bond, on: day)
    }

    private func ban(of adult: Visit.Companion, for bond: Bond, on day: Day) -> ConsideredAdult.Obstacle? {
        facts.availability.ban(of: adult, from: bond.prisoner, on: day).map {
            .banned(since: $0.date, until: $0.until)
        }
    }

    private mutating func obstacle(
        byRules companion: CandidateCompanion, for bond: Bond, on day: Day
    ) -> ConsideredAdult.Obstacle? {
        let answer = survey.answer(for: bond, companion: companion, within: DayRange(day, day)).entitlement(on: day)
        guard let answer, !answer.permitsVisit else { return nil }
        let alone = survey.answer(for: bond, companion: nil, within: DayRange(day, day)).entitlement(on: day)
        return answer.isForCompanion(alone) ? .rules(Sentences.notWithAdult(answer)) : nil
    }
}

extension Entitlement {
    /// Whether the child is not admitted only for the sake of the adult who comes along, or it is not known whether that
    /// adult may.
    ///
    /// - Parameter alone: what the rules say where nothing is known of an adult.
    func isForCompanion(_ alone: Entitlement?) -> Bool {
        decision == .ineligible && alone?.decision != .ineligible
            || decision == .undetermined && alone?.permitsVisit == true
    }
}

extension Party.Companions {
    /// The adult whom the rules are asked about where the day is not decided.
    func typical(on day: Day) -> CandidateCompanion {
        switch self {
        case .guardians(let guardians): guardians[0].kind(on: day)
        case .escort: .escort
        }
    }

    /// The first guardian who can on `day`, and may be with that prisoner.
    fileprivate func guardian(
        to prisoner: Identifier<Prisoner>, on day: Day, _ availability: Availability
    ) -> Guardian? {
        guard case .guardians(let guardians) = self else { return nil }
        return guardians.first { guardian in
            availability.obstacle(of: guardian, on: day) == nil
                && availability.ban(of: .guardian(guardian.id), from: prisoner, on: day) == nil
        }
    }

    /// Takes in the guardians of `other`; escorts are joined by nobody and join nobody.
    fileprivate mutating func join(_ other: Self) {
        guard case .guardians(let these) = self, case .guardians(let those) = other else { return }
        self = .guardians(these + those)
    }
}
