import VisitModel
import VisitRules

/// The first stage of a planning run alone: what every bond of a register may have over a span of days.
///
/// For those who want to know how long it takes, or how many stretches of days there are.
public struct EntitlementStage: Sendable {
    /// How many bonds were asked about.
    public let bonds: Int
    /// How many of them are in a party that can visit.
    public let admitted: Int
    /// How many stretches of days with one answer those have together.
    public let stretches: Int

    /// Runs the stage as a planning run does.
    public init(_ register: Register, book: RuleBook, horizon: DayRange, threads: Int) {
        let facts = RegisterIndex(register)
        let formation = PartyFormation(
            bonds: register.bonds, facts: facts, book: book, horizon: horizon, threads: threads)
        bonds = register.bonds.count
        admitted = formation.parties.reduce(0) { $0 + $1.bonds.count }
        stretches = formation.parties.reduce(0) { $0 + $1.answers.reduce(0) { $0 + $1.spans.count } }
    }
}

extension Register {
    /// The questions that the rules would be asked about the first `count` bonds on a day, one for each, where it is asked
    /// over `horizon` who goes along.
    public func contactCases(_ count: Int, book: RuleBook, on day: Day, over horizon: DayRange) -> [ContactCase] {
        let facts = RegisterIndex(self)
        var choice = CompanionChoice(facts, book: book, horizon: horizon)
        return bonds.prefix(count).compactMap { bond in
            facts.contactCase(for: bond, on: day, companion: choice.companion(of: bond, on: day))
        }
    }
}
