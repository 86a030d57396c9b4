import GRDB
import Synchronization

/// The connection pool of a process that reads for long and with several threads. A read takes a free connection and
/// opens another one where none is free, so there are as many as there were reads at a time.
///
/// GRDB's own pool lets threads wait for one another while they take a connection and while they give it back. Beside
/// readings as short as these that waiting weighs heavily.
final class ReaderPool: Sendable {
    private let free = Mutex<[DatabaseQueue]>([])
    private let path: String
    private let configuration: Configuration

    /// Connections to the file at `path`, whose log is open elsewhere in the process for as long as they are used.
    init(path: String, _ configuration: Configuration) {
        self.path = path
        var configuration = configuration
        configuration.readonly = true
        self.configuration = configuration
    }

    /// Reads in one transaction.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        let known = free.withLock { $0.popLast() }
        let reader = try known ?? DatabaseQueue(path: path, configuration: configuration)
        defer { free.withLock { $0.append(reader) } }
        return try reader.unsafeRead { db in
            // The two statements are prepared once and kept, which GRDB's own transactions are not.
            try db.cachedStatement(sql: "BEGIN").execute()
            // Where it fails badly, SQLite has ended the transaction.
            defer { if db.isInsideTransaction { try? db.cachedStatement(sql: "COMMIT").execute() } }
            return try body(db)
        }
    }

    /// Lets go of the file.
    func close() throws {
        let all = free.withLock { free in
            defer { free = [] }
            return free
        }
        for reader in all { try reader.close() }
    }
}
