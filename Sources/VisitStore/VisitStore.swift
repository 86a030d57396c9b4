import GRDB
import VisitModel

/// The store: everything known about children, prisoners, prisons and households, the published plan, and the
/// subscriptions, in one SQLite file.
///
///     let store = try VisitStore(openingAt: "/var/lib/visitd/visits.db", readOnly: true)
///     let view = store.view(for: .everything)
///     let outlooks = try view.outlooks(OutlookSelection(children: ["C17"]), today: today)
///     try store.close()
///
/// Each function is one transaction, and each that writes does all or nothing. A process killed at any point leaves
/// the state before or after the act. Close a store when done with it: that removes SQLite's side files.
public struct VisitStore: Sendable {
    let connection: Connection
    /// Who is noted in the audit log for what is written; nil where nobody is.
    let author: Author?
    /// Who looks at visits again when the register changes; nil where nobody does.
    let reviewer: Reviewer?
    /// That opening it has brought it to this program's schema; nil where it had that before.
    public private(set) var upgrade: StoreUpgrade?

    init(connection: Connection, author: Author?, reviewer: Reviewer? = nil) {
        self.connection = connection
        self.author = author
        self.reviewer = reviewer
    }

    /// The store's absolute path.
    public var path: String { connection.path }

    /// Creates a store, readable and writable by its owner and group only (mode 0660). A store that exists is
    /// opened, and brought to the newest schema.
    ///
    /// - Throws: `notAStore` where another file stands at `path`; `folderMissing`, `cannotCreate`, `newerSchema`, …
    public static func create(at path: String) throws(StoreError) -> VisitStore {
        let file = StoreFile(path)
        try file.make()
        try file.check()
        guard file.isWritable else { throw .notWritable(path: file.path) }
        let connection = try Connection(file, access: .full, readOnly: false, timeout: defaultTimeout)
        let schema = try connection.read { try Schema(of: $0) }
        if schema.isBlank {
            try connection.useWriteAheadLog()
            try connection.write { db in
                // Another process may have been faster.
                let schema = try Schema(of: db)
                if schema.isBlank { try schema.migrate(db) }
            }
        }
        return try VisitStore(connection, readOnly: false)
    }

    /// Opens an existing store.
    ///
    /// - Parameters:
    ///   - readOnly: nothing will be written; the file and its folder may be read-only for this user.
    ///   - timeout: for how many seconds an act waits for another process that is writing before it fails as `busy`.
    /// - Throws: `missing`, `isAFolder`, `notAStore`, `newerSchema`, `notReadable`, `notWritable`, …
    public init(
        openingAt path: String, readOnly: Bool = false, timeout: Double = defaultTimeout
    ) throws(StoreError) {
        try self.init(openingAt: path, readOnly: readOnly, timeout: timeout, migrations: Migration.all)
    }

    /// Opens an existing store for reading by several threads at a time, to be kept open for as long as `isCurrent` says.
    ///
    /// - Throws: as `init(openingAt:readOnly:timeout:)`.
    public init(keepingOpen path: String) throws(StoreError) {
        let file = StoreFile(path)
        try file.check()
        let connection = try Connection(
            file, access: file.readingAccess(), readOnly: true, timeout: Self.defaultTimeout, isKept: true)
        try self.init(connection, readOnly: true)
    }

    /// Whether the store can be kept open: its path still leads to the file that was opened, and nobody can take from it
    /// unnoticed what it reads by.
    public var isCurrent: Bool { connection.isCurrent }

    /// Refuses a schema that another program has brought the store to meanwhile.
    ///
    /// - Throws: `newerSchema`.
    public func requireKnownSchema() throws(StoreError) {
        try Self.require(try connection.read { try Schema(of: $0) }, Migration.newest, path: path)
    }

    static func require(_ schema: Schema, _ known: Int, path: String) throws(StoreError) {
        guard schema.isStore else { throw .notAStore(path: path) }
        guard schema.version <= known else { throw .newerSchema(path: path, found: schema.version, known: known) }
    }

    /// Opens an existing store, and brings it to the schema that `migrations` lead to.
    init(
        openingAt path: String, readOnly: Bool, timeout: Double, migrations: [Migration]
    ) throws(StoreError) {
        let file = StoreFile(path)
        try file.check()
        let access = readOnly ? try file.readingAccess() : .full
        guard readOnly || file.isWritable else { throw .notWritable(path: file.path) }
        let connection = try Connection(file, access: access, readOnly: readOnly, timeout: timeout)
        try self.init(connection, readOnly: readOnly, timeout: timeout, migrations: migrations)
    }

    /// For how many seconds an act waits for another process, where nothing else is said.
    public static let defaultTimeout = 5.0

    private init(
        _ connection: Connection, readOnly: Bool, timeout: Double = defaultTimeout,
        migrations: [Migration] = Migration.all
    ) throws(StoreError) {
        let path = connection.path
        let known = migrations.last?.version ?? 0
        let schema = try connection.read { try Schema(of: $0) }
        try Self.require(schema, known, path: path)
        self.init(connection: connection, author: nil)
        guard schema.version < known else { return }
        guard !readOnly else { throw .olderSchema(path: path, found: schema.version, known: known) }
        try upgrade(by: migrations, to: known, timeout: timeout)
    }

    /// Brings the store to the schema `known`, once, whoever else opens it at the same time.
    private mutating func upgrade(by migrations: [Migration], to known: Int, timeout: Double) throws(StoreError) {
        let lock = try FileLock.forUpgrade(of: path, timeout: timeout)
        defer { withExtendedLifetime(lock) {} }
        try Self.removeDeadUpgradeDrafts(beside: path)
        // Another opener may have done it while this one waited.
        let schema = try connection.read { try Schema(of: $0) }
        try Self.require(schema, known, path: path)
        guard schema.version < known else { return }
        // What a migration has changed is not changed back; the copy beside the store is the way back.
        let copy = try backUpOnce(as: "\(path).before-schema-\(known)")
        try connection.write { db in try Schema(of: db).migrate(db, by: migrations) }
        upgrade = StoreUpgrade(from: schema.version, to: known, copy: copy)
    }

    /// Closes the store; no act is possible afterwards.
    public func close() throws(StoreError) {
        try connection.close()
    }
}
