import Logging
import VisitModel

/// Writes log messages as lines for the journal: priority, message, then `name=value` for each fact.
///
/// Under systemd the line begins with its priority as `<6>` (sd-daemon(3)) and the journal adds the time; elsewhere
/// it begins with the time and the level.
struct JournalLogHandler: LogHandler {
    /// Facts that every message carries.
    var metadata: Logger.Metadata = [:]
    /// Facts of the surroundings.
    var metadataProvider: Logger.MetadataProvider?
    /// The least important messages to write: the daemon's, unless somebody set another for this logger.
    var logLevel: Logger.Level {
        get { ownLevel ?? threshold.level }
        set { ownLevel = newValue }
    }

    private let threshold: LogThreshold
    private var ownLevel: Logger.Level?
    private let showsPriority: Bool
    private let now: @Sendable () -> Instant
    private let write: @Sendable (String) -> Void

    /// A handler that gives whole lines to `write`.
    init(
        threshold: LogThreshold, showsPriority: Bool, now: @escaping @Sendable () -> Instant,
        write: @escaping @Sendable (String) -> Void
    ) {
        self.threshold = threshold
        self.showsPriority = showsPriority
        self.now = now
        self.write = write
    }

    /// The fact of that name.
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one message as one line.
    func log(event: LogEvent) {
        var facts = event.metadata ?? [:]
        if let provided = metadataProvider?.get() { facts.merge(provided) { own, _ in own } }
        facts.merge(metadata) { own, _ in own }
        if let error = event.error { facts["error"] = .string("\(error)") }
        let beginning = showsPriority ? "<\(event.level.priority)>" : "\(now()) \(event.level): "
        let listed = facts.sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }
        write(beginning + Self.oneLine("\(event.message)") + listed.joined() + "\n")
    }

    /// A message must not be able to make a line of its own.
    private static func oneLine(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
        guard !isPlain, text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            return text
        }
        return text.unicodeScalars.reduce(into: "") { line, scalar in
            line += scalar.properties.generalCategory == .control ? scalar.escaped(asASCII: true) : String(scalar)
        }
    }

    private static func quoted(_ value: String) -> String {
        let line = oneLine(value)
        return line.utf8.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "=") }
            ? "\"" + line.replacing("\"", with: "\\\"") + "\"" : line
    }
}

extension Logger.Level {
    /// The priority of syslog(3).
    var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
