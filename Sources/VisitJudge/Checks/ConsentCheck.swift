import VisitModel

extension Check {
    /// The prisoner agrees to be visited.
    static let consent = Check(.prisonerDeclines) { visit, _ in
        guard let prisoner = visit.prisoner, !prisoner.consents else { return [] }
        return [visit.flag(.prisonerDeclines, "prisoner \(prisoner.id)")]
    }
}
