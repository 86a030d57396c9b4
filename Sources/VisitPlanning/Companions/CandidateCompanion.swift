import VisitModel

/// The adult about whom the rules are asked.
package struct CandidateCompanion: Hashable, Sendable {
    /// The adult as the rules see one.
    package let facts: ContactCase.Companion
    /// Who it is, where it is asked about one person and not about anybody like this: what was decided about this person then
    /// counts as well.
    package let adult: Visit.Companion?

    package init(_ facts: ContactCase.Companion, adult: Visit.Companion? = nil) {
        self.facts = facts
        self.adult = adult
    }

    /// Any escort of a charity.
    static let escort = CandidateCompanion(ContactCase.Companion(relation: nil))
}

extension Guardian {
    /// Any adult like this one, as old as on `day`.
    func kind(on day: Day) -> CandidateCompanion {
        CandidateCompanion(ContactCase.Companion(relation: relation, age: birthDate.map { $0.years(until: day) }))
    }

    /// This adult, as old as on `day`.
    func asked(on day: Day) -> CandidateCompanion { CandidateCompanion(kind(on: day).facts, adult: .guardian(id)) }
}
