import GRDB
import VisitModel

extension StoreView {
    /// The children, of one household or of all, by identifier.
    public func children(
        of household: Identifier<Household>? = nil, page: Page = Page()
    ) throws(StoreError) -> [ListedChild] {
        try connection.read { db in
            var condition = Condition()
            condition.addHousehold("household", within: reach)
            condition.addTakenAlong("id", within: reach)
            condition.add("household = ?", ifGiven: household?.text)
            condition.add("id > ?", ifGiven: page.after)
            let children = try ChildRecord.all(where: condition, limit: page.limit, db)
            var bondCondition = Condition()
            bondCondition.add("child", among: children.map(\.id.text))
            bondCondition.addBond(within: reach)
            let bonds = Dictionary(
                grouping: try BondRecord.all(where: bondCondition, orderBy: "child, prisoner", db), by: \.child)
            return children.map { ListedChild(child: $0, bonds: bonds[$0.id, default: []]) }
        }
    }

    /// The households, by identifier.
    public func households(page: Page = Page()) throws(StoreError) -> [ListedHousehold] {
        try connection.read { db in
            var condition = Condition()
            condition.addHousehold("id", within: reach)
            condition.add("id > ?", ifGiven: page.after)
            let households = try HouseholdRecord.all(where: condition, limit: page.limit, db)
            var those = Condition()
            those.add("household", among: households.map(\.id.text))
            those.addTakenAlong("id", within: reach)
            let rows = try Row.fetchAll(
                db, sql: "SELECT household, id FROM child WHERE \(those.sql) ORDER BY household, id",
                arguments: those.arguments)
            var children: [String: [Identifier<Child>]] = [:]
            for row in rows { children[row[0], default: []].append(Identifier(row[1])) }
            return households.map { ListedHousehold(household: $0, children: children[$0.id.text, default: []]) }
        }
    }

    /// The visits that are asked for, by date, start and identifier, with the people and places that they name.
    public func visits(_ query: VisitQuery) throws(StoreError) -> [VisitDetail] {
        try connection.read { db in
            let condition = try condition(of: query, db)
            let page =
                "SELECT id FROM visit WHERE \(condition.sql) ORDER BY \(VisitReading.byTime) LIMIT \(query.page.limit)"
            let visits = try VisitReading.visits(where: "id IN (\(page))", condition.arguments, db)
            return try DetailReading(visits, within: reach, db).details()
        }
    }

    /// Whether there is a household of that identifier within reach.
    public func sees(_ household: Identifier<Household>) throws(StoreError) -> Bool {
        try connection.read { db in
            var condition = Condition()
            condition.add("id = ?", household.text)
            condition.addHousehold("id", within: reach)
            return try Row.fetchOne(
                db, sql: "SELECT 1 FROM household WHERE \(condition.sql)", arguments: condition.arguments) != nil
        }
    }

    private func condition(of query: VisitQuery, _ db: Database) throws -> Condition {
        var condition = Condition()
        condition.addVisit(within: reach)
        condition.add("household = ?", ifGiven: query.household?.text)
        condition.add("prison = ?", ifGiven: query.prison?.text)
        condition.add("prisoner = ?", ifGiven: query.prisoner?.text)
        condition.add("date >= ?", ifGiven: query.first?.number)
        condition.add("date <= ?", ifGiven: query.last?.number)
        if query.isFlagged {
            condition.add("id IN (SELECT visit FROM visitFlag)")
            condition.add(StatusCondition.isOne { !$0.isCalledOff })
        }
        if !query.statuses.isEmpty {
            condition.add(
                "status", among: query.statuses.map(\.rawValue))
        }
        guard let after = query.page.after else { return condition }
        // A visit beyond reach is none, or its place in the list would tell its date.
        var last = Condition()
        last.add("id = ?", try VisitReading.identifier(Identifier(after), db).text)
        last.addVisit(within: reach)
        // Where the time is not known the visit comes first on its day, as NULL does in SQLite's order.
        condition.add(
            "(date, ifnull(start, -1), id) > (SELECT date, ifnull(start, -1), id FROM visit WHERE \(last.sql))",
            all: last)
        return condition
    }
}
