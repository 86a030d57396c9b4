import VisitModel

extension Check {
    /// Somebody has said what became of a visit whose day has passed.
    static let outcome = Check(.noOutcome) { overdue in
        [overdue.flag(.noOutcome, "", ["status": overdue.visit.status.rawValue])]
    }
}
