import VisitFormats
import VisitModel

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
    /// Where texts of others named the child, emptied or left.
    public var namings: [FoundText]
    /// Folders of backups that are not there, in which it is not noted.
    public var missingFolders: [String]
    /// Copies from before an upgrade that hold the child.
    public var copies: [String]

    /// A document of erasing a child.
    public init(
        child: String, visitsAhead: Int, visitsKept: Int, includesHousehold: Bool, namings: [FoundText] = [],
        missingFolders: [String] = [], copies: [String] = []
    ) {
        self.child = child
        self.visitsAhead = visitsAhead
        self.visitsKept = visitsKept
        self.includesHousehold = includesHousehold
        self.namings = namings
        self.missingFolders = missingFolders
        self.copies = copies
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
        document.has("texts", listOf: naming) { $0.namings }
        document.has("missingFolders", .list(.text)) { .strings($0.missingFolders) }
        document.has("copies", .list(.text)) { .strings($0.copies) }
    }

    private static let naming = AnswerObject<FoundText> { naming in
        naming.has("place", .text) { .string($0.place) }
        naming.has("row", .text) { .string($0.row) }
        naming.has("stays", .flag) { .bool($0.stays) }
    }
}
