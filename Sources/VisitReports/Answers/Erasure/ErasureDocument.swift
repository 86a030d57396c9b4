import VisitFormats

/// What erasing a child did, for programs: `visitd-erasure/1`.
public struct ErasureDocument: Sendable {
    /// The child, by the identifier that it had.
    public var child: String
    /// How many visits ahead changed.
    public var visitsAhead: Int
    /// How many visits that took place stay as numbers.
    public var visitsKept: Int
    /// Whether the household is nameless too.
    public var includesHousehold: Bool

    /// A document of erasing a child.
    public init(child: String, visitsAhead: Int, visitsKept: Int, includesHousehold: Bool) {
        self.child = child
        self.visitsAhead = visitsAhead
        self.visitsKept = visitsKept
        self.includesHousehold = includesHousehold
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<ErasureDocument>(format: "visitd-erasure/1") { document in
        document.has("child", .text) { .string($0.child) }
        document.has("visitsAhead", .whole) { .int($0.visitsAhead) }
        document.has("visitsKept", .whole) { .int($0.visitsKept) }
        document.has("household", .flag) { .bool($0.includesHousehold) }
    }
}
