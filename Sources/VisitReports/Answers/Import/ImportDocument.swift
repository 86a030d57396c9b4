import VisitFormats
import VisitModel

/// What an import read and stored, for programs: `visitd-import/1`.
public struct ImportDocument: Sendable {
    /// How each file was read.
    public var sources: [ImportBatch.Source]
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
        sources: [ImportBatch.Source], summary: ImportSummary, findings: [Finding], isDryRun: Bool, language: Language
    ) {
        self.sources = sources
        self.summary = summary
        self.findings = findings
        self.isDryRun = isDryRun
        self.language = language
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-import/1",
            "dryRun": .bool(isDryRun),
            "files": .array(sources.map(source)),
            "tables": .array(summary.tables.map(table)),
            "findings": .array(findings.map { $0.json(language) }),
        ])
    }

    private func source(_ source: ImportBatch.Source) -> JSON {
        .members([
            "file": .string(source.file),
            "table": .string(source.table),
            "encoding": .string(source.encoding),
            "rows": .int(source.rows),
        ])
    }

    private func table(_ table: ImportSummary.Table) -> JSON {
        .members([
            "table": .string(table.name),
            "added": .strings(table.added),
            "changed": .array(
                table.changed.map { .members(["id": .string($0.id), "fields": .strings($0.fields)]) }),
            "unchanged": .int(table.unchanged),
            "removed": table.removed.isEmpty ? nil : .strings(table.removed),
        ])
    }
}
