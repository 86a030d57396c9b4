import VisitModel

/// The reports that there are, for a person.
public struct ReportsText: Sendable {
    /// The language.
    public var language: Language

    /// A text of all reports.
    public init(language: Language) {
        self.language = language
    }

    /// The text: a table of names and uses.
    public var text: String {
        TextTable(
            [
                .init(BilingualText(en: "Report", zh: "报告")[language]),
                .init(BilingualText(en: "What it is for", zh: "用途")[language]),
            ],
            rows: ReportName.allCases.map { name in
                let needs = name.subject == .everything ? "" : " --\(name.subject.rawValue) ID"
                return [name.rawValue + needs, name.summary[language]]
            }
        ).text
    }
}
