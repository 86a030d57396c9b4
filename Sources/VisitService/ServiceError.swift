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
    /// A request body is larger than is read.
    case bodyTooLarge(limit: Int)

    var kind: FailureKind {
        switch self {
        case .wrongUsage, .badRequest, .methodNotAllowed, .bodyTooLarge: .usage
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
        case .bodyTooLarge: "body-too-large"
        }
    }

    var findings: [Finding] {
        if case .wrongUsage(let findings) = self { return findings }
        if case .faultyConfiguration(let findings) = self { return findings }
        return []
    }
}
