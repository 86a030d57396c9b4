import Foundation
import VisitModel

/// The service manager that started this process, told how it goes by the protocol of sd_notify(3): datagrams of
/// `NAME=VALUE` lines to the Unix socket that `NOTIFY_SOCKET` names.
public struct NotifySocket: Sendable {
    /// How often the manager wants a sign of life, if it does. It kills a process that is silent for that long.
    public let watchdog: Duration?
    private let address: [UInt8]

    /// The most bytes that the path of a Unix socket has on Linux (unix(7)).
    public static let longestPath = 107

    /// The manager that `environment` names; nil where there is none, or its socket is of a sort unknown here.
    ///
    /// `@name` is a socket of the abstract name space, `/path` one of the file system (unix(7)).
    public init?(_ environment: [String: String], process: Int32) {
        guard let name = environment["NOTIFY_SOCKET"], name.hasPrefix("/") || name.hasPrefix("@"),
            name.utf8.count > 1, name.utf8.count <= Self.longestPath
        else { return nil }
        address = name.hasPrefix("@") ? [0] + name.utf8.dropFirst() : Array(name.utf8)
        let isForUs = environment["WATCHDOG_PID"].map { Int32($0) == process } ?? true
        watchdog = environment["WATCHDOG_USEC"].flatMap { Int64($0) }.flatMap { microseconds in
            isForUs && microseconds > 0 ? .microseconds(microseconds) : nil
        }
    }

    /// Tells the manager `lines`, in one message.
    public func send(_ lines: [String]) throws(ManagerNotReached) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw ManagerNotReached(reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        // A value must not be able to begin a line of its own.
        let text = lines.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
        let sent = withSocketAddress { address, length in
            Array(text.utf8).withUnsafeBytes { bytes in
                sendto(descriptor, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL), address, length)
            }
        }
        guard sent == text.utf8.count else { throw ManagerNotReached(reason: String(cString: strerror(errno))) }
    }

    /// Tells the manager that the configuration is being reloaded, with the start time on the clock that it compares
    /// with (CLOCK_MONOTONIC, in microseconds): so it knows the notice from one about an earlier reading.
    public func sendReloading() throws(ManagerNotReached) {
        try send(["RELOADING=1", "MONOTONIC_USEC=\(SystemClock.microsecondsSinceBoot())"])
    }

    private func withSocketAddress<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        var socketAddress = sockaddr_un()
        socketAddress.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &socketAddress.sun_path) { $0.copyBytes(from: address) }
        // The length says where an abstract name ends: zeros after it would belong to it.
        let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) ?? MemoryLayout<sa_family_t>.size
        let length = socklen_t(offset + address.count)
        return withUnsafePointer(to: socketAddress) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}

/// The service manager could not be told how it goes.
public struct ManagerNotReached: Failure, Hashable {
    /// Why, in the system's words.
    public let reason: String

    /// What sort of failure it is.
    public var kind: FailureKind { .inputOutput }
    /// A stable word for it.
    public var code: String { "manager-not-reached" }
    /// What could not be done, and why.
    public var sentence: BilingualText {
        BilingualText(
            en: "The service manager could not be told: \(reason).", zh: "无法通知服务管理器：\(reason)。")
    }
}
