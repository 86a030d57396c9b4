/// A right to use the HTTP interface, held by whoever knows its secret.
public struct AccessToken: Hashable, Sendable {
    /// Its identifier, for lists and for revoking; not the secret.
    public var id: Identifier<AccessToken>
    /// What its holder is, and of what.
    public var role: Role
    /// What the operator calls it. Not a person's name: it is shown in lists and kept for years.
    public var label: String
    /// When it was created.
    public var created: Instant
    /// When it ends by itself.
    public var expires: Instant
    /// When it was revoked, if it was.
    public var revoked: Instant?

    /// A token.
    public init(
        id: Identifier<AccessToken>, role: Role, label: String = "", created: Instant, expires: Instant,
        revoked: Instant? = nil
    ) {
        self.id = id
        self.role = role
        self.label = label
        self.created = created
        self.expires = expires
        self.revoked = revoked
    }

    /// Whether it opens anything at that moment.
    public func isValid(at moment: Instant) -> Bool { revoked == nil && moment < expires }
}

/// What somebody who asks the service is, and so what they may see and do.
public enum Role: Hashable, Sendable {
    /// Runs the service: everything.
    case administrator
    /// Looks after the households of one organisation: these, and nothing of the others.
    case caseworker(Identifier<Organisation>)
    /// The visits office of one prison: its sessions, its visits, its lists, its closures.
    case prison(Identifier<Prison>)
    /// Studies how contact goes: the numbers that are public, about nobody.
    case researcher

    /// The role in one word, as tokens and documents write it.
    public var word: String {
        switch self {
        case .administrator: "administrator"
        case .caseworker: "caseworker"
        case .prison: "prison"
        case .researcher: "researcher"
        }
    }

    /// All the words.
    public static let words = ["administrator", "caseworker", "prison", "researcher"]
}
