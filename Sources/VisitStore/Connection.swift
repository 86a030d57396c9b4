import GRDB

/// The way to a store's file: one connection, or where many threads ask for long, several that are kept.
///
/// One connection is enough for a command, which asks once; SQLite's log lets any number of processes read while one
/// writes. GRDB serialises the acts of threads that share a connection.
struct Connection: Sendable {
    /// `visi`: marks the file as a store of this program (`PRAGMA application_id`).
    static let applicationID = 0x7669_7369

    /// How many pages are copied at a time where a check is made between.
    private static let pagesPerStep: CInt = 4

    private let file: StoreFile
    private let queue: DatabaseQueue
    /// What reads where many threads ask for long; nil where the one connection does.
    private let readers: Readers?
    private let readOnly: Bool
    /// The file's signature where it is read without any lock: its change must not go unnoticed.
    private let watched: [Int]?
    /// The file that was opened; nil where it must not be kept open.
    private let opened: StoreFile.Identity?

    /// Opens `file`, which exists.
    ///
    /// - Parameters:
    ///   - patience: for how many seconds to wait for another process that is writing.
    ///   - isKept: whether it is kept open, to be read by several threads at a time.
    init(
        _ file: StoreFile, access: StoreFile.Access, readOnly: Bool, patience: Double, isKept: Bool = false
    ) throws(StoreError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.readonly = access != .full
        configuration.prepareDatabase { db in
            // FULL: a published plan goes out to people at once and must survive a loss of power. Writes are few.
            // The cache is for a run's long reading; the pages of many short ones are in the system's own.
            let cache = isKept ? -4096 : -65_536
            try db.execute(
                sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = \(cache); PRAGMA temp_store = MEMORY")
            // What is deleted is written over: a name that was erased must not be found in a free page.
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        self.file = file
        self.readOnly = readOnly
        watched = access == .immutable ? file.signature : nil
        // Without a lock of its own a reader would not see that others have taken the log's files away.
        opened = access == .full ? file.identity : nil
        do {
            queue = try DatabaseQueue(
                path: access == .immutable ? file.immutableName : file.path, configuration: configuration)
            readers = isKept && access == .full ? Readers(path: file.path, configuration) : nil
            // SQLite opens the log with the first look into the file. This connection, which may write, makes it where
            // it is missing, and keeps it for the readers, which may not.
            if readers != nil { _ = try queue.read { try Schema(of: $0) } }
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// The store's absolute path.
    var path: String { file.path }

    /// Whether it can be kept open, and its path still leads to the file that was opened.
    var isCurrent: Bool { opened != nil && opened == file.identity }

    /// Reads in one transaction: all that `body` sees is of one moment.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do {
            let result = try readers?.read(body) ?? queue.read(body)
            if let watched, file.signature != watched { throw StoreError.busy(path: path) }
            return result
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes in one transaction: all of `body` takes place, or, where it throws, nothing.
    func write<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        guard !readOnly else { throw .notWritable(path: path) }
        do {
            return try queue.write(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Does in one transaction what `write` would do, and takes it back.
    func rehearse<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        guard !readOnly else { throw .notWritable(path: path) }
        do {
            return try queue.writeWithoutTransaction { db in
                try db.execute(sql: "BEGIN IMMEDIATE")
                defer { try? db.execute(sql: "ROLLBACK") }
                return try body(db)
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Turns on the log, which lets others read while one writes. It is a property of the file and stays.
    func useWriteAheadLog() throws(StoreError) {
        do {
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes the log into the file and empties it, as far as no reader holds it.
    func foldLog() throws(StoreError) {
        do {
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Makes the file complete in itself: nothing of it is in a log beside it.
    func useRollbackJournal() throws(StoreError) {
        do {
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Copies everything, as of one moment, into `other`, in one transaction of it.
    ///
    /// - Parameter check: called once nobody else can write into `other`; where it throws, `other` stays as it is.
    func copy(to other: Connection, check: (() throws -> Void)? = nil) throws(StoreError) {
        var isChecked = check == nil
        do {
            // The first step takes the lock for writing, and is never the last: every store has more pages.
            try queue.backup(to: other.queue, pagesPerStep: isChecked ? -1 : Self.pagesPerStep) { _ in
                guard !isChecked else { return }
                isChecked = true
                try check?()
            }
        } catch {
            throw StoreError(error, path: other.path)
        }
    }

    /// Reads the whole file.
    ///
    /// - Throws: `damaged` where SQLite finds a broken page or index, or a reference that leads nowhere.
    func requireSound() throws(StoreError) {
        let isSound = try read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"]
                && Row.fetchOne(db, sql: "PRAGMA foreign_key_check") == nil
        }
        guard isSound else { throw .damaged(path: path) }
    }

    /// Lets go of the file. The files -wal and -shm beside it go with the last connection.
    func close() throws(StoreError) {
        do {
            try readers?.close()
            try queue.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
