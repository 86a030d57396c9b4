import HTTPTypes
import VisitModel

/// The table from failures to the status of an HTTP answer (RFC 9110, section 15). It goes by what a failure is, never by the
/// words of its code: a new case of a failure does not compile before it has its place.
enum StatusTable {
    /// The status for a failure of that sort.
    static func status(of kind: FailureKind) -> HTTPResponse.Status {
        switch kind {
        case .usage: .badRequest
        case .badData: .unprocessableContent
        case .noInput: .notFound
        case .notAllowed: .forbidden
        case .conflict, .overtaken: .conflict
        case .unavailable, .tryAgain: .serviceUnavailable
        case .bug, .cannotCreate, .inputOutput, .badConfiguration: .internalServerError
        }
    }

    /// The status for `failure`: that of its sort, but where HTTP has a word of its own for it.
    static func status(of failure: any Failure) -> HTTPResponse.Status {
        // Whoever is told to come back later does again what is done.
        if failure.outcome == .followUpFailed { return .internalServerError }
        if failure.isOfMachine { return .serviceUnavailable }
        return switch failure as? ServiceError {
        case .methodNotAllowed: .methodNotAllowed
        case .bodyTooLarge: .contentTooLarge
        case .unauthorized: .unauthorized
        case .tooManyRequests: .tooManyRequests
        case .auditUnavailable: .serviceUnavailable
        case .bodyNotJSON: .unsupportedMediaType
        case .wrongUsage, .faultyConfiguration, .socketFolderMissing, .notASocket, .socketInUse, .portInUse,
            .listeningNotAllowed, .cannotListen, .badRequest, .notFound, .notPermitted, .faultyRequest, .runGoingOn,
            nil:
            status(of: failure.kind)
        }
    }
}
