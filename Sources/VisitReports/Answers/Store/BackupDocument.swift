import VisitFormats

/// That the store was copied, for programs: `visitd-backup/1`.
public struct BackupDocument: Sendable {
    /// How a copy was checked before it took its name.
    public enum Check: String, Hashable, Sendable, CaseIterable {
        /// It was opened and read whole, as a restore would.
        case opened
        /// It was opened and read whole, and what it was encrypted to was not: no identity is there.
        case openedBeforeEncryption = "opened-before-encryption"
        /// It was decrypted and is what was opened and read whole.
        case decrypted
    }

    /// The file that holds the copy.
    public var file: String
    /// Whether it is encrypted.
    public var isEncrypted: Bool
    /// How it was checked.
    public var check: Check
    /// The names of older copies that were removed.
    public var removed: [String]
    /// The names of files that are called like backups and are none of this store that can be told: they were left alone.
    public var leftAlone: [String]

    /// A document of a copy.
    public init(
        file: String, isEncrypted: Bool = false, check: Check = .opened, removed: [String] = [],
        leftAlone: [String] = []
    ) {
        self.file = file
        self.isEncrypted = isEncrypted
        self.check = check
        self.removed = removed
        self.leftAlone = leftAlone
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<BackupDocument>(format: "visitd-backup/1") { document in
        document.has("file", .text) { .string($0.file) }
        document.has("encrypted", .flag) { .bool($0.isEncrypted) }
        document.has("check", .words(of: Check.self)) { .string($0.check.rawValue) }
        document.has("removed", .list(.text)) { .array($0.removed.map { .string($0) }) }
        document.has("leftAlone", .list(.text)) { .array($0.leftAlone.map { .string($0) }) }
    }
}
