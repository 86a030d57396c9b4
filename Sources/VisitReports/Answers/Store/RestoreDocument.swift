import VisitFormats
import VisitModel

/// That a backup is in the place of the store, for programs: `visitd-restore/1`.
public struct RestoreDocument: Sendable {
    /// The store.
    public var store: String
    /// The backup.
    public var file: String
    /// From where it is known what was ended since the backup was made: `store`, `digests` or `nothing`.
    public var source: String
    /// The children who were erased again, by identifier.
    public var children: [String]
    /// The tokens that were revoked again, by identifier.
    public var tokens: [String]
    /// The calendars that were revoked again, by identifier.
    public var feeds: [String]
    /// What came back with the backup, as the audit log names it: `token k1`.
    public var returned: [String]
    /// When the digests were noted last, where what was ended is known from them; nil where nobody knows.
    public var noted: Instant?

    /// A document of a store and the backup that it holds.
    public init(
        store: String, file: String, source: String, children: [String] = [], tokens: [String] = [],
        feeds: [String] = [], returned: [String] = [], noted: Instant? = nil
    ) {
        self.store = store
        self.file = file
        self.source = source
        self.children = children
        self.tokens = tokens
        self.feeds = feeds
        self.returned = returned
        self.noted = noted
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<RestoreDocument>(format: "visitd-restore/1") { document in
        document.has("store", .text) { .string($0.store) }
        document.has("file", .text) { .string($0.file) }
        document.has("endingsFrom", .words(["store", "digests", "nothing"])) { .string($0.source) }
        document.mayHave("endingsNoted", .text) { $0.noted.map { JSON($0) } }
        document.has("childrenErasedAgain", .list(.text)) { .array($0.children.map { .string($0) }) }
        document.has("tokensRevokedAgain", .list(.text)) { .array($0.tokens.map { .string($0) }) }
        document.has("feedsRevokedAgain", .list(.text)) { .array($0.feeds.map { .string($0) }) }
        document.has("cameBack", .list(.text)) { .array($0.returned.map { .string($0) }) }
    }
}
