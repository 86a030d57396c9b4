import GRDB
import VisitModel

extension StoreView {
    /// What is needed to make two records one.
    public struct MergeRequest: Sendable {
        /// The person whose record stays.
        public var kept: Absence.Person
        /// The record that goes; of the same kind.
        public var duplicate: Absence.Person
        /// Whether what differs and can be passed over is.
        public var isForced: Bool
        /// From which day on visits are ahead.
        public var today: Day
        /// The moment that changed visits carry.
        public var moment: Instant
        /// The lines that follow where the account of the duplicate is put behind the kept one's; nil where the two cannot be
        /// computed.
        public var settling: @Sendable (_ kept: [LedgerEntry], _ duplicate: [LedgerEntry]) -> [LedgerEntry]?

        /// A request. The two people must be of one kind, and two.
        public init(
            _ kept: Absence.Person, _ duplicate: Absence.Person, isForced: Bool, today: Day, moment: Instant,
            settling: @escaping @Sendable ([LedgerEntry], [LedgerEntry]) -> [LedgerEntry]?
        ) {
            precondition(kept.kind == duplicate.kind && kept.id != duplicate.id, "Two records of one kind are merged.")
            self.kept = kept
            self.duplicate = duplicate
            self.isForced = isForced
            self.today = today
            self.moment = moment
            self.settling = settling
        }
    }

    /// Makes two records of one person one: visits, bonds, account and all else of the duplicate become the kept one's, the
    /// duplicate's identifier becomes an alias that files may go on writing. It cannot be undone.
    ///
    /// - Returns: what was done; where it has obstacles, nothing.
    /// - Throws: `noSuch` for a person whom nobody within reach is.
    public func merge(_ request: MergeRequest) throws(StoreError) -> PersonMerge {
        try connection.write { try merge(request, $0) }
    }

    /// What `merge(_:)` would do. Nothing of it stays.
    ///
    /// - Throws: what `merge(_:)` throws.
    public func rehearseMerge(_ request: MergeRequest) throws(StoreError) -> PersonMerge {
        try connection.rehearse { try merge(request, $0) }
    }

    private func merge(_ request: MergeRequest, _ db: Database) throws -> PersonMerge {
        var merging = try PersonMerging(request, self, db)
        return try merging.run()
    }
}
