/// What a review has found that was not known before.
public struct ReviewOutcome: Hashable, Sendable {
    /// A visit that was called off because it cannot take place any more.
    public struct Ended: Hashable, Sendable {
        /// The visit, as it is now.
        public var visit: Visit
        /// How far it had come.
        public var before: Visit.Status
        /// Why it cannot.
        public var flag: VisitFlag

        /// A visit that was called off.
        public init(_ visit: Visit, before: Visit.Status, flag: VisitFlag) {
            self.visit = visit
            self.before = before
            self.flag = flag
        }
    }

    /// A visit of which something holds or does not.
    public struct Noted: Hashable, Sendable {
        /// The visit.
        public var visit: Visit
        /// What holds or does not.
        public var flag: VisitFlag

        /// Something about a visit.
        public init(_ visit: Visit, _ flag: VisitFlag) {
            self.visit = visit
            self.flag = flag
        }
    }

    /// What does not hold any more: of the visits that are agreed or asked for first, then by date, the gravest first.
    public var flagged: [Noted] = []
    /// What holds again, in the same order.
    public var lifted: [Noted] = []
    /// The visits that were called off, by date.
    public var ended: [Ended] = []

    /// Nothing.
    public init() {}

    /// Whether nothing was found.
    public var isEmpty: Bool { flagged.isEmpty && lifted.isEmpty && ended.isEmpty }
}

extension ReviewOutcome.Noted: Comparable {
    /// Those first about which somebody has been asked already.
    public static func < (a: Self, b: Self) -> Bool {
        (a.rank, a.visit.date, a.visit.id, a.flag.code, a.flag.subject)
            < (b.rank, b.visit.date, b.visit.id, b.flag.code, b.flag.subject)
    }

    private var rank: Int {
        switch visit.status {
        case .confirmed: 0
        case .requested: 1
        default: 2
        }
    }
}
