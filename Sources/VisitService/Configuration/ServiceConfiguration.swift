import Logging
import VisitApplication
import VisitModel
import VisitPlanning

/// All that the operator can set, read and checked as a whole before anything starts.
struct ServiceConfiguration: Hashable, Sendable {
    /// The file of the store.
    var store = "/var/lib/visitd/visits.db"
    /// The folder of `visitd.yaml` and the rule packs.
    var folder = "/etc/visitd"
    /// Whether somebody named the folder, which then must exist.
    var isFolderGiven = false
    /// The Unix socket.
    var socket = "/run/visitd/visitd.sock"
    /// Whether somebody named the socket.
    var isSocketGiven = false
    /// The permission bits of the socket.
    var socketMode: UInt16 = 0o660
    /// A Unix socket besides, to which everybody may write, and on which a token says who it is.
    var openSocket: String?
    /// A TCP address of this machine besides the socket, on which a token says who it is.
    var listen: ListenAddress?
    /// The day that answers are given for; nil for the day it is.
    var today: Day?
    /// The least important messages to log.
    var logLevel = Logger.Level.info
    /// How many threads read the store, 1 … 64.
    var storeThreads = 4
    /// How many connections may be open at a time, per address, 1 … 100,000.
    var connections = 1024
    /// Seconds until a silent connection is closed, 1 … 3600.
    var idleSeconds = 30
    /// How large the head of a request may be, 1,024 … 65,536 bytes.
    var headerBytes = 16_384
    /// How many requests the holder of a token may make in a minute, 1 … 1,000,000; as many tokens may be guessed.
    var requestsPerMinute = 600
    /// Seconds within which the daemon stops, 2 … 60.
    var stopSeconds = 8
    /// The folder of what the night publishes.
    var output = "/var/lib/visitd/published"
    /// The folder of the backups.
    var backups = "/var/lib/visitd/backups"
    /// To whom backups are encrypted, with commas between; nil for backups that are not.
    var backupRecipients: String?
    /// The file with which encrypted backups can be read.
    var backupIdentity: String?

    /// The most bytes of a socket's path: `sun_path` with its closing zero (unix(7)).
    static let longestSocketPath = NotifySocket.longestPath

    /// The defaults.
    init() {}

    /// The configuration of a process: its options, then its environment, then the file of the configuration folder.
    ///
    /// - Throws: every fault at once.
    init(options: [Setting: String], environment: [String: String]) throws(ServiceError) {
        let given = [ConfigurationSource(options: options), ConfigurationSource(environment: environment)]
        let named = options[.config] ?? environment[Setting.config.variable].flatMap { $0.isEmpty ? nil : $0 }
        let file = try ConfigurationFile.source(in: named ?? Self().folder, isRequired: named != nil)
        try self.init(given + [file].compactMap { $0 })
    }

    /// The configuration that the sources give together, the first source that names a setting deciding it.
    ///
    /// - Throws: every fault of every source at once.
    init(_ sources: [ConfigurationSource]) throws(ServiceError) {
        var reading = ConfigurationReading(sources)
        folder = reading.value(.config, default: folder, expected: .path) { $0 }
        isFolderGiven = reading.isGiven(.config)
        store = reading.value(.store, default: store, expected: .path) { $0 }
        socket = reading.value(.socket, default: socket, expected: .socketPath) {
            $0.utf8.count <= Self.longestSocketPath ? $0 : nil
        }
        isSocketGiven = reading.isGiven(.socket)
        socketMode = reading.value(.socketMode, default: socketMode, expected: .mode) { text in
            UInt16(text, radix: 8).flatMap { $0 <= 0o777 && $0 & 0o600 == 0o600 ? $0 : nil }
        }
        openSocket = reading.value(.openSocket, default: nil, expected: .socketPath) {
            $0.utf8.count <= Self.longestSocketPath ? .some($0) : nil
        }
        listen = reading.listenAddress()
        today = reading.value(.today, default: nil, expected: .day) { Day($0).map { .some($0) } }
        logLevel = reading.value(.logLevel, default: logLevel, expected: .level) { Logger.Level(rawValue: $0) }
        storeThreads = reading.number(.storeThreads, default: storeThreads, in: 1...64)
        connections = reading.number(.connections, default: connections, in: 1...100_000)
        idleSeconds = reading.number(.idleSeconds, default: idleSeconds, in: 1...3600)
        headerBytes = reading.number(.headerBytes, default: headerBytes, in: 1024...65_536)
        requestsPerMinute = reading.number(.requestsPerMinute, default: requestsPerMinute, in: 1...1_000_000)
        stopSeconds = reading.number(.stopSeconds, default: stopSeconds, in: 2...60)
        output = reading.value(.output, default: output, expected: .path) { $0 }
        backups = reading.value(.backups, default: backups, expected: .path) { $0 }
        backupRecipients = reading.value(.backupRecipients, default: nil, expected: .recipients) { .some($0) }
        backupIdentity = reading.value(.backupIdentity, default: nil, expected: .path) { .some($0) }
        try reading.finish()
    }

    /// The settings in which two configurations differ.
    func settings(differingFrom other: ServiceConfiguration) -> [Setting] {
        Setting.allCases.filter { value(of: $0) != other.value(of: $0) }
    }

    private func value(of setting: Setting) -> AnyHashable {
        switch setting {
        case .config: folder
        case .store: store
        case .socket: socket
        case .socketMode: socketMode
        case .openSocket: openSocket
        case .listen: listen
        case .today: today
        case .logLevel: logLevel
        case .storeThreads: storeThreads
        case .connections: connections
        case .idleSeconds: idleSeconds
        case .headerBytes: headerBytes
        case .requestsPerMinute: requestsPerMinute
        case .stopSeconds: stopSeconds
        case .output: output
        case .backups: backups
        case .backupRecipients: backupRecipients
        case .backupIdentity: backupIdentity
        }
    }
}

extension BilingualText {
    static let path = BilingualText(en: "a path", zh: "路径")
    static let socketPath = BilingualText(
        en: "a path of at most \(ServiceConfiguration.longestSocketPath) bytes, as Unix sockets allow",
        zh: "不超过 \(ServiceConfiguration.longestSocketPath) 字节的路径（Unix 套接字的限制）")
    static let mode = BilingualText(
        en: "octal permission bits that let the owner read and write, such as 0660", zh: "属主可读写的八进制权限，例如 0660")
    static let address = BilingualText(
        en: "HOST:PORT, such as 127.0.0.1:8080 or [::1]:8080", zh: "主机:端口，例如 127.0.0.1:8080 或 [::1]:8080")
    static let day = BilingualText(en: "a day that exists, as YYYY-MM-DD", zh: "确实存在的日期，格式为 YYYY-MM-DD")
    static let recipients = BilingualText(
        en: "public keys as age takes them (age1…, ssh-ed25519 …), with commas between",
        zh: "age 公钥（age1…、ssh-ed25519 …），以英文逗号分隔")
    static let level = BilingualText(
        en: "one of " + Logger.Level.allCases.map(\.rawValue).joined(separator: ", "),
        zh: "下列之一：" + Logger.Level.allCases.map(\.rawValue).joined(separator: "、"))
}
