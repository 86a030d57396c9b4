import VisitModel

/// For whom a rule is made. What is empty or nil does not narrow it.
public struct Scope: Hashable, Sendable {
    /// Who comes along, as rules tell people apart.
    public enum Company: String, Sendable, CaseIterable {
        /// Somebody who is something to the child.
        case relative
        /// The escort of a charity or an office.
        case charity
    }

    /// `CN` covers all of its regions, `*` the world.
    public var jurisdictions: [Jurisdiction] = [Jurisdiction("*")]
    public var facilities: [Prison.Facility] = []
    public var prisonerSex: Sex?
    public var grades: [Prisoner.Grade] = []
    public var sentences: [Prisoner.Sentence] = []
    /// The child's age in whole years on the date of the visit.
    public var childAge: Range<Int> = 0..<200
    /// What the prisoner is to the child.
    public var relations: [Bond.Relation] = []
    public var company: [Company] = []

    /// A scope that covers everybody.
    public init() {}
}
