import VisitFormats
import VisitModel

/// The reports that there are, for programs: `visitd-reports/1`.
public struct ReportsDocument: Sendable {
    /// The language.
    public var language: Language

    /// A document of all reports.
    public init(language: Language) {
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<ReportsDocument>(format: "visitd-reports/1") { document in
        document.has("reports", listOf: report) { document in
            ReportName.allCases.map { (name: $0, language: document.language) }
        }
    }

    private static let report = AnswerObject<(name: ReportName, language: Language)> { report in
        report.has("name", .words(of: ReportName.self)) { .string($0.name.rawValue) }
        report.has("subject", .words(of: ReportName.Subject.self)) { .string($0.name.subject.rawValue) }
        report.has("title", .text) { .string($0.name.title[$0.language]) }
        report.has("summary", .text) { .string($0.name.summary[$0.language]) }
    }
}
