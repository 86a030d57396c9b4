import VisitFormats
import VisitModel

/// That a right to use the HTTP interface was given or taken away, for programs: `visitd-token/1`.
public struct TokenDocument: Sendable {
    /// The right, by its identifier.
    public var id: String
    /// The right with its secret, which is shown once; nil where it was taken away.
    public var created: (token: AccessToken, secret: String)?

    /// A document of a new right.
    public init(_ token: AccessToken, secret: String) {
        id = token.id.text
        created = (token, secret)
    }

    /// A document of a right that was taken away.
    public init(revoked id: String) {
        self.id = id
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<TokenDocument>(format: "visitd-token/1") { document in
        document.has("id", .text) { .string($0.id) }
        document.mayHave(membersOf: AccessToken.grant) { $0.created?.token }
        document.mayHave("token", .text) { $0.created.map { .string($0.secret) } }
        document.mayHave("revoked", .flag) { $0.created == nil ? true : nil }
    }
}
