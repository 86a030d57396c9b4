import GRDB
import VisitModel

extension StoreView {
    /// What going back to a day did, or would do.
    public struct Return: Hashable, Sendable {
        /// The plans that were withdrawn, by number.
        public var plans: [Int] = []
        /// The proposals of theirs that are cancelled, by date.
        public var cancelled: [Visit] = []
        /// How many lines were added to visit accounts.
        public var lines = 0
        /// The later day on which the store was last written; nil where it was written on none.
        public var lastWrite: Day?
        /// The prisoners whose account had grown meanwhile; nothing was added to theirs.
        public var overtaken: [Identifier<Prisoner>] = []

        /// Whether there was nothing to take back.
        public var isEmpty: Bool { plans.isEmpty && lines == 0 && lastWrite == nil && overtaken.isEmpty }
    }

    /// Takes back what was written for days after `day` by nights that took a day for today which had not come: adds
    /// the lines that take others back, withdraws the plans for such days, and lets the store go on from `day`. Done
    /// twice, it changes nothing.
    ///
    /// - Parameters:
    ///   - additions: as for `addToLedgers`.
    ///   - isRehearsal: whether only to say what it would do.
    /// - Throws: `noSuch` for an unknown prisoner; nothing is done then.
    public func revert(
        to day: Day, _ additions: [Identifier<Prisoner>: (after: Int, entries: [LedgerEntry])],
        at moment: Instant, isRehearsal: Bool
    ) throws(StoreError) -> Return {
        let act = { (db: Database) throws -> Return in
            var done = Return()
            done.lastWrite = try Int.fetchOne(
                db, sql: "SELECT lastWrite FROM upkeep WHERE lastWrite > ?", arguments: [day.number]
            ).map { Day(number: $0) }
            (done.lines, done.overtaken) = try addToLedgers(additions, db)
            done.plans = try Int.fetchAll(
                db, sql: "SELECT number FROM plan WHERE today > ? AND \(PlanReading.isInForce) ORDER BY number",
                arguments: [day.number])
            let published = try Int.fetchOne(db, sql: "SELECT max(number) FROM plan WHERE \(PlanReading.isInForce)")
            if let last = done.plans.last {
                let writing = try PlanWriting(db, path: path)
                // Of a plan that another has followed nothing stands any more.
                done.cancelled = try writing.withdraw(
                    done.plans, isPublished: last == published, backTo: day, at: moment)
            }
            try db.execute(
                sql: "UPDATE upkeep SET lastWrite = :day WHERE lastWrite > :day", arguments: ["day": day.number])
            guard !done.isEmpty else { return done }
            try note(
                "ledger.revert", "day \(day)",
                [
                    "lines=\(done.lines)", "plans=\(done.plans.map(String.init).joined(separator: ","))",
                    "visits=\(done.cancelled.count)",
                ], db)
            _ = try store.review(.everything, at: moment, db)
            try StoreState.count(dataChanged: true, db)
            return done
        }
        return isRehearsal ? try connection.rehearse(act) : try connection.write(act)
    }
}
