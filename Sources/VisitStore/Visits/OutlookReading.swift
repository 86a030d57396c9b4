import GRDB
import VisitModel

/// Answers "when is the next visit?" for a set of bonds, all at once.
///
/// Every step looks up a list of keys by an index, so that one child costs the same in a small and in a large store.
struct OutlookReading {
    private struct Pair: Hashable {
        var child: Identifier<Child>
        var prisoner: Identifier<Prisoner>
    }

    private let db: Database
    private let reach: Reach
    private let today: Day

    init(_ db: Database, within reach: Reach, today: Day) {
        self.db = db
        self.reach = reach
        self.today = today
    }

    /// The answers for the selected bonds, by child and prisoner.
    func outlooks(_ selection: OutlookSelection) throws -> [Outlook] {
        let bonds = try bonds(selection)
        let children = try found(ChildRecord.self, bonds.map(\.child), by: \.id)
        let prisoners = try found(PrisonerRecord.self, bonds.map(\.prisoner), by: \.id)
        let households = try found(HouseholdRecord.self, children.values.map(\.household), by: \.id)
        let childList = NestedText.list(children.keys.map(\.text))
        let last = try lastVisits(ofChildren: childList)
        let next = try nextVisits(ofChildren: childList)
        let refusals = try refusals(ofChildren: childList)
        return try bonds.map { bond in
            guard let child = children[bond.child], let prisoner = prisoners[bond.prisoner],
                let household = households[child.household]
            else { throw StoreError.damagedRow(table: "bond", key: bond.id.text, column: "child") }
            let pair = Pair(child: bond.child, prisoner: bond.prisoner)
            return Outlook(
                child: child, prisoner: prisoner, household: household, relation: bond.relation, lastVisit: last[pair],
                next: next[pair], refusal: next[pair] == nil ? refusals[pair] : nil)
        }
    }

    private func found<Record: StoreRecord, Thing>(
        _ record: Record.Type, _ ids: [Identifier<Thing>], by id: (Record.Value) -> Identifier<Thing>
    ) throws -> [Identifier<Thing>: Record.Value] {
        let values = try Record.listed(Set(ids).map(\.text), db)
        return Dictionary(values.map { (id($0), $0) }) { first, _ in first }
    }

    // MARK: Selection

    private func bonds(_ selection: OutlookSelection) throws -> [Bond] {
        var condition = ofVisibleChildren
        if !selection.children.isEmpty {
            let ids = try selection.children.flatMap { try childIDs($0) }
            condition.add("child IN (SELECT value FROM json_each(?))", NestedText.list(ids))
        }
        if let prisoner = selection.prisoner {
            try require(prisoner)
            condition.add("prisoner = ?", prisoner.text)
        }
        if let household = selection.household {
            try require(household)
            condition.add("child IN (SELECT id FROM child WHERE household = ?)", household.text)
        }
        let statement = try db.cachedStatement(
            sql: BondRecord.table.select(where: condition.sql, orderBy: "child, prisoner"))
        try statement.setArguments(condition.arguments)
        return try BondRecord.read(statement)
    }

    /// The children whom a text names: the one of that identifier, otherwise all of that full name.
    private func childIDs(_ asked: String) throws -> [String] {
        if let id = try visibleChildren("id = ?", asked).first { return [id] }
        let named = try visibleChildren("name = ?", asked)
        guard !named.isEmpty else { throw try unknown(asked, .child) }
        return named
    }

    /// Limits bonds to those of the children within reach.
    private var ofVisibleChildren: Condition {
        var condition = Condition()
        guard reach != .everything else { return condition }
        var visible = Condition()
        visible.addHousehold("household", within: reach)
        condition.add("child IN (SELECT id FROM child WHERE \(visible.sql))", all: visible)
        return condition
    }

    private func require(_ prisoner: Identifier<Prisoner>) throws {
        guard reach != .everything else { return try Existence.require(prisoner, .prisoner, db) }
        var condition = ofVisibleChildren
        condition.add("prisoner = ?", prisoner.text)
        try require(condition, "bond", prisoner.text, .prisoner)
    }

    private func require(_ household: Identifier<Household>) throws {
        guard reach != .everything else { return try Existence.require(household, .household, db) }
        var condition = Condition()
        condition.add("id = ?", household.text)
        condition.addHousehold("id", within: reach)
        try require(condition, "household", household.text, .household)
    }

    private func require(_ condition: Condition, _ table: String, _ asked: String, _ thing: StoreError.Thing) throws {
        let found = try Row.fetchOne(
            db, sql: "SELECT 1 FROM \(table) WHERE \(condition.sql) LIMIT 1", arguments: condition.arguments)
        if found == nil { throw try unknown(asked, thing) }
    }

    /// The failure for what is not there. To somebody who does not see everything it names nothing that is like it.
    private func unknown(_ asked: String, _ thing: StoreError.Thing) throws -> StoreError {
        reach == .everything ? try Existence.failure(asked, thing, db) : .noSuch(thing, asked: nil, nearest: [])
    }

    private func visibleChildren(_ part: String, _ asked: String) throws -> [String] {
        var condition = Condition()
        condition.add(part, asked)
        condition.addHousehold("household", within: reach)
        let statement = try db.cachedStatement(sql: "SELECT id FROM child WHERE \(condition.sql) ORDER BY id")
        try statement.setArguments(condition.arguments)
        return try String.fetchAll(statement)
    }

    // MARK: Visits and refusals

    /// The last day on which each child saw each prisoner. What was planned and not recorded as held does not count.
    private func lastVisits(ofChildren list: String) throws -> [Pair: Day] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT visitChild.child, visit.prisoner, max(visit.date)
                FROM json_each(?) AS asked
                CROSS JOIN visitChild ON visitChild.child = asked.value
                CROSS JOIN visit ON visit.id = visitChild.visit
                WHERE visit.status = 'held' AND visit.date <= ?
                GROUP BY visitChild.child, visit.prisoner
                """, arguments: [list, today.number])
        var last: [Pair: Day] = [:]
        while let row = try rows.next() {
            last[Pair(child: Identifier(row[0]), prisoner: Identifier(row[1]))] = Day(number: row[2])
        }
        return last
    }

    /// The earliest visit ahead of each child with each prisoner.
    private func nextVisits(ofChildren list: String) throws -> [Pair: VisitDetail] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT visitChild.child, visit.prisoner, visit.id
                FROM json_each(?) AS asked
                CROSS JOIN visitChild ON visitChild.child = asked.value
                CROSS JOIN visit ON visit.id = visitChild.visit
                WHERE visit.status IN ('proposed', 'requested', 'confirmed') AND visit.date >= ?
                ORDER BY visit.date, visit.start, visit.id
                """, arguments: [list, today.number])
        var first: [Pair: String] = [:]
        while let row = try rows.next() {
            let pair = Pair(child: Identifier(row[0]), prisoner: Identifier(row[1]))
            if first[pair] == nil { first[pair] = row[2] }
        }
        let visits = try VisitReading.visits(
            where: "id IN (SELECT value FROM json_each(?))", [NestedText.list(Set(first.values))], db)
        let found = try DetailReading(visits, within: reach, db).details()
        let details = Dictionary(found.map { ($0.visit.id.text, $0) }) { first, _ in first }
        return first.compactMapValues { details[$0] }
    }

    private func refusals(ofChildren list: String) throws -> [Pair: Refusal] {
        let statement = try db.cachedStatement(
            sql: RefusalRecord.table.select(
                where: "child IN (SELECT value FROM json_each(?))", orderBy: "child, prisoner"))
        try statement.setArguments([list])
        let refusals = try RefusalRecord.read(statement)
        return Dictionary(refusals.map { (Pair(child: $0.child, prisoner: $0.prisoner), $0) }) { first, _ in first }
    }
}
