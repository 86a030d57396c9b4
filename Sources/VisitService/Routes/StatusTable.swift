import HTTPTypes
import VisitModel
import VisitPlanning

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
        "transition-not-allowed", "visit-still-ahead", "visit-not-movable", "session-full", "seats-taken",
        "session-of-other-prison", "planning-elsewhere", "changed-meanwhile",
    ]

    /// Failures of the store itself: whoever asked has done nothing wrong, and can ask again when it is mended.
    private static let ailments: Set = [
        "store-missing", "store-is-a-folder", "not-a-store", "store-is-newer", "store-is-older", "store-not-readable",
        "store-needs-recovery", "store-not-writable", "disk-full", "store-busy", "store-input-output", "store-damaged",
        "no-configuration", "zones-missing", "zone-unknown", "zone-unreadable", "zone-damaged",
    ]

    /// The status for `failure`: that of its sort, but where HTTP has a word of its own for it.
    static func status(of failure: any Failure) -> HTTPResponse.Status {
        if failure is MoveRefusal { return .conflict }
        return switch failure as? ServiceError {
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        case .unauthorized: .unauthorized
        case .tooManyRequests: .tooManyRequests
        case .runGoingOn: .conflict
        case .auditUnavailable: .serviceUnavailable
        case .bodyNotJSON: .unsupportedMediaType
        default: status(of: failure.code) ?? status(of: failure.kind)
        }
    }

    private static func status(of code: String) -> HTTPResponse.Status? {
        conflicts.contains(code) ? .conflict : ailments.contains(code) ? .serviceUnavailable : nil
    }
}
