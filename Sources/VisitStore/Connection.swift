import GRDB

/// One connection to a store's file.
///
/// One connection is enough: a command asks once, and SQLite's log lets any number of processes read while one
/// writes. GRDB serialises the acts of the threads of one process.
struct Connection: Sendable {
    /// `visi`: marks the file as a store of this program (`PRAGMA application_id`).
    static let applicationID = 0x7669_7369

    /// The store's absolute path.
    let path: String
    private let queue: DatabaseQueue
    private let readOnly: Bool
    /// The file's signature where it is read without any lock: its change must not go unnoticed.
    private let watched: [Int]?

    /// Opens `file`, which exists.
    ///
    /// - Parameter patience: for how many seconds to wait for another process that is writing.
    init(_ file: StoreFile, access: StoreFile.Access, readOnly: Bool, patience: Double) throws(StoreError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.readonly = access != .full
        configuration.prepareDatabase { db in
            // FULL: a published plan goes out to people at once and must survive a loss of power. Writes are few.
            try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY")
            // What is deleted is written over: a name that was erased must not be found in a free page.
            try db.execute(sql: "PRAGMA secure_delete = ON")
        }
        path = file.path
        self.readOnly = readOnly
        watched = access == .immutable ? file.signature : nil
        do {
            queue = try DatabaseQueue(
                path: access == .immutable ? file.immutableName : file.path, configuration: configuration)
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// Reads in one transaction: all that `body` sees is of one moment.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do {
            let result = try queue.read(body)
            if let watched, StoreFile(path).signature != watched { throw StoreError.busy(path: path) }
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
    func copy(to other: Connection) throws(StoreError) {
        do {
            try queue.backup(to: other.queue)
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
            try queue.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
