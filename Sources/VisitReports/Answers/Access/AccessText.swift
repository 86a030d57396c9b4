import VisitModel

/// The rights to use the HTTP interface, for a person. Shows no secret.
public struct TokensText: Sendable {
    /// The rights.
    public var tokens: [AccessToken]
    /// The language.
    public var language: Language

    /// A text of these rights.
    public init(_ tokens: [AccessToken], language: Language) {
        self.tokens = tokens
        self.language = language
    }

    /// The text: a table in the order of the list.
    public var text: String {
        let phrases = Phrases(language)
        guard !tokens.isEmpty else { return phrases.choose("There are no tokens.\n", "没有访问令牌。\n") }
        return TextTable(
            [
                .init(phrases.choose("Token", "令牌")), .init(phrases.choose("Role", "角色")),
                .init(phrases.choose("Label", "说明")), .init(phrases.choose("Created", "创建")),
                .init(phrases.choose("Expires", "到期")), .init(phrases.choose("Revoked", "撤销")),
            ],
            rows: tokens.map { token in
                [
                    token.id.text, token.role.name(phrases), token.label.onOneLine, "\(token.created)",
                    "\(token.expires)", token.revoked.map { "\($0)" } ?? "",
                ]
            }
        ).text
    }
}

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
                    entry.facts.joined(separator: " "),
                ]
            }
        ).text
    }
}
