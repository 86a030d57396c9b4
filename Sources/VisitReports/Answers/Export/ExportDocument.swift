import VisitFormats

/// What writing files into a folder did, for programs: `visitd-export/1`.
public struct ExportDocument: Sendable {
    /// The folder.
    public var folder: String
    /// The names of the files that were written because they differed.
    public var written: [String]
    /// The names of the files that were removed because nothing belongs into them any more.
    public var removed: [String]
    /// How many files were as they should be.
    public var unchanged: Int

    /// A document of files in a folder.
    public init(folder: String, written: [String], removed: [String], unchanged: Int) {
        self.folder = folder
        self.written = written
        self.removed = removed
        self.unchanged = unchanged
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<ExportDocument>(format: "visitd-export/1") { document in
        document.has("folder", .text) { .string($0.folder) }
        document.has("written", .list(.text)) { .strings($0.written) }
        document.has("removed", .list(.text)) { .strings($0.removed) }
        document.has("unchanged", .whole) { .int($0.unchanged) }
    }
}
