import Foundation
import GRDB
import VisitFormats
import VisitModel

/// What was ended for good in a store: children who were erased, tokens and calendars that were revoked.
///
/// A backup from before an ending does not know of it. So that a restore does not take it back, it is read from the audit
/// log of the store that is replaced, and from digests that are kept beside the backups (`EndingKey`).
struct Endings {
    /// What can be ended.
    enum Entity: String, CaseIterable {
        case child, token, feed

        /// The act by which the audit log tells of its end.
        var act: String { self == .child ? "child.erase" : "\(rawValue).revoke" }
    }

    /// One thing, as the audit log names it: `child C17`.
    struct Subject: Hashable, Comparable {
        let entity: Entity
        let id: String

        var text: String { "\(entity.rawValue) \(id)" }

        static func < (a: Self, b: Self) -> Bool { a.text.utf8.lexicographicallyPrecedes(b.text.utf8) }
    }

    /// How often each was ended: a child that was erased and entered again can be erased again.
    private(set) var times: [Subject: Int] = [:]

    /// Nothing was ended.
    init() {}

    /// What was ended in a store, of whatever schema.
    init(of db: Database) throws {
        if try db.tableExists("auditEntry") {
            for entity in Entity.allCases {
                let rows = try Row.fetchAll(
                    db, sql: "SELECT subject, count(*) FROM auditEntry WHERE act = ? GROUP BY subject",
                    arguments: [entity.act])
                for row in rows {
                    let subject: String = row[0]
                    times[Subject(entity: entity, id: String(subject.dropFirst(entity.rawValue.count + 1)))] = row[1]
                }
            }
        }
        // An erasure revokes calendars without a line of their own, and a store need not have an author.
        for entity in [Entity.token, .feed] where try db.tableExists(entity.rawValue) {
            for id in try String.fetchAll(db, sql: "SELECT id FROM \(entity.rawValue) WHERE revoked IS NOT NULL") {
                times[Subject(entity: entity, id: id)] = 1
            }
        }
        for subject in times.keys where subject.entity != .child { times[subject] = 1 }
    }

    /// How often that was ended.
    subscript(_ subject: Subject) -> Int { times[subject] ?? 0 }

    /// What is there and was not ended: children with a name, tokens and calendars that were not revoked.
    ///
    /// - Parameter moment: tokens that have ended by themselves by then are left out; nil for all.
    static func inForce(in db: Database, at moment: Instant?) throws -> Set<Subject> {
        let notEnded = moment.map { " AND expires > \($0.seconds)" } ?? ""
        let conditions: [(Entity, String)] = [
            (.child, "name <> ''"), (.token, "revoked IS NULL" + notEnded), (.feed, "revoked IS NULL"),
        ]
        var inForce: Set<Subject> = []
        for (entity, condition) in conditions where try db.tableExists(entity.rawValue) {
            let ids = try String.fetchAll(db, sql: "SELECT id FROM \(entity.rawValue) WHERE \(condition)")
            inForce.formUnion(ids.map { Subject(entity: entity, id: $0) })
        }
        return inForce
    }
}

/// Makes digests of what was ended that only who has the store or a copy of it can compare (HMAC-SHA256 of the store's
/// secret): beside the backups they tell nobody which children there were.
struct EndingKey {
    private let secret: [UInt8]

    /// The key of a store; nil for a store from before schema 10, which has none.
    init?(of db: Database) throws {
        guard try db.columns(in: "storeState").contains(where: { $0.name == "secret" }),
            let secret = try Data.fetchOne(db, sql: "SELECT secret FROM storeState")
        else { return nil }
        self.secret = [UInt8](secret)
    }

    /// Which store it is.
    var origin: String { digest("store") }

    /// The digest of the `time`th ending of a subject, from 1.
    func digest(of subject: Endings.Subject, time: Int) -> String { digest("\(subject.text) \(time)") }

    private func digest(_ text: String) -> String {
        SHA256Digest.text(of: SHA256Digest.authenticated("ended: \(text)".utf8, by: secret).prefix(16))
    }
}

extension VisitStore {
    /// Digests of all that was ended in this store, in order, to be kept beside its backups; empty for a store without a
    /// secret. They can be compared by this store and its copies alone.
    public func endingDigests() throws(StoreError) -> [String] {
        try connection.read { db in
            guard let key = try EndingKey(of: db) else { return [] }
            return try Endings(of: db).times.flatMap { subject, times in
                (1...times).map { key.digest(of: subject, time: $0) }
            }.sorted()
        }
    }
}
