import VisitModel

/// Something that the service can be asked for, and that not everybody may.
enum Right: String, Sendable, CaseIterable {
    case readNext, readChildren, readHouseholds, readSessions, readVisits, changeVisits, close, readPlans, startPlan
    case readReports, readStatistics, readMetrics

    /// Whether somebody of that role may. This is the whole table; how far each sees is `Caller.reach`.
    func isHeld(by role: Role) -> Bool {
        switch role {
        case .administrator: true
        case .caseworker:
            switch self {
            case .readNext, .readChildren, .readHouseholds, .readSessions, .readVisits, .changeVisits, .readReports,
                .readStatistics:
                true
            case .close, .readPlans, .startPlan, .readMetrics: false
            }
        case .prison:
            switch self {
            case .readSessions, .readVisits, .changeVisits, .close, .readReports, .readStatistics: true
            case .readNext, .readChildren, .readHouseholds, .readPlans, .startPlan, .readMetrics: false
            }
        case .researcher: self == .readStatistics
        }
    }
}
