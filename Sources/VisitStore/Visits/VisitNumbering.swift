import GRDB
import VisitModel

/// Gives numbers to visits that have none: each once, the next one to the next visit, and never again, though the visit be
/// erased.
enum VisitNumbering {
    /// The place of each visit among those that get a number together: by date, start and identifier, so that the same data
    /// get the same numbers everywhere. Visits whose time is not known come first on their day.
    static func ranks(of visits: [Visit]) -> [Identifier<Visit>: Int] {
        // A place is moved about more cheaply than a visit.
        let sorted = visits.indices.sorted { a, b in
            (visits[a].date, visits[a].start?.minutes ?? -1, visits[a].id)
                < (visits[b].date, visits[b].start?.minutes ?? -1, visits[b].id)
        }
        return Dictionary(uniqueKeysWithValues: zip(sorted.lazy.map { visits[$0].id }, 0...))
    }

    /// Sets that many numbers aside.
    ///
    /// - Returns: the first of them.
    static func take(_ count: Int, _ db: Database) throws -> Int {
        let last = try Int.fetchOne(db, sql: "SELECT lastVisitNumber FROM storeState") ?? 0
        if count > 0 {
            try db.execute(sql: "UPDATE storeState SET lastVisitNumber = lastVisitNumber + ?", arguments: [count])
        }
        return last + 1
    }
}
