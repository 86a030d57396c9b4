import GRDB

/// What a file says about itself: whose it is, and which version of the schema it has.
struct Schema {
    /// `PRAGMA application_id`.
    var applicationID: Int
    /// `PRAGMA user_version`.
    var version: Int
    /// Whether the file has no table at all.
    var isEmpty: Bool

    /// What the file says.
    init(of db: Database) throws {
        applicationID = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        isEmpty = try Row.fetchOne(db, sql: "SELECT 1 FROM sqlite_master LIMIT 1") == nil
    }

    /// Whether the file is a store, of whatever version.
    var isStore: Bool { applicationID == Connection.applicationID && version >= 1 }
    /// Whether the file has never been used.
    var isBlank: Bool { isEmpty && applicationID == 0 && version == 0 }

    /// Runs the migrations that the file lacks. The caller's transaction makes it all or nothing.
    func migrate(_ db: Database, by migrations: [Migration] = Migration.all) throws {
        for migration in migrations where migration.version > version {
            try db.execute(sql: migration.sql)
            for outcome in migration.outcome { try Self.require(outcome, db) }
            try db.execute(sql: "PRAGMA user_version = \(migration.version)")
        }
        try db.execute(sql: "PRAGMA application_id = \(Connection.applicationID)")
    }

    /// Refuses a table whose text does not hold what a migration was to put there: the program is at fault then.
    private static func require(_ outcome: Migration.Outcome, _ db: Database) throws {
        let isThere = try Bool.fetchOne(
            db, sql: "SELECT instr(sql, ?) > 0 FROM sqlite_schema WHERE type = 'table' AND name = ?",
            arguments: [outcome.part, outcome.table])
        guard isThere == true else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
    }
}
