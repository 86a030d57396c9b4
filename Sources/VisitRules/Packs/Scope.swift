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
    /// The kinds of institution.
    public var facilities: [Prison.Facility] = []
    /// The prisoner's sex.
    public var prisonerSex: Sex?
    /// The prisoner's grade on the date.
    public var grades: [Prisoner.Grade] = []
    /// The kind of sentence.
    public var sentences: [Prisoner.Sentence] = []
    /// The sort of custody.
    public var custody: [Prisoner.Custody] = []
    /// The child's age in whole years on the date of the visit.
    public var childAge: Range<Int> = 0..<200
    /// What the prisoner is to the child.
    public var relations: [Bond.Relation] = []
    /// Who comes along.
    public var company: [Company] = []

    /// A scope that covers everybody.
    public init() {}
}
