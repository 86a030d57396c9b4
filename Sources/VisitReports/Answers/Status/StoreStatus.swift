import VisitModel

/// What the store holds and how its last plan stands.
public struct StoreStatus: Sendable {
    /// How many things of one kind there are.
    public struct Count: Hashable, Sendable {
        /// The kind: `children`.
        public var name: String
        /// How many.
        public var count: Int

        /// A number of things of a kind.
        public init(_ name: String, _ count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// The day for which the state is told.
    public var today: Day
    /// The number of the last write to the store.
    public var revision: Int
    /// The number of the last write that changed what plans are made from.
    public var dataRevision: Int
    /// How many things of each kind there are.
    public var counts: [Count]
    /// The published plan, if there is one.
    public var plan: Plan?
    /// How the store is kept.
    public var upkeep: Upkeep
    /// What the operator should know, the gravest first.
    public var concerns: [Finding]

    /// The state told for `today`.
    public init(
        today: Day, revision: Int, dataRevision: Int, counts: [Count], plan: Plan?, upkeep: Upkeep = Upkeep(),
        concerns: [Finding] = []
    ) {
        self.today = today
        self.revision = revision
        self.dataRevision = dataRevision
        self.counts = counts
        self.plan = plan
        self.upkeep = upkeep
        self.concerns = concerns
    }

    /// The state that a snapshot shows.
    public init(
        _ snapshot: PlanningSnapshot, today: Day, upkeep: Upkeep = Upkeep(), concerns: [Finding] = []
    ) {
        let register = snapshot.register
        let counts = [
            Count("prisons", register.prisons.count), Count("sessions", register.templates.count),
            Count("households", register.households.count), Count("children", register.children.count),
            Count("guardians", register.guardians.count), Count("escorts", register.escorts.count),
            Count("prisoners", register.prisoners.count), Count("bonds", register.bonds.count),
            Count("visits", register.visits.count),
        ]
        self.init(
            today: today, revision: snapshot.revision, dataRevision: snapshot.dataRevision, counts: counts,
            plan: snapshot.plan, upkeep: upkeep, concerns: concerns)
    }
}
