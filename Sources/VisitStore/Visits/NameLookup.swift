import GRDB
import VisitModel

/// Finds people by what somebody types for a name.
struct NameLookup {
    private let db: Database
    private let reach: Reach

    init(_ db: Database, within reach: Reach) {
        self.db = db
        self.reach = reach
    }

    /// The identifiers of the children within reach whose names are nearest to `asked`; none where no name is like it.
    func children(called asked: String) throws -> [String] {
        var condition = Condition()
        condition.addHousehold("household", within: reach)
        condition.addTakenAlong("id", within: reach)
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, name FROM child WHERE \(condition.sql) ORDER BY id", arguments: condition.arguments)
        let people = rows.map { (id: $0[0] as String, name: $0[1] as String) }
        // Somebody may still know the identifier of before.
        if let current = try Alias.current(of: asked, .child, db), people.contains(where: { $0.id == current }) {
            return [current]
        }
        return NameSearch(asked).nearest(of: people, by: \.name).map(\.id)
    }
}

extension StoreView {
    /// The children whom a text names: the one of that identifier, otherwise all of that name, in whichever way it was
    /// typed; none where nobody is called so.
    public func children(called asked: String) throws(StoreError) -> [Identifier<Child>] {
        try connection.read { db in
            var condition = Condition("id", among: [asked])
            condition.addChild("id", within: reach)
            if let child = try ChildRecord.all(where: condition, db).first { return [child.id] }
            return try NameLookup(db, within: reach).children(called: asked).map { Identifier($0) }
        }
    }
}
