import VisitModel
import VisitReports
import VisitRules
import VisitStore

/// The one place to which the faces of the program come: every act that concerns more than one room has its name here.
///
/// A desk is a value that knows where things are; each act opens the store, does its work and closes it again.
public struct Desk: Sendable {
    /// The path of the store.
    public let store: String
    /// The configuration folder, as named by the user; nil for the usual places.
    public let configuration: String?
    /// The clock.
    let now: @Sendable () -> Instant
    /// The source of new identifiers.
    let newIdentifier: @Sendable () -> String
    /// The rule packs that a process keeps; nil where each act reads them.
    let rulesInForce: RulesInForce?
    /// The store that a process keeps open; nil where each act opens it.
    private let openStore: OpenStore?
    /// Who acts, for the audit log: `local:1000`, `token:ID`, `service`. Never a person's name.
    private var actor: String
    /// Whether the days that acts are told of are given by somebody, and not read from the machine's clock.
    let isDayGiven: @Sendable () -> Bool
    /// Whether whoever acts confirms a day that the store would refuse.
    public var allowsDay = false
    /// Told where an act has brought the store to this program's schema.
    public var onUpgrade: @Sendable (UpgradeDocument) -> Void = { _ in }
    /// How far whoever acts sees. Every question about people that is put at this desk is put with it.
    public private(set) var reach: Reach

    /// A desk over the store at `store`.
    ///
    /// - Parameters:
    ///   - rules: the rule packs that a process keeps; nil to read them for each act that needs them.
    ///   - keepsStoreOpen: whether the store is kept open for reading; otherwise each act opens it.
    ///   - actor: who acts, for the audit log. Never a person's name.
    ///   - reach: how far they see.
    ///   - isDayGiven: whether the days that acts are told of are given by somebody. Where they are read from the
    ///     machine's clock, the store is one of real people.
    public init(
        store: String, configuration: String? = nil, rules: RulesInForce? = nil, keepsStoreOpen: Bool = false,
        actor: String = "local", reach: Reach, isDayGiven: @escaping @Sendable () -> Bool = { true },
        now: @escaping @Sendable () -> Instant = SystemClock.now,
        newIdentifier: @escaping @Sendable () -> String = SystemClock.newIdentifier
    ) {
        self.store = store
        self.configuration = configuration
        rulesInForce = rules
        openStore = keepsStoreOpen ? OpenStore(path: store) : nil
        self.actor = actor
        self.reach = reach
        self.isDayGiven = isDayGiven
        self.now = now
        self.newIdentifier = newIdentifier
    }

    /// What whoever acts sees of the store, opened for reading.
    func reading() throws -> StoreView {
        try (openStore?.reading() ?? VisitStore(openingAt: store, readOnly: true)).view(for: reach)
    }

    /// What whoever acts sees of the store, opened for writing.
    func writing() throws -> StoreView {
        let opened = try VisitStore(openingAt: store, readOnly: false)
        if let upgrade = opened.upgrade { onUpgrade(UpgradeDocument(store: store, step: .init(upgrade))) }
        return opened.noting(author).view(for: reach)
    }

    /// Who acts, as the audit log names them.
    var author: Author { Author(actor, now: now) }

    /// This desk, with somebody else acting at it, who sees so far.
    public func acting(as actor: String, within reach: Reach) -> Desk {
        var desk = self
        desk.actor = actor
        desk.reach = reach
        return desk
    }

    /// Refuses an act that is about everybody where only a part is seen: who is not seen would be taken not to exist.
    ///
    /// - Throws: `DeskError.notForPart`.
    func requireFullReach() throws(DeskError) {
        guard reach == .everything else { throw .notForPart }
    }

    /// The rules in force here.
    public func rules() throws -> RuleBook {
        if let rulesInForce { return try rulesInForce.book() }
        return try RuleBook.load(folder: ConfigurationFolder(configuration).rules)
    }

    /// The rules in force here; nil where there are none that can be read, for what is worth having without them.
    func rulesIfAny() -> RuleBook? { try? rules() }

    /// Whether the store opens and answers.
    ///
    /// - Throws: what keeps it from doing so.
    public func readiness() throws {
        let store = try reading().store
        try store.requireKnownSchema()
        _ = try store.revision()
    }

    /// The number of the last write to the store: as long as it is the same, so are the answers of one day.
    public func revision() throws -> Int {
        try reading().store.revision()
    }
}
