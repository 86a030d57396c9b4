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

    /// The status for `failure`: that of its sort, but where HTTP has a word of its own for it.
    static func status(of failure: any Failure) -> HTTPResponse.Status {
        switch failure as? ServiceError {
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        default: status(of: failure.kind)
        }
    }
}
