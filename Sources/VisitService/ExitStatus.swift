import VisitModel

/// The table from sorts of failure to the exit status of the process (sysexits.h).
enum ExitStatus {
    /// All was done.
    static let done: Int32 = 0
    /// The daemon had to be ended because it did not stop in time.
    static let stuck: Int32 = 70

    /// The status for a failure of that sort.
    static func of(_ kind: FailureKind) -> Int32 {
        switch kind {
        case .usage: 64
        case .badData: 65
        case .noInput: 66
        case .unavailable: 69
        case .bug: 70
        case .cannotCreate: 73
        case .inputOutput: 74
        case .tryAgain: 75
        case .notAllowed: 77
        case .badConfiguration: 78
        }
    }
}
