import Foundation

/// A client that speaks bytes, to see what really goes over a socket.
final class WireClient: Sendable {
    private let descriptor: Int32

    /// Connects to the Unix socket at `path`; nil where nobody listens. An answer is waited for five minutes at most.
    init?(path: String) {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var timeout = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let connected = UnixAddress(path).use { connect(descriptor, $0, $1) }
        if connected != 0 { return nil }
    }

    deinit { close(descriptor) }

    /// Sends `text` as it is.
    func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Says that nothing more will be sent; answers can still be taken.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Whether the other side closes within this time, though nothing is read here.
    func isHungUp(within seconds: Int) async -> Bool {
        let descriptor = descriptor
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var watched = pollfd(fd: descriptor, events: 0, revents: 0)
                let count = poll(&watched, 1, Int32(seconds * 1000))
                continuation.resume(returning: count == 1 && watched.revents & Int16(POLLHUP) != 0)
            }
        }
    }

    /// Everything that comes until the other side closes, or until `ending` has come.
    ///
    /// - Parameter pause: how many microseconds pass before each reading of 64 KiB at most.
    func answer(until ending: String? = nil, pause: UInt32 = 0) async -> String {
        let descriptor = descriptor
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var all: [UInt8] = []
                var bytes = [UInt8](repeating: 0, count: 65_536)
                while true {
                    usleep(pause)
                    let count = recv(descriptor, &bytes, bytes.count, 0)
                    guard count > 0 else { break }
                    all += bytes.prefix(count)
                    if let ending, String(decoding: all, as: UTF8.self).hasSuffix(ending) { break }
                }
                continuation.resume(returning: String(decoding: all, as: UTF8.self))
            }
        }
    }

    /// The whole answer to `GET uri` on a connection that closes after it.
    static func get(_ uri: String, at path: String) async -> String? {
        guard let client = WireClient(path: path) else { return nil }
        client.send("GET \(uri) HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        return await client.answer()
    }
}
