import GRDB
import VisitModel

/// Answers "when is the next visit?" for a set of bonds, all at once.
///
/// Every step looks up a list of keys by an index, so that one child costs the same in a small and in a large store.
struct OutlookReading {
    private struct Pair: Hashable {
        var child: Identifier<Child>
        var prisoner: Identifier<Prisoner>

        init(child: Identifier<Child>, prisoner: Identifier<Prisoner>) {
            (self.child, self.prisoner) = (child, prisoner)
        }

        init(_ bond: Bond) {
            self.init(child: bond.child, prisoner: bond.prisoner)
        }
    }

    /// When each child met and will meet each prisoner.
    private struct Meetings {
        /// The last day. What was planned and not recorded as held does not count.
        var last: [Pair: Day] = [:]
        /// The earliest visit ahead.
        var next: [Pair: Ahead] = [:]
    }

    /// A visit ahead. On one day, visits whose time is not known come first.
    private struct Ahead: Comparable {
        var day: Int
        var start: Int?
        var id: Identifier<Visit>

        static func < (a: Self, b: Self) -> Bool {
            (a.day, a.start ?? -1, a.id) < (b.day, b.start ?? -1, b.id)
        }
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
        var known = DetailReading.Known()
        for child in try selection.children.flatMap({ try children(called: $0) }) { known.children[child.id] = child }
        let bonds = try bonds(selection, Set(known.children.keys.map(\.text)))
        known.children = try ChildRecord.found(bonds.map(\.child), by: { $0.id }, known: known.children, db)
        known.prisoners = try PrisonerRecord.found(bonds.map(\.prisoner), by: { $0.id }, db)
        known.households = try HouseholdRecord.found(known.children.values.map(\.household), by: { $0.id }, db)
        let meetings = try meetings(of: known.children.keys.map(\.text))
        let next = try details(of: meetings.next, known)
        // A refusal stands in the place of a visit, and so is looked for only where there is none.
        let without = Set(bonds.filter { next[Pair($0)] == nil }.map(\.child.text))
        let refusals = without.isEmpty ? [:] : try refusals(of: without)
        return try bonds.map { bond in
            guard let child = known.children[bond.child], let prisoner = known.prisoners[bond.prisoner],
                let household = known.households[child.household]
            else { throw StoreError.damagedRow(table: "bond", key: bond.id.text, column: "child") }
            let pair = Pair(bond)
            return Outlook(
                child: child, prisoner: prisoner, household: household, relation: bond.relation,
                lastVisit: meetings.last[pair], next: next[pair], refusal: next[pair] == nil ? refusals[pair] : nil)
        }
    }

    // MARK: Selection

    private func bonds(_ selection: OutlookSelection, _ children: Set<String>) throws -> [Bond] {
        var condition = ofVisibleChildren
        if !selection.children.isEmpty { condition.add("child", among: children) }
        if let prisoner = selection.prisoner {
            try require(prisoner)
            condition.add("prisoner = ?", prisoner.text)
        }
        if let household = selection.household {
            try require(household)
            condition.add("child IN (SELECT id FROM child WHERE household = ?)", household.text)
        }
        return try BondRecord.all(where: condition, orderBy: "child, prisoner", db)
    }

    /// The children whom a text names: the one of that identifier, otherwise all of that full name.
    private func children(called asked: String) throws -> [Child] {
        if let child = try visibleChildren("id = ?", asked).first { return [child] }
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

    private func visibleChildren(_ part: String, _ asked: String) throws -> [Child] {
        var condition = Condition()
        condition.add(part, asked)
        condition.addHousehold("household", within: reach)
        return try ChildRecord.all(where: condition, db)
    }

    // MARK: Visits and refusals

    private func meetings(of children: [String]) throws -> Meetings {
        var condition = Condition()
        condition.add("visitChild.child", among: children)
        condition.add(
            """
            (visit.status = 'held' AND visit.date <= ?
            OR visit.status IN ('proposed', 'requested', 'confirmed') AND visit.date >= ?)
            """, [today.number, today.number])
        let statement = try db.cachedStatement(
            sql: """
                SELECT visitChild.child, visit.prisoner, visit.status = 'held', visit.date, visit.start, visit.id
                FROM visitChild CROSS JOIN visit ON visit.id = visitChild.visit WHERE \(condition.sql)
                """)
        let rows = try Row.fetchCursor(statement, arguments: condition.arguments)
        var meetings = Meetings()
        while let row = try rows.next() {
            let pair = Pair(child: Identifier(row[0]), prisoner: Identifier(row[1]))
            if row[2] {
                let day = Day(number: row[3])
                meetings.last[pair] = max(day, meetings.last[pair] ?? day)
            } else {
                let visit = Ahead(day: row[3], start: row[4], id: Identifier(row[5]))
                meetings.next[pair] = min(visit, meetings.next[pair] ?? visit)
            }
        }
        return meetings
    }

    /// The visits with all that they name.
    private func details(of visits: [Pair: Ahead], _ known: DetailReading.Known) throws -> [Pair: VisitDetail] {
        guard !visits.isEmpty else { return [:] }
        var condition = Condition()
        condition.add("id", among: Set(visits.values.map(\.id.text)))
        let read = try VisitReading.visits(where: condition.sql, condition.arguments, db)
        let found = try DetailReading(read, within: reach, known: known, db).details()
        let details = Dictionary(found.map { ($0.visit.id, $0) }) { first, _ in first }
        return visits.compactMapValues { details[$0.id] }
    }

    private func refusals(of children: Set<String>) throws -> [Pair: Refusal] {
        var condition = Condition()
        condition.add("child", among: children)
        let refusals = try RefusalRecord.all(where: condition, orderBy: "child, prisoner", db)
        return Dictionary(refusals.map { (Pair(child: $0.child, prisoner: $0.prisoner), $0) }) { first, _ in first }
    }
}
