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

extension Role {
    /// The organisation whose households a caseworker looks after.
    var organisation: Identifier<Organisation>? {
        if case .caseworker(let id) = self { id } else { nil }
    }

    /// The prison whose visits office it is.
    var prison: Identifier<Prison>? {
        if case .prison(let id) = self { id } else { nil }
    }

    /// The role's name for people, and of what it is one.
    func name(_ phrases: Phrases) -> String {
        switch self {
        case .administrator: phrases.choose("administrator", "管理员")
        case .caseworker(let id): phrases.choose("caseworker of \(id)", "\(id) 的个案工作者")
        case .prison(let id): phrases.choose("visits office of \(id)", "\(id) 的会见管理部门")
        case .researcher: phrases.choose("researcher", "研究人员")
        }
    }
}

/// Lines of the audit log, for programs: `visitd-audit/1`.
public struct AuditDocument: Sendable {
    /// The lines, in the order in which they are to stand.
    public var entries: [AuditEntry]

    /// A document of these lines.
    public init(_ entries: [AuditEntry]) {
        self.entries = entries
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-audit/1",
            "entries": .array(
                entries.map { entry in
                    .members([
                        "position": .int(entry.position), "at": JSON(entry.moment), "actor": .string(entry.actor),
                        "act": .string(entry.act), "subject": .string(entry.subject),
                        "facts": .strings(entry.facts),
                    ])
                }),
        ])
    }
}
