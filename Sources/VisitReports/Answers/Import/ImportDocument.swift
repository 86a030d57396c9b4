import VisitFormats
import VisitModel

/// What an import read and stored, for programs: `visitd-import/1`.
public struct ImportDocument: Sendable {
    /// How each file was read.
    public var sources: [ImportBatch.Source]
    /// The files that were found beside them and not read.
    public var unread: [String]
    /// What storing did, or would do.
    public var summary: ImportSummary
    /// Warnings and notes.
    public var findings: [Finding]
    /// Whether nothing was stored because that was asked for.
    public var isDryRun: Bool
    /// The language of the sentences.
    public var language: Language

    /// A document of an import.
    public init(
        sources: [ImportBatch.Source], unread: [String] = [], summary: ImportSummary, findings: [Finding],
        isDryRun: Bool, language: Language
    ) {
        self.sources = sources
        self.unread = unread
        self.summary = summary
        self.findings = findings
        self.isDryRun = isDryRun
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<ImportDocument>(format: "visitd-import/1") { document in
        document.has("dryRun", .flag) { .bool($0.isDryRun) }
        document.has("files", listOf: file) { $0.sources }
        document.mayHave("unread", .list(.text)) { $0.unread.isEmpty ? nil : .strings($0.unread) }
        document.has("tables", listOf: table) { $0.summary.tables }
        document.mayHave("lifted", listOf: lifting) { document in
            document.summary.lifted.isEmpty
                ? nil : document.summary.lifted.map { (lifting: $0, language: document.language) }
        }
        document.mayHave("visits", object: ReviewOutcome.answer) { document in
            document.summary.review.isEmpty ? nil : (review: document.summary.review, language: document.language)
        }
        document.has("findings", listOf: Finding.answer) { document in
            document.findings.map { (finding: $0, language: document.language) }
        }
    }

    private static let lifting = AnswerObject<(lifting: Lifting, language: Language)> { told in
        told.has("table", .text) { .string($0.lifting.table) }
        told.has("id", .text) { .string($0.lifting.id) }
        told.has("column", .text) { .string($0.lifting.column) }
        told.has("before", .text) { .string($0.lifting.before[$0.language]) }
        told.has("after", .text) { .string($0.lifting.after[$0.language]) }
    }

    private static let file = AnswerObject<ImportBatch.Source> { file in
        file.has("file", .text) { .string($0.file) }
        file.has("table", .text) { .string($0.table) }
        file.has("encoding", .text) { .string($0.encoding) }
        file.has("rows", .whole) { .int($0.rows) }
    }

    private static let table = AnswerObject<ImportSummary.Table> { table in
        table.has("table", .text) { .string($0.name) }
        table.has("added", .list(.text)) { .strings($0.added) }
        table.has("changed", listOf: change) { $0.changed }
        table.has("unchanged", .whole) { .int($0.unchanged) }
        table.mayHave("removed", .list(.text)) { $0.removed.isEmpty ? nil : .strings($0.removed) }
    }

    private static let change = AnswerObject<ImportSummary.Change> { change in
        change.has("id", .text) { .string($0.id) }
        change.has("fields", .list(.text)) { .strings($0.fields) }
    }
}
