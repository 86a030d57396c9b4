import Foundation
import GRDB
import VisitFormats
import VisitModel

extension VisitStore {
    /// Keeps a calendar subscription. Of the secret in its address only the SHA-256 digest is stored.
    ///
    /// - Throws: `noSuch` where there is nobody whose visits it would show; `refused` where identifier or secret are in use.
    public func createFeed(_ feed: Feed, token: String) throws(StoreError) {
        try connection.write { db in
            try Existence.require(feed.scope, within: .everything, db)
            let names = FeedRecord.table.columns.map(\.name) + ["tokenDigest"]
            let marks = names.map { _ in "?" }.joined(separator: ", ")
            let cells = FeedRecord.cells(of: feed) + [Self.digest(of: token)]
            do {
                try db.execute(
                    sql: "INSERT INTO feed (\(names.joined(separator: ", "))) VALUES (\(marks))",
                    arguments: StatementArguments(cells))
            } catch let error as DatabaseError {
                throw StoreError(writing: feed.id.text, of: FeedRecord.table, error, path: path)
            }
            try note("feed.create", "feed \(feed.id)", ["\(feed.scope.kind.rawValue)=\(feed.scope.subject)"], db)
            try StoreState.count(dataChanged: false, db)
        }
    }

    /// The subscription with that secret, revoked or not; nil where there is none.
    public func feed(token: String) throws(StoreError) -> Feed? {
        try connection.read { db in
            let statement = try db.cachedStatement(
                sql: FeedRecord.table.select(where: "tokenDigest = ?", orderBy: "id"))
            try statement.setArguments([Self.digest(of: token)])
            return try FeedRecord.read(statement).first
        }
    }

    /// All subscriptions, by identifier.
    public func feeds() throws(StoreError) -> [Feed] {
        try connection.read { try FeedRecord.all($0) }
    }

    /// Revokes a subscription. One that was revoked before keeps its first moment.
    ///
    /// - Throws: `noSuch` for an unknown subscription.
    public func revokeFeed(_ id: Identifier<Feed>, at: Instant) throws(StoreError) {
        try connection.write { db in
            try Existence.require(id, .feed, db)
            try db.execute(
                sql: "UPDATE feed SET revoked = ? WHERE id = ? AND revoked IS NULL", arguments: [at.seconds, id.text])
            guard db.changesCount > 0 else { return }
            try note("feed.revoke", "feed \(id)", [], db)
            try StoreState.count(dataChanged: false, db)
        }
    }

    static func digest(of token: String) -> DatabaseValue {
        Data(SHA256Digest.bytes(of: token.utf8)).databaseValue
    }
}
