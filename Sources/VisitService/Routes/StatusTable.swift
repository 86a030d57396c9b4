import HTTPTypes
import VisitModel

/// The table from sorts of failure to the status of an HTTP answer (RFC 9110, section 15).
enum StatusTable {
    /// The status for a failure of that sort.
    static func status(of kind: FailureKind) -> HTTPResponse.Status {
        switch kind {
        case .usage: .badRequest
        case .badData: .unprocessableContent
        case .noInput: .notFound
        case .notAllowed: .forbidden
        case .unavailable, .tryAgain: .serviceUnavailable
        case .bug, .cannotCreate, .inputOutput, .badConfiguration: .internalServerError
        }
    }

    /// Failures of requests that make sense, but not as things stand.
    private static let conflicts: Set = [
        "transition-not-allowed", "visit-still-ahead", "visit-not-movable", "session-full", "session-of-other-prison",
        "planning-elsewhere", "changed-meanwhile",
    ]

    /// The status for `failure`: that of its sort, but where HTTP has a word of its own for it.
    static func status(of failure: any Failure) -> HTTPResponse.Status {
        switch failure as? ServiceError {
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        case .unauthorized: .unauthorized
        case .tooManyRequests: .tooManyRequests
        case .runGoingOn: .conflict
        case .auditUnavailable: .serviceUnavailable
        case .bodyNotJSON: .unsupportedMediaType
        default: conflicts.contains(failure.code) ? .conflict : status(of: failure.kind)
        }
    }
}
