import Foundation
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

    /// Somebody of the local administration: the user of this machine with that number, if it is known.
    init(localUser number: uid_t?) {
        self.init(role: .administrator, actor: number.map { "local:\($0)" } ?? "local")
    }

    private init(role: Role?, actor: String) {
        self.role = role
        self.actor = actor
    }

    /// Whose records they see.
    var reach: Reach {
        switch role {
        case .administrator: .everything
        case .researcher, nil: .nothing
        case .caseworker(let organisation): .organisation(organisation)
        case .prison(let prison): .prison(prison)
        }
    }

    /// Whom the figures are about that they may see. Figures on everybody are for those who know nobody: whoever knows
    /// some of the children could take them away and see the others in what is left.
    var statisticsReach: Reach { role == .researcher ? .everything : reach }
}
