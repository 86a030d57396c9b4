import Foundation

/// The service manager's end of sd_notify(3): waits for a daemon to say that it is ready.
struct ReadyNotice {
    private let descriptor: Int32
    private let path: String

    /// Listens at `path`; nil where that cannot be. A notice is waited for a minute at most.
    init?(path: String) {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var timeout = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let isBound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) == 0 }
        }
        if !isBound { return nil }
    }

    /// What the daemon's environment must have.
    var environment: [String: String] { ["NOTIFY_SOCKET": path] }

    /// Waits for READY=1, and says whether it came.
    func wait() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &bytes, bytes.count, 0)
            guard count > 0 else { return false }
            if String(decoding: bytes.prefix(count), as: UTF8.self).hasPrefix("READY=1") { return true }
        }
    }
}
