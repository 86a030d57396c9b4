import VisitModel

/// Lines of the audit log, for a person.
public struct AuditText: Sendable {
    /// The lines.
    public var entries: [AuditEntry]
    /// The language of the headings; the log's words are the same in all.
    public var language: Language

    /// A text of these lines.
    public init(_ entries: [AuditEntry], language: Language) {
        self.entries = entries
        self.language = language
    }

    /// The text: a table in the order of the list.
    public var text: String {
        let phrases = Phrases(language)
        guard !entries.isEmpty else { return phrases.choose("The log says nothing of it.\n", "日志中没有相关记录。\n") }
        return TextTable(
            [
                .init(phrases.choose("No.", "序号"), .right), .init(phrases.choose("When", "时间")),
                .init(phrases.choose("Who", "谁")), .init(phrases.choose("What", "做了什么")),
                .init(phrases.choose("To what", "对象")), .init(phrases.choose("Facts", "事实")),
            ],
            rows: entries.map { entry in
                [
                    String(entry.position), "\(entry.moment)", entry.actor, entry.act, entry.subject,
                    entry.toldFacts.joined(separator: " "),
                ]
            }
        ).text
    }
}
