/// A calendar that somebody subscribes to.
public struct Feed: Hashable, Sendable {
    /// Whose visits it shows.
    public enum Scope: Hashable, Sendable {
        case household(Identifier<Household>)
        case prison(Identifier<Prison>)
    }

    /// Its identifier, for lists and for revoking; not the secret in its address.
    public var id: Identifier<Feed>
    /// Whose visits it shows.
    public var scope: Scope
    /// Whether it shows children's names.
    public var showsNames: Bool
    /// The language that it is written in.
    public var language: Language
    /// When it was created.
    public var created: Instant
    /// When it was revoked, if it was.
    public var revoked: Instant?

    /// A feed.
    public init(
        id: Identifier<Feed>, scope: Scope, showsNames: Bool, language: Language, created: Instant,
        revoked: Instant? = nil
    ) {
        self.id = id
        self.scope = scope
        self.showsNames = showsNames
        self.language = language
        self.created = created
        self.revoked = revoked
    }
}
