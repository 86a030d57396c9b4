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

    /// Everything that comes until the other side closes, or until `ending` has come.
    func answer(until ending: String? = nil) async -> String {
        let descriptor = descriptor
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                var all: [UInt8] = []
                var bytes = [UInt8](repeating: 0, count: 65_536)
                while true {
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
