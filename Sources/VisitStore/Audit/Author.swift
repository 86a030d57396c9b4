import VisitModel

/// Who acts on the store, for the audit log.
public struct Author: Sendable {
    /// The name in the log: `local:1000`, `token:ID`, `service`. Never a person's name.
    public var name: String
    /// The clock of the log's lines.
    public var now: @Sendable () -> Instant

    /// An author.
    public init(_ name: String, now: @escaping @Sendable () -> Instant) {
        self.name = name
        self.now = now
    }
}
