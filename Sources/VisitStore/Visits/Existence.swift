import GRDB
import VisitModel

/// Whether something that was asked for exists, and what to say where it does not.
enum Existence {
    /// Refuses an identifier that nothing has.
    static func require<Value>(_ id: Identifier<Value>, _ entity: StoreError.Entity, _ db: Database) throws {
        let statement = try db.cachedStatement(sql: "SELECT 1 FROM \(entity.rawValue) WHERE id = ?")
        let found = try Row.fetchOne(statement, arguments: [id.text])
        if found == nil { throw try failure(id.text, entity, db) }
    }

    /// Refuses an identifier of a person, or of a person's household, that nothing within `reach` has. To somebody who does
    /// not see everything the refusal names nothing that is like it.
    static func require<Value>(
        _ id: Identifier<Value>, _ entity: StoreError.Entity, within reach: Reach, _ db: Database
    ) throws {
        guard reach != .everything else { return try require(id, entity, db) }
        var condition = Condition()
        condition.add("id = ?", id.text)
        switch entity {
        case .child: condition.addChild("id", within: reach)
        case .household: condition.addHousehold("id", within: reach)
        case .guardian: condition.addHousehold("household", within: reach)
        case .escort: condition.addEscort("id", within: reach)
        case .prisoner: condition.addPrisoner("id", within: reach)
        case .visit: condition.addVisit(within: reach)
        case .prison, .session, .organisation: break
        case .message: condition.addMessage(within: reach)
        case .feed, .token: condition.add("FALSE")
        }
        let found = try Row.fetchOne(
            db, sql: "SELECT 1 FROM \(entity.rawValue) WHERE \(condition.sql)", arguments: condition.arguments)
        if found == nil { throw StoreError.noSuch(entity, asked: nil, nearest: []) }
    }

    /// Refuses a calendar's subject that does not exist within `reach`.
    static func require(_ scope: Feed.Scope, within reach: Reach, _ db: Database) throws {
        switch scope {
        case .household(let id), .home(let id): try require(id, .household, within: reach, db)
        case .child(let id): try require(id, .child, within: reach, db)
        case .escort(let id): try require(id, .escort, within: reach, db)
        case .prison(let id): try require(id, .prison, within: reach, db)
        case .prisoner(let id): try require(id, .prisoner, within: reach, db)
        }
    }

    /// Refuses a recipient of messages who does not exist within `reach`.
    static func require(_ recipient: Message.Recipient, within reach: Reach, _ db: Database) throws {
        switch recipient {
        case .household(let id): try require(id, .household, within: reach, db)
        case .guardian(let id): try require(id, .guardian, within: reach, db)
        case .escort(let id): try require(id, .escort, within: reach, db)
        }
    }

    /// The failure to report for `asked`, which nothing has as its identifier.
    ///
    /// A text that may be a person's name is not repeated: failures go into logs.
    static func failure(_ asked: String, _ entity: StoreError.Entity, _ db: Database) throws -> StoreError {
        guard looksLikeIdentifier(asked) else { return .noSuch(entity, asked: nil, nearest: []) }
        if let kind = Alias.Kind(rawValue: entity.rawValue), let current = try Alias.current(of: asked, kind, db) {
            return .noSuch(entity, asked: asked, nearest: [current])
        }
        let before = try String.fetchAll(
            db, sql: "SELECT id FROM \(entity.rawValue) WHERE id < ? ORDER BY id DESC LIMIT 2", arguments: [asked])
        let after = try String.fetchAll(
            db, sql: "SELECT id FROM \(entity.rawValue) WHERE id > ? ORDER BY id LIMIT 2", arguments: [asked])
        let near = (before.reversed() + after).filter { $0.first == asked.first && looksLikeIdentifier($0) }
        return .noSuch(entity, asked: asked, nearest: near)
    }

    /// Whether a text is surely no person's name: ASCII without spaces, with a digit in it.
    private static func looksLikeIdentifier(_ text: String) -> Bool {
        text.utf8.count <= 64 && text.unicodeScalars.allSatisfy { $0.isASCII && $0.value > 0x20 && $0.value < 0x7F }
            && text.utf8.contains { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    }
}
