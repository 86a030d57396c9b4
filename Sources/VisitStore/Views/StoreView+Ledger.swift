import GRDB
import VisitModel

extension StoreView {
    /// The lines of all visit accounts, by prisoner, each account in the order in which it was written.
    public func ledgers() throws(StoreError) -> [Identifier<Prisoner>: [LedgerEntry]] {
        try connection.read { db in
            var ledgers: [Identifier<Prisoner>: [LedgerEntry]] = [:]
            var condition = Condition()
            condition.addPrisoner("prisoner", within: reach)
            for posted in try LedgerEntryRecord.all(where: condition, orderBy: "prisoner, position", db) {
                ledgers[posted.prisoner, default: []].append(posted.entry)
            }
            return ledgers
        }
    }

    /// The lines of one visit account, in the order in which they were written.
    ///
    /// - Throws: `noSuch` for an unknown prisoner.
    public func ledger(of prisoner: Identifier<Prisoner>) throws(StoreError) -> [LedgerEntry] {
        try connection.read { db in
            try Existence.require(prisoner, .prisoner, within: reach, db)
            return try Self.entries(of: prisoner, db)
        }
    }

    /// Adds lines to visit accounts. What was written before is never changed.
    ///
    /// - Parameters:
    ///   - additions: for each prisoner how many lines the account had when they were made, and the lines.
    ///   - isCorrection: whether somebody has put a number right by hand, so that plans made before are stale. What a
    ///     night adds follows from the data and the day.
    /// - Returns: the prisoners whose account had grown meanwhile; nothing was added to theirs.
    /// - Throws: `noSuch` for an unknown prisoner; nothing is added then.
    public func addToLedgers(
        _ additions: [Identifier<Prisoner>: (after: Int, entries: [LedgerEntry])], isCorrection: Bool
    ) throws(StoreError) -> [Identifier<Prisoner>] {
        try connection.write { db in
            let (written, overtaken) = try addToLedgers(additions, db)
            if written > 0 {
                try note(
                    isCorrection ? "ledger.adjust" : "ledger.night", subject(of: additions), ["lines=\(written)"], db)
                try StoreState.count(dataChanged: isCorrection, db)
            }
            return overtaken
        }
    }

    /// Adds lines to visit accounts within a transaction.
    ///
    /// - Returns: how many, and the prisoners whose account had grown meanwhile.
    func addToLedgers(
        _ additions: [Identifier<Prisoner>: (after: Int, entries: [LedgerEntry])], _ db: Database
    ) throws -> (written: Int, overtaken: [Identifier<Prisoner>]) {
        let insertion = try RowWriting(
            LedgerEntryRecord.table.insert, of: LedgerEntryRecord.table, db, path: path)
        var overtaken: [Identifier<Prisoner>] = []
        var written = 0
        for (prisoner, addition) in additions.sorted(by: { $0.key < $1.key }) where !addition.entries.isEmpty {
            try Existence.require(prisoner, .prisoner, within: reach, db)
            guard try Self.length(of: prisoner, db) == addition.after else {
                overtaken.append(prisoner)
                continue
            }
            for (offset, entry) in addition.entries.enumerated() {
                let position = addition.after + offset + 1
                let posted = LedgerEntryRecord.Posted(prisoner: prisoner, position: position, entry: entry)
                try insertion.write(LedgerEntryRecord.cells(of: posted))
                written += 1
            }
        }
        return (written, overtaken)
    }

    /// What the audit log says additions are about: the prisoner of a single account, otherwise the accounts.
    private func subject(of additions: [Identifier<Prisoner>: (after: Int, entries: [LedgerEntry])]) -> String {
        additions.count == 1 ? additions.keys.map { "prisoner \($0)" }.joined() : "ledgers"
    }

    private static func entries(of prisoner: Identifier<Prisoner>, _ db: Database) throws -> [LedgerEntry] {
        let statement = try db.cachedStatement(
            sql: LedgerEntryRecord.table.select(where: "prisoner = ?", orderBy: "position"))
        try statement.setArguments([prisoner.text])
        return try LedgerEntryRecord.read(statement).map(\.entry)
    }

    private static func length(of prisoner: Identifier<Prisoner>, _ db: Database) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM ledgerEntry WHERE prisoner = ?", arguments: [prisoner.text]) ?? 0
    }
}
