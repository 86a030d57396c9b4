import VisitFormats

/// That the store was copied, for programs: `visitd-backup/1`.
public struct BackupDocument: Sendable {
    /// The file that holds the copy.
    public var file: String

    /// A document of a copy.
    public init(file: String) {
        self.file = file
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<BackupDocument>(format: "visitd-backup/1") { document in
        document.has("file", .text) { .string($0.file) }
    }
}
