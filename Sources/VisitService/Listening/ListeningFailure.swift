import Foundation
import NIOCore

/// Turns what the system says about listening into the service's own words.
enum ListeningFailure {
    /// The error that `thrown` while listening on `address` stands for; nil where it is about something else.
    static func error(address: String, thrown: any Error) -> ServiceError? {
        (thrown as? IOError).map { error(address: address, number: $0.errnoCode) }
    }

    /// The error for the system's error number.
    static func error(address: String, number: Int32) -> ServiceError {
        switch number {
        case EADDRINUSE: .portInUse(address: address)
        case EACCES, EPERM: .listeningNotAllowed(address: address)
        default: .cannotListen(address: address, reason: String(cString: strerror(number)))
        }
    }
}
