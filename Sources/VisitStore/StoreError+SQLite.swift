import GRDB

extension StoreError {
    /// The failure that `error` stands for. SQL and its arguments, which may hold names, are left behind.
    ///
    /// - Parameter path: the store's file.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        default: self = .failed(path: path, code: 0)
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let code = Int(error.extendedResultCode.rawValue)
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_READONLY: self = .notWritable(path: path)
        case .SQLITE_PERM, .SQLITE_AUTH: self = .notReadable(path: path)
        case .SQLITE_NOTADB: self = .notAStore(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path)
        case .SQLITE_IOERR, .SQLITE_CANTOPEN:
            // A file beside the store that could not be made or grown, for want of room.
            let isFull = StoreFile(path).room.map { $0.free < 1 << 16 } ?? false
            self = isFull ? .diskFull(path: path) : .inputOutput(path: path, code: code)
        default: self = .failed(path: path, code: code)
        }
    }

    /// The failure of writing one row: a broken rule of the schema is named, whatever the row holds is not.
    init(writing key: String, of table: TableShape, _ error: DatabaseError, path: String) {
        guard error.resultCode == .SQLITE_CONSTRAINT else {
            self.init(error, path: path)
            return
        }
        self = .refused(table: table.heading, key: key, rule: Self.rule(of: error))
    }

    /// The name of the broken rule: SQLite's message ends with a constraint's or a column's name, never with a value.
    private static func rule(of error: DatabaseError) -> String {
        let message = error.message ?? ""
        let name = message.split(separator: ":").last.map { $0.drop { $0 == " " } } ?? ""
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return "reference"
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: return "unique \(name)"
        case .SQLITE_CONSTRAINT_NOTNULL: return "required \(name)"
        default: return String(name)
        }
    }
}
