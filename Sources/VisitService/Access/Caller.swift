import VisitModel

/// Which way a request came in, and so what is known of whoever sent it.
enum Door: Sendable {
    /// The daemon's own socket. Its permission bits say who may write to it: the local administration.
    case local
    /// Another socket, or a TCP address: anybody at all, until a token says otherwise.
    case open
}

/// Whoever sent a request.
struct Caller: Hashable, Sendable {
    /// What they are; nil where nothing is known of them.
    var role: Role?
    /// Their name in the audit log.
    var actor: String

    /// The local administration.
    static let local = Caller(role: .administrator, actor: "local")
    /// Somebody without a token.
    static let stranger = Caller(role: nil, actor: "stranger")

    /// The holder of a token.
    init(_ token: AccessToken) {
        self.init(role: token.role, actor: "token:\(token.id)")
    }

    /// The subscriber of a calendar, who sees that calendar alone.
    init(_ feed: Identifier<Feed>) {
        self.init(role: nil, actor: "feed:\(feed)")
    }

    private init(role: Role?, actor: String) {
        self.role = role
        self.actor = actor
    }

    /// How far they see. Nobody asks this of somebody who has no right.
    var reach: Reach {
        switch role {
        case .administrator, .researcher, nil: .everything
        case .caseworker(let organisation): .organisation(organisation)
        case .prison(let prison): .prison(prison)
        }
    }
}
