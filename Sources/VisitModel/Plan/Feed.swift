/// A calendar that somebody subscribes to.
public struct Feed: Hashable, Sendable {
    /// Whose visits it shows.
    public enum Scope: Hashable, Sendable {
        /// Where children live: their visits, the ways to them, what must be done before.
        case household(Identifier<Household>)
        /// One child: the visits that the child goes on.
        case child(Identifier<Child>)
        /// One escort: the visits that the escort goes along to.
        case escort(Identifier<Escort>)
        /// A prison's visits office: who comes.
        case prison(Identifier<Prison>)
        /// A home with escorts of its own: the visits of its children, and those to which its escorts take others.
        case home(Identifier<Household>)
        /// One prisoner: who comes to see her or him.
        case prisoner(Identifier<Prisoner>)

        /// What a calendar can be of. The raw values stand in file names, options and documents.
        public enum Kind: String, Sendable, CaseIterable {
            case household, child, escort, prison, home, prisoner
        }

        /// The calendar of that kind whose subject has that identifier.
        public init(_ kind: Kind, _ subject: String) {
            switch kind {
            case .household: self = .household(Identifier(subject))
            case .child: self = .child(Identifier(subject))
            case .escort: self = .escort(Identifier(subject))
            case .prison: self = .prison(Identifier(subject))
            case .home: self = .home(Identifier(subject))
            case .prisoner: self = .prisoner(Identifier(subject))
            }
        }

        /// What it is a calendar of.
        public var kind: Kind {
            switch self {
            case .household: .household
            case .child: .child
            case .escort: .escort
            case .prison: .prison
            case .home: .home
            case .prisoner: .prisoner
            }
        }

        /// The identifier of whom it is about.
        public var subject: String {
            switch self {
            case .household(let id), .home(let id): id.text
            case .child(let id): id.text
            case .escort(let id): id.text
            case .prison(let id): id.text
            case .prisoner(let id): id.text
            }
        }
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

extension Feed.Scope.Kind {
    /// What it is called.
    public var name: BilingualText {
        switch self {
        case .household: BilingualText(en: "household", zh: "家庭")
        case .child: BilingualText(en: "child", zh: "儿童")
        case .escort: BilingualText(en: "escort", zh: "陪同人员")
        case .prison: BilingualText(en: "prison", zh: "监狱")
        case .home: BilingualText(en: "home", zh: "福利机构")
        case .prisoner: BilingualText(en: "prisoner", zh: "服刑人员")
        }
    }
}
