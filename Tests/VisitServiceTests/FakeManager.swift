import Foundation

/// A service manager's end of the notification socket.
final class FakeManager: Sendable {
    private let descriptor: Int32

    /// Listens at `name`: a path, or `@name` in the abstract name space. A message is waited for as long as a machine may
    /// need on which other suites keep every core busy.
    init?(_ name: String) {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var timeout = timeval(tv_sec: 300, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        let bound = UnixAddress(name).use { bind(descriptor, $0, $1) }
        if bound != 0 { return nil }
    }

    deinit { close(descriptor) }

    /// The next message; nil where none came in time.
    func next() async -> String? {
        let descriptor = descriptor
        return await withCheckedContinuation { continuation in
            // A thread of its own: Dispatch's may all be waiting for something.
            Thread.detachNewThread {
                var bytes = [UInt8](repeating: 0, count: 4096)
                let count = recv(descriptor, &bytes, bytes.count, 0)
                continuation.resume(returning: count < 0 ? nil : String(decoding: bytes.prefix(count), as: UTF8.self))
            }
        }
    }

    /// The messages up to one that begins with `beginning`.
    ///
    /// - Throws: `Silence` where it does not come.
    func messages(until beginning: String) async throws -> [String] {
        var messages: [String] = []
        while let message = await next() {
            messages.append(message)
            if message.hasPrefix(beginning) { return messages }
        }
        throw Silence(awaited: beginning, heard: messages)
    }

    /// What was awaited and did not come.
    struct Silence: Error {
        let awaited: String
        let heard: [String]
    }
}

/// The address of a Unix socket.
struct UnixAddress {
    private let bytes: [UInt8]

    /// A path, or `@name` in the abstract name space.
    init(_ name: String) {
        bytes = name.hasPrefix("@") ? [0] + name.utf8.dropFirst() : Array(name.utf8)
    }

    /// Gives `body` the address as the system wants it.
    func use<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
