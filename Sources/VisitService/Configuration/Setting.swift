/// A thing that the operator can set, and its one name.
///
/// The name is the key in `visitd.yaml`; the option on the command line is `--name`, the environment variable
/// `VISITD_NAME` in capitals with `_` for `-`. `Config/visitd.yaml` documents each.
enum Setting: String, Sendable, CaseIterable {
    /// The folder of `visitd.yaml` and the rule packs. Not a key of the file, which lies in it.
    case config
    case store
    case socket
    case socketMode = "socket-mode"
    case openSocket = "open-socket"
    case listen
    case today
    case logLevel = "log-level"
    case storeThreads = "store-threads"
    case connections
    case idleSeconds = "idle-seconds"
    case headerBytes = "header-bytes"
    case requestsPerMinute = "requests-per-minute"
    case stopSeconds = "stop-seconds"
    /// The folder of what the night publishes. The daemon does not write there; `visitctl night` reads the key.
    case output
    /// Where backups are kept, to whom they are encrypted, and with what they can be read. `visitctl` reads these keys.
    case backups
    case backupRecipients = "backup-recipients"
    case backupIdentity = "backup-identity"

    /// What every environment variable of the program begins with.
    static let variablePrefix = "VISITD_"

    /// The option on the command line.
    var option: String { "--\(rawValue)" }

    /// The environment variable.
    var variable: String { Self.variablePrefix + rawValue.uppercased().replacing("-", with: "_") }

    /// Whether it can stand in the file.
    var isKey: Bool { self != .config }
}
