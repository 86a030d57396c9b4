import Foundation
import GRDB
import VisitFormats
import VisitModel

/// What a store or a copy of one says of itself, by which copies are told apart and put in order whatever their names and
/// times are.
public struct StoreCopy: Hashable, Sendable {
    /// Which store it is, as a digest that only this store and its copies give; nil for one from before schema 10.
    public let origin: String?
    /// The number of the last write that it holds.
    public let revision: Int
    /// The last line of its audit log.
    public let chainEnd: ChainEnd

    /// The end of an audit log.
    public struct ChainEnd: Hashable, Sendable {
        /// The position of its last line; 0 for an empty log.
        public let position: Int
        /// The digest of its last line, in base 16; empty for an empty log.
        public let digest: String

        /// As an audit line holds it: `412:9f0c…`.
        public var text: String { "\(position):\(digest)" }
    }

    init(of db: Database) throws {
        revision = try StoreState(of: db).revision
        origin = try EndingKey(of: db)?.origin
        let line =
            try db.tableExists("auditEntry")
            ? Row.fetchOne(db, sql: "SELECT position, digest FROM auditEntry ORDER BY position DESC LIMIT 1") : nil
        chainEnd = ChainEnd(
            position: line?[0] ?? 0, digest: (line?[1] as Data?).map { SHA256Digest.text(of: $0) } ?? "")
    }
}

extension VisitStore {
    /// What the copy of a store at `path` says of itself. Nothing is written, and no file is made beside it.
    ///
    /// - Throws: `missing`, `notAStore`, `newerSchema`, `damaged`, …
    public static func describeCopy(at path: String) throws(StoreError) -> StoreCopy {
        let copy = try openCopy(at: path)
        let facts = try copy.read { try StoreCopy(of: $0) }
        try copy.close()
        return facts
    }

    /// Opens the copy of a store at `path` for reading.
    static func openCopy(at path: String) throws(StoreError) -> Connection {
        let file = StoreFile(path)
        try file.check()
        let copy = try Connection(
            file, access: file.readingAccess(), readOnly: true, timeout: defaultTimeout)
        try require(try copy.read { try Schema(of: $0) }, Migration.newest, path: file.path)
        return copy
    }

    /// What this store says of itself.
    public func description() throws(StoreError) -> StoreCopy {
        try connection.read { try StoreCopy(of: $0) }
    }

    /// Whether nothing is lost where a store takes the place of what is at `path`: nothing is there, or an empty file, or a
    /// store into which nobody has written.
    ///
    /// - Throws: what keeps the file from being read, unless it is damaged.
    public static func holdsNothing(at path: String) throws(StoreError) -> Bool {
        let file = StoreFile(path)
        guard file.identity != nil else { return true }
        do throws(StoreError) {
            try file.check()
            let connection = try Connection(
                file, access: file.readingAccess(), readOnly: true, timeout: defaultTimeout)
            let isUnused = try connection.read { db in
                let schema = try Schema(of: db)
                return try schema.isBlank || schema.isStore && StoreState(of: db).revision == 0
            }
            try connection.close()
            return isUnused
        } catch .damaged {
            return false
        }
    }
}
