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
    private let access: StoreFile.Access
    private let timeout: Double
    private let queue: DatabaseQueue
    /// What reads where many threads ask for long; nil where the one connection does.
    private let readers: ReaderPool?
    private let readOnly: Bool
    /// The file's signature where it is read without any lock: its change must not go unnoticed.
    private let watched: [Int]?
    /// The file that was opened; nil where it must not be kept open.
    private let opened: StoreFile.Identity?
    /// The day on which is written; nil where nobody says.
    private var day: WritingDay?

    /// Opens `file`, which exists.
    ///
    /// - Parameters:
    ///   - timeout: for how many seconds to wait for another process that is writing.
    ///   - isKept: whether it is kept open, to be read by several threads at a time.
    init(
        _ file: StoreFile, access: StoreFile.Access, readOnly: Bool, timeout: Double, isKept: Bool = false
    ) throws(StoreError) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(timeout)
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
        self.access = access
        self.timeout = timeout
        self.readOnly = readOnly
        watched = access == .immutable ? file.signature : nil
        // Without a lock of its own a reader would not see that others have taken the log's files away.
        opened = access == .full ? file.identity : nil
        do {
            queue = try Self.queue(access == .immutable ? file.immutableName : file.path, configuration)
            readers = isKept && access == .full ? ReaderPool(path: file.path, configuration) : nil
            // SQLite opens the log with the first look into the file. This connection, which may write, makes it where
            // it is missing, and keeps it for the readers, which may not.
            if readers != nil { _ = try queue.read { try Schema(of: $0) } }
        } catch {
            throw StoreError(error, path: file.path)
        }
    }

    /// This connection, by which is written on that day.
    func written(on day: WritingDay) -> Connection {
        var connection = self
        connection.day = day
        return connection
    }

    /// The store's absolute path.
    var path: String { file.path }

    /// Whether it can be kept open, and its path still leads to the file that was opened.
    var isCurrent: Bool { opened != nil && opened == file.identity }

    /// Opens the file, a second time where the first looked into something that is no store: one reading may fail, and
    /// the file be whole.
    private static func queue(_ name: String, _ configuration: Configuration) throws -> DatabaseQueue {
        do {
            return try DatabaseQueue(path: name, configuration: configuration)
        } catch let error as DatabaseError
            where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT
        {
            return try DatabaseQueue(path: name, configuration: configuration)
        }
    }

    /// Reads in one transaction: all that `body` sees is of one moment. What looks like damage is read again from the
    /// disk before it is reported.
    func read<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        do {
            return try readOnce(body)
        } catch {
            guard error.mayBeOfOneReading else { throw error }
        }
        do throws(StoreError) {
            return try readAnew(body)
        } catch {
            throw confirmed(error)
        }
    }

    /// Reads by a connection that has nothing in its memory yet.
    private func readAnew<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
        let fresh = try Connection(file, access: access, readOnly: true, timeout: timeout)
        defer { try? fresh.close() }
        return try fresh.readOnce(body)
    }

    private func readOnce<Result>(_ body: (Database) throws -> Result) throws(StoreError) -> Result {
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
        // The number that the write has given itself, from the moment at which only its completion was left.
        var revision: Int?
        do {
            return try queue.write { db in
                let before = db.totalChangesCount
                let result = try body(db)
                if let day, db.totalChangesCount != before { try day.note(db) }
                revision = try StoreState(of: db).revision
                return result
            }
        } catch {
            let failure = StoreError(error, path: path)
            if let revision { throw completionFailed(failure, of: revision) }
            throw failure.mayBeOfOneReading ? confirmed(failure) : failure
        }
    }

    /// What is so where a transaction failed as it was completed. An error of the disk may come after the change is on
    /// it.
    private func completionFailed(_ failure: StoreError, of revision: Int) -> StoreError {
        guard case .inputOutput(_, let code) = failure else { return failure }
        let found = try? { () throws -> Int? in
            let fresh = try Connection(file, access: access, readOnly: false, timeout: 0)
            defer { try? fresh.close() }
            // What the failed completion has left in the log is gone once the log is folded.
            guard try fresh.foldLog() else { return nil }
            return try fresh.readOnce { try StoreState(of: $0).revision }
        }()
        if let found, found < revision { return failure }
        return .completionUnknown(path: path, code: code)
    }

    /// The failure, where the whole file says it again; otherwise a reading of it has failed, once or for good.
    private func confirmed(_ failure: StoreError) -> StoreError {
        guard case .damaged = failure else { return failure }
        let unread = StoreError.inputOutput(path: path, code: Int(ResultCode.SQLITE_CORRUPT.rawValue))
        do throws(StoreError) {
            let isSound = try readAnew { try String.fetchAll($0, sql: "PRAGMA integrity_check(1)") == ["ok"] }
            return isSound ? unread : failure
        } catch {
            return error.mayBeOfOneReading ? failure : unread
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

    /// Writes the log into the file and empties it.
    ///
    /// - Returns: whether all of it; a reader may hold a part.
    @discardableResult
    func foldLog() throws(StoreError) -> Bool {
        do {
            return try queue.writeWithoutTransaction { db in
                try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")?[0] == 0
            }
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
            let failure = StoreError(error, path: other.path)
            // Only where `other` is a store in use may somebody ask what became of it.
            guard check != nil, isChecked, let revision = try? readOnce({ try StoreState(of: $0).revision }) else {
                throw failure
            }
            throw other.completionFailed(failure, of: revision)
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
