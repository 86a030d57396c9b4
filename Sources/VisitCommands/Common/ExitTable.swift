import VisitModel

/// The exit codes that the program promises (sysexits.h).
enum ExitTable {
    /// The exit code of a failure of that kind.
    static func code(of kind: FailureKind) -> Int32 {
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
