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
