import VisitModel

extension Check {
    /// Every visit whose day has passed has a recorded outcome.
    static let outcome = Check(.noOutcome) { overdue in
        [overdue.flag(.noOutcome, "", ["status": overdue.visit.status.rawValue])]
    }
}
