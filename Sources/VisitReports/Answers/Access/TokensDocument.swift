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
    public var json: JSON {
        .members(["format": "visitd-tokens/1", "tokens": .array(tokens.map { .object($0.members) })])
    }
}

extension AccessToken {
    /// What a document says of the right.
    public var members: [JSON.Member] {
        JSON.Member.list([
            "id": JSON(id), "role": .string(role.word), "organisation": role.organisation.map { JSON($0) },
            "prison": role.prison.map { JSON($0) }, "label": label.isEmpty ? nil : .string(label),
            "created": JSON(created), "expires": JSON(expires), "revoked": revoked.map { JSON($0) },
        ])
    }
}
