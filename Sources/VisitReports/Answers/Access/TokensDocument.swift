import VisitFormats
import VisitModel

/// The rights to use the HTTP interface, for programs: `visitd-tokens/1`. Holds no secret.
public struct TokensDocument: Sendable {
    /// The rights.
    public var tokens: [AccessToken]

    /// A document of these rights.
    public init(_ tokens: [AccessToken]) {
        self.tokens = tokens
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<TokensDocument>(format: "visitd-tokens/1") { document in
        document.has("tokens", listOf: token) { $0.tokens }
    }

    private static let token = AnswerObject<AccessToken> { token in
        token.has("id", .text) { JSON($0.id) }
        token.has(membersOf: AccessToken.grant) { $0 }
        token.mayHave("revoked", .text) { $0.revoked.map { JSON($0) } }
    }
}

extension AccessToken {
    /// What every document says about what a right opens, and how long.
    static let grant = AnswerObject<AccessToken> { token in
        token.has("role", .words(Role.words)) { .string($0.role.word) }
        token.mayHave("organisation", .text) { $0.role.organisation.map { JSON($0) } }
        token.mayHave("prison", .text) { $0.role.prison.map { JSON($0) } }
        token.mayHave("label", .text) { $0.label.isEmpty ? nil : .string($0.label) }
        token.has("created", .text) { JSON($0.created) }
        token.has("expires", .text) { JSON($0.expires) }
    }
}
