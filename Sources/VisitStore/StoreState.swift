import GRDB

/// How often a store was written.
struct StoreState {
    /// The number of the last write.
    var revision: Int
    /// The number of the last write that changed what plans are made from.
    var dataRevision: Int

    /// The state now.
    init(of db: Database) throws {
        let row = try Row.fetchOne(db.cachedStatement(sql: "SELECT revision, dataRevision FROM storeState"))
        revision = row?[0] ?? 0
        dataRevision = row?[1] ?? 0
    }

    /// Counts a write. One that changes what plans are made from makes plans in the making stale.
    static func count(dataChanged: Bool, _ db: Database) throws {
        try db.execute(
            sql: dataChanged
                ? "UPDATE storeState SET revision = revision + 1, dataRevision = revision + 1"
                : "UPDATE storeState SET revision = revision + 1")
    }
}
