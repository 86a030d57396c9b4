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

    let facts: BondFacts
    /// The days over which the rules are asked.
    private let horizon: DayRange
    private(set) var survey: BondSurvey
    private var chosen: [Group: Party.Companions?] = [:]

    /// - Parameter horizon: the days that are planned, which are those of `PlanningSnapshot.horizon(on:)` for whoever
    ///   speaks of the plan; or the one day that is in question.
    package init(_ facts: BondFacts, book: RuleBook, horizon: DayRange) {
        self.facts = facts
        self.horizon = horizon
        survey = BondSurvey(book: book, facts: facts, horizon: horizon)
    }

    // MARK: For the plan

    /// The company in which the rules admit the most of the children, of equals the first; nil where nobody can go
    /// along. Guardians with whom the same children are admitted can stand in for one another.
    ///
    /// - Parameter bonds: those of the children of `household` with one prisoner that no decision forbids.
    mutating func company(for bonds: [Bond], of household: Household) -> Company? {
        let open = bonds.compactMap { bond in facts.children[bond.child].map { (bond: bond, child: $0) } }
        var chosen: Company?
        for candidate in candidates(of: household) {
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

    /// Who can go along with the children of `household`, by preference: one guardian after the other, then the escorts.
    private func candidates(of household: Household) -> [Party.Companions] {
        let around = adults(around: household)
        let guardians = around.guardians.filter { $0.accompanies && Self.isGrownUp($0, on: horizon.first) }
        return guardians.map { .guardians([$0]) } + (around.escorts.isEmpty ? [] : [.escort(home: around.home)])
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

    private static let grownUp = 18

    // MARK: For explanations

    /// The adult about whom the rules are to be asked for `bond` on `day`: the one whom the visit names, otherwise the one
    /// whom the plan would take, no younger than on the first day that is planned.
    package mutating func companion(
        of bond: Bond, on day: Day, named: Visit.Companion? = nil
    ) -> ContactCase.Companion {
        switch named {
        case .guardian(let id): if let guardian = facts.guardian(id) { return guardian.companion(on: day) }
        case .escort: return .escort
        case nil: break
        }
        guard let companions = companions(for: bond) else { return .escort }
        let planned = max(day, horizon.first)
        return companions.guardian(on: day)?.companion(on: planned) ?? companions.typical(on: planned)
    }

    /// Whom the plan would take along for the group that `bond` belongs to; nil where nobody can go along.
    private mutating func companions(for bond: Bond) -> Party.Companions? {
        guard let household = facts.children[bond.child].flatMap({ facts.households[$0.household] }) else { return nil }
        let group = Group(household: household.id, prisoner: bond.prisoner)
        if let known = chosen[group] { return known }
        let bonds = facts.bonds(of: household.id, with: bond.prisoner).filter {
            facts.refusalByDecision($0, from: horizon.first) == nil
        }
        let candidates = candidates(of: household)
        // Where there is no choice the rules need not be asked.
        let found =
            candidates.count > 1
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
                obstacle: escort.obstacle(on: day) ?? obstacle(byRules: .escort, for: bond, on: day))
        }
        return guardians + escorts
    }

    private mutating func obstacle(
        of guardian: Guardian, for bond: Bond, on day: Day
    ) -> ConsideredAdult.Obstacle? {
        if !guardian.accompanies { return .doesNotAccompany }
        if !Self.isGrownUp(guardian, on: day) { return .underAge }
        if !guardian.weekdays.contains(day.weekday) { return .otherWeekdays(guardian.weekdays) }
        return obstacle(byRules: guardian.companion(on: day), for: bond, on: day)
    }

    private mutating func obstacle(
        byRules companion: ContactCase.Companion, for bond: Bond, on day: Day
    ) -> ConsideredAdult.Obstacle? {
        let answer = survey.answer(for: bond, companion: companion, within: DayRange(day, day)).entitlement(on: day)
        guard let answer, !answer.permitsVisit else { return nil }
        let alone = survey.answer(for: bond, companion: nil, within: DayRange(day, day)).entitlement(on: day)
        return answer.isForCompanion(alone) ? .rules(Sentences.notWithAdult(answer)) : nil
    }
}

/// An adult who was looked at, and why it cannot be that one.
package struct ConsideredAdult: Hashable, Sendable {
    /// Why an adult cannot go along on a day.
    package enum Obstacle: Hashable, Sendable {
        case doesNotAccompany
        case underAge
        case otherWeekdays([Weekday])
        case notAvailable(DayRange)
        case vettingEnded(Day)
        case busy
        /// The rules do not admit the children in this company.
        case rules(BilingualText)
    }

    /// Who.
    package let adult: Visit.Companion
    /// The name. Personal data.
    package let name: String
    /// What the adult is to the children; nil for an escort.
    package let relation: Guardian.Relation?
    /// Why not; nil where the adult can.
    package let obstacle: Obstacle?

    init(_ adult: Visit.Companion, name: String, relation: Guardian.Relation?, obstacle: Obstacle?) {
        self.adult = adult
        self.name = name
        self.relation = relation
        self.obstacle = obstacle
    }
}

extension ConsideredAdult.Obstacle {
    /// The reason in a sentence.
    package var sentence: BilingualText {
        switch self {
        case .doesNotAccompany:
            BilingualText(en: "The register says that this adult does not go along.", zh: "登记为不陪同。")
        case .underAge: BilingualText(en: "An adult of at least 18 is needed.", zh: "陪同人须年满18周岁。")
        case .otherWeekdays(let days):
            BilingualText(
                en: "It is not one of this adult's days: \(days.map(\.name.english).joined(separator: ", ")).",
                zh: "当天不在其可陪同的日子（\(days.map(\.name.chinese).joined(separator: "、"))）。")
        case .notAvailable(let days):
            BilingualText(
                en: "The escort is there from \(days.first) to \(days.last) only.",
                zh: "仅在 \(days.first) 至 \(days.last) 期间可以陪同。")
        case .vettingEnded(let day):
            BilingualText(en: "The escort's vetting ends on \(day).", zh: "审查有效期至 \(day)。")
        case .busy: BilingualText(en: "The escort is busy that day.", zh: "当天另有安排。")
        case .rules(let sentence): sentence
        }
    }
}

extension Entitlement {
    /// Whether the child is not admitted only for the sake of the adult who comes along.
    ///
    /// - Parameter alone: what the rules say where nothing is known of an adult.
    func isForCompanion(_ alone: Entitlement?) -> Bool {
        decision == .ineligible && alone?.decision != .ineligible
    }
}

extension ContactCase.Companion {
    /// An escort of a charity.
    static let escort = ContactCase.Companion(relation: nil)
}

extension Guardian {
    /// The adult as the rules see one.
    func companion(on day: Day) -> ContactCase.Companion {
        ContactCase.Companion(relation: relation, age: birthDate.map { $0.years(until: day) })
    }
}

extension Escort {
    /// Why the escort cannot be under way on `day`; nil where that is possible.
    fileprivate func obstacle(on day: Day) -> ConsideredAdult.Obstacle? {
        if canTravel(on: day) { return nil }
        if !available.contains(day) { return .notAvailable(available) }
        if let vettedUntil, vettedUntil < day { return .vettingEnded(vettedUntil) }
        return weekdays.contains(day.weekday) ? .busy : .otherWeekdays(weekdays)
    }
}

extension Party.Companions {
    /// The adult whom the rules are asked about where the day is not decided.
    func typical(on day: Day) -> ContactCase.Companion {
        switch self {
        case .guardians(let guardians): guardians[0].companion(on: day)
        case .escort: .escort
        }
    }

    /// The first guardian who can on `day`.
    fileprivate func guardian(on day: Day) -> Guardian? {
        guard case .guardians(let guardians) = self else { return nil }
        return guardians.first { $0.weekdays.contains(day.weekday) }
    }

    /// Takes in the guardians of `other`; escorts are joined by nobody and join nobody.
    fileprivate mutating func join(_ other: Self) {
        guard case .guardians(let these) = self, case .guardians(let those) = other else { return }
        self = .guardians(these + those)
    }
}
