import Foundation
import NIOCore

/// The user of this machine at the other end of a connection to a Unix socket.
enum PeerUser {
    /// `struct ucred` of the C library, which shows it to programs in C only.
    private struct Credentials {
        var process: pid_t = 0
        var user: uid_t = 0
        var group: gid_t = 0
    }

    /// The user's number, as the kernel noted it when the connection was made (SO_PEERCRED, unix(7)); nil where the
    /// connection is of another sort, or the system does not tell.
    static func number(of channel: any Channel) async -> uid_t? {
        #if os(Linux)
            guard let options = channel as? any SocketOptionProvider, channel.remoteAddress?.protocol == .unix else {
                return nil
            }
            let found: EventLoopFuture<Credentials> = options.unsafeGetSocketOption(
                level: .socket, name: NIOBSDSocket.Option(rawValue: SO_PEERCRED))
            return try? await found.get().user
        #else
            return nil
        #endif
    }
}
