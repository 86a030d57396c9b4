import VisitModel

/// Why the daemon cannot start, or cannot do what it was asked over HTTP.
enum ServiceError: Failure, Hashable {
    /// The command line makes no sense.
    case wrongUsage([Finding])
    /// The configuration is faulty.
    case faultyConfiguration([Finding])
    /// The folder for the socket does not exist.
    case socketFolderMissing(path: String, folder: String)
    /// Something that is no socket lies where the socket should be.
    case notASocket(path: String)
    /// Another process answers on the socket.
    case socketInUse(path: String)
    /// Another process has the TCP port.
    case portInUse(address: String)
    /// The system does not let this process listen there.
    case listeningNotAllowed(address: String)
    /// Listening failed for another reason, in the system's words.
    case cannotListen(address: String, reason: String)
    /// A request that makes no sense as written.
    case badRequest(code: String, sentence: BilingualText, advice: BilingualText? = nil)
    /// There is nothing at that address.
    case notFound
    /// The address does not take that method, but these.
    case methodNotAllowed(allowed: String)
    /// The request does not say who sent it, or says it with a token that opens nothing.
    case unauthorized
    /// Whoever sent it may not do that.
    case notPermitted(Right)
    /// More requests than the sender may make; again in so many seconds.
    case tooManyRequests(seconds: Int)
    /// The request's body has faults.
    case faultyRequest([Finding])
    /// The request's body is not JSON, or does not say that it is.
    case bodyNotJSON
    /// A run is going on already.
    case runGoingOn
    /// Looks at records cannot be written into the audit log, so none is given out.
    case auditUnavailable
    /// A request body is larger than is read.
    case bodyTooLarge(limit: Int)

    var kind: FailureKind {
        switch self {
        case .wrongUsage, .badRequest, .methodNotAllowed, .bodyTooLarge, .bodyNotJSON: .usage
        case .unauthorized, .notPermitted: .notAllowed
        case .tooManyRequests: .tryAgain
        case .runGoingOn: .overtaken
        case .faultyRequest: .badData
        case .auditUnavailable: .inputOutput
        case .faultyConfiguration: .badConfiguration
        case .socketFolderMissing, .notASocket, .socketInUse, .portInUse, .cannotListen: .cannotCreate
        case .listeningNotAllowed: .notAllowed
        case .notFound: .noInput
        }
    }

    var code: String {
        switch self {
        case .wrongUsage: "wrong-usage"
        case .faultyConfiguration: "faulty-configuration"
        case .socketFolderMissing: "socket-folder-missing"
        case .notASocket: "not-a-socket"
        case .socketInUse: "socket-in-use"
        case .portInUse: "port-in-use"
        case .listeningNotAllowed: "listening-not-allowed"
        case .cannotListen: "cannot-listen"
        case .badRequest(let code, _, _): code
        case .notFound: "not-found"
        case .methodNotAllowed: "method-not-allowed"
        case .unauthorized: "unauthorized"
        case .notPermitted: "not-permitted"
        case .tooManyRequests: "too-many-requests"
        case .faultyRequest: "faulty-request"
        case .bodyNotJSON: "body-not-json"
        case .runGoingOn: "run-going-on"
        case .auditUnavailable: "audit-unavailable"
        case .bodyTooLarge: "body-too-large"
        }
    }

    var findings: [Finding] {
        if case .wrongUsage(let findings) = self { return findings }
        if case .faultyConfiguration(let findings) = self { return findings }
        if case .faultyRequest(let findings) = self { return findings }
        return []
    }
}
