import GRDB
import VisitModel

/// Answers "when is the next visit?" for sets of bonds, all at once.
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
        var next: [Pair: Dated] = [:]
        /// The latest that was asked for or agreed, is over, and of which nobody has said what became of it.
        var overdue: [Pair: Dated] = [:]
    }

    /// A visit by its time. On one day, visits whose time is not known come first.
    private struct Dated: Comparable {
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

    /// The answers to several selections, each by child and prisoner and as if it had been asked alone. A selection that
    /// names what does not exist fails, and the others do not.
    ///
    /// All are answered with the same few lookups, so that many cost little more than one.
    func outlooks(_ selections: [OutlookSelection]) throws -> [Result<[Outlook], StoreError>] {
        var known = DetailReading.Known()
        known.children = try visibleChildren("id", among: Set(selections.flatMap(\.children)))
        let called = try selections.map { selection in
            try found { try selection.children.flatMap { try children(called: $0, known.children) } }
        }
        for child in Self.all(called) { known.children[child.id] = child }
        let bondsByChild = try bonds(of: Set(Self.all(called).map(\.id.text)))
        let selected = try zip(selections, called).map { selection, children in
            try found { try bonds(selection, try children.get(), bondsByChild) }
        }
        let all = Self.all(selected)
        known.children = try ChildRecord.found(all.map(\.child), by: { $0.id }, known: known.children, db)
        known.prisoners = try PrisonerRecord.found(all.map(\.prisoner), by: { $0.id }, db)
        known.households = try HouseholdRecord.found(known.children.values.map(\.household), by: { $0.id }, db)
        let meetings = try meetings(of: Set(all.map(\.child.text)))
        let next = try details(of: meetings.next, known)
        let overdue = try visits(meetings.overdue)
        // A refusal stands in the place of a visit, and so is looked for only where there is none.
        let without = Set(all.filter { next[Pair($0)] == nil }.map(\.child.text))
        let with = Set(all.filter { next[Pair($0)] != nil }.map(\.child.text))
        let refusals = without.isEmpty ? [:] : try refusals(of: without)
        let reading = CalledOffReading(db, within: reach, today: today)
        let calledOff = without.isEmpty ? [:] : try reading.last(of: without)
        let untold = with.isEmpty ? [:] : try reading.untold(of: with)
        func outlook(_ bond: Bond) throws -> Outlook {
            guard let child = known.children[bond.child], let prisoner = known.prisoners[bond.prisoner],
                let household = known.households[child.household]
            else { throw StoreError.damagedRow(table: "bond", key: bond.id.text, column: "child") }
            let pair = Pair(bond)
            var outlook = Outlook(
                child: child, prisoner: prisoner, household: household, relation: bond.relation,
                lastVisit: meetings.last[pair], next: next[pair], refusal: next[pair] == nil ? refusals[pair] : nil)
            if let last = (next[pair] == nil ? calledOff : untold)[bond.child]?[bond.prisoner] {
                (outlook.calledOff, outlook.prisonNames) = (last.calledOff, last.prisonNames)
            }
            outlook.withoutOutcome = overdue[pair]
            return outlook
        }
        return try selected.map { bonds in try found { try bonds.get().map(outlook) } }
    }

    /// What somebody asked for, or why there is no such thing, which is nobody else's matter.
    private func found<Value>(_ look: () throws -> Value) throws -> Result<Value, StoreError> {
        do { return .success(try look()) } catch let failure as StoreError { return .failure(failure) }
    }

    /// All that was found for anybody.
    private static func all<Element>(_ found: [Result<[Element], StoreError>]) -> [Element] {
        found.flatMap { (try? $0.get()) ?? [] }
    }

    // MARK: Selection

    /// The bonds of a selection, by child and prisoner.
    ///
    /// - Parameters:
    ///   - children: those whom the selection names.
    ///   - known: the bonds of these children, in that order.
    private func bonds(
        _ selection: OutlookSelection, _ children: [Child], _ known: [Identifier<Child>: [Bond]]
    ) throws -> [Bond] {
        if let prisoner = selection.prisoner { try require(prisoner) }
        if let household = selection.household { try require(household) }
        guard selection.children.isEmpty else {
            let ofHousehold = children.filter { selection.household == nil || $0.household == selection.household }
            return Set(ofHousehold.map(\.id)).sorted().flatMap { known[$0] ?? [] }
                .filter { selection.prisoner == nil || $0.prisoner == selection.prisoner }
        }
        var condition = ofVisibleChildren
        condition.add("prisoner = ?", ifGiven: selection.prisoner?.text)
        condition.add("child IN (SELECT id FROM child WHERE household = ?)", ifGiven: selection.household?.text)
        return try BondRecord.all(where: condition, orderBy: "child, prisoner", db)
    }

    private func bonds(of children: Set<String>) throws -> [Identifier<Child>: [Bond]] {
        guard !children.isEmpty else { return [:] }
        var condition = Condition("child", among: children)
        condition.addBond(within: reach)
        let bonds = try BondRecord.all(where: condition, orderBy: "child, prisoner", db)
        return Dictionary(grouping: bonds, by: \.child)
    }

    /// The children whom a text names: the one of that identifier, otherwise all of that full name, otherwise those whose
    /// names are nearest to what was typed.
    ///
    /// - Parameter known: those within reach whom a text names by their identifier.
    private func children(called asked: String, _ known: [Identifier<Child>: Child]) throws -> [Child] {
        if let child = known[Identifier(asked)] { return [child] }
        let named = try visibleChildren("name", among: [asked])
        if !named.isEmpty { return Array(named.values) }
        let near = try NameLookup(db, within: reach).children(called: asked)
        guard !near.isEmpty else { throw try unknown(asked, .child) }
        return Array(try visibleChildren("id", among: Set(near)).values)
    }

    /// Limits bonds to those of the children within reach.
    private var ofVisibleChildren: Condition {
        var condition = Condition()
        guard reach != .everything else { return condition }
        var visible = Condition()
        visible.addHousehold("household", within: reach)
        visible.addTakenAlong("id", within: reach)
        condition.add("child IN (SELECT id FROM child WHERE \(visible.sql))", all: visible)
        condition.addBond(within: reach)
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

    private func require(_ condition: Condition, _ table: String, _ asked: String, _ entity: StoreError.Entity) throws {
        let found = try Row.fetchOne(
            db, sql: "SELECT 1 FROM \(table) WHERE \(condition.sql) LIMIT 1", arguments: condition.arguments)
        if found == nil { throw try unknown(asked, entity) }
    }

    /// The failure for what is not there. To somebody who does not see everything it names nothing that is like it.
    private func unknown(_ asked: String, _ entity: StoreError.Entity) throws -> StoreError {
        reach == .everything ? try Existence.failure(asked, entity, db) : .noSuch(entity, asked: nil, nearest: [])
    }

    private func visibleChildren(_ column: String, among texts: Set<String>) throws -> [Identifier<Child>: Child] {
        guard !texts.isEmpty else { return [:] }
        var condition = Condition(column, among: texts)
        condition.addHousehold("household", within: reach)
        condition.addTakenAlong("id", within: reach)
        let children = try ChildRecord.all(where: condition, db)
        return Dictionary(children.map { ($0.id, $0) }) { first, _ in first }
    }

    // MARK: Visits and refusals

    private static let isContact = StatusCondition.alternatives(where: \.isContact, column: "visit.status")

    private func meetings(of children: Set<String>) throws -> Meetings {
        var condition = Condition("visitChild.child", among: children)
        // That the child has met somebody is the child's own, wherever it lived then; a visit ahead is its household's.
        var ahead = Condition()
        // Of a proposal whose day has passed nobody was told, so that nobody is asked what became of it.
        ahead.add("(visit.date >= ? OR visit.status <> 'proposed')", today.number)
        ahead.add(StatusCondition.alternatives(where: \.isAhead, column: "visit.status"))
        ahead.addVisit(within: reach)
        condition.add("(\(Self.isContact) AND visit.date <= ? OR \(ahead.sql))", [today.number] + ahead.arguments)
        let statement = try db.cachedStatement(
            sql: """
                SELECT visitChild.child, visit.prisoner, \(Self.isContact), visit.date, visit.start, visit.id
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
                let visit = Dated(day: row[3], start: row[4], id: Identifier(row[5]))
                if visit.day >= today.number {
                    meetings.next[pair] = min(visit, meetings.next[pair] ?? visit)
                } else {
                    meetings.overdue[pair] = max(visit, meetings.overdue[pair] ?? visit)
                }
            }
        }
        return meetings
    }

    /// The visits with all that they name.
    private func details(of visits: [Pair: Dated], _ known: DetailReading.Known) throws -> [Pair: VisitDetail] {
        guard !visits.isEmpty else { return [:] }
        let condition = Condition("id", among: Set(visits.values.map(\.id.text)))
        let read = try VisitReading.visits(where: condition.sql, condition.arguments, db)
        let found = try DetailReading(read, within: reach, known: known, db).details()
        let details = Dictionary(found.map { ($0.visit.id, $0) }) { first, _ in first }
        return visits.compactMapValues { details[$0.id] }
    }

    /// The visits alone, as the asker sees them.
    private func visits(_ visits: [Pair: Dated]) throws -> [Pair: Visit] {
        guard !visits.isEmpty else { return [:] }
        let condition = Condition("id", among: Set(visits.values.map(\.id.text)))
        let read = try VisitReading.visits(where: condition.sql, condition.arguments, db)
        let shown = try VisitsInReach(read, within: reach, db).visits
        let found = Dictionary(shown.map { ($0.id, $0) }) { first, _ in first }
        return visits.compactMapValues { found[$0.id] }
    }

    private func refusals(of children: Set<String>) throws -> [Pair: Refusal] {
        let condition = Condition("child", among: children)
        let refusals = try RefusalRecord.all(where: condition, orderBy: "child, prisoner", db)
        return Dictionary(refusals.map { (Pair(child: $0.child, prisoner: $0.prisoner), $0) }) { first, _ in first }
    }
}
