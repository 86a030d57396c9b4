import GRDB
import VisitModel

/// Reads visits with the children and all the adults who go.
enum VisitReading {
    /// By date, start and identifier; on one day, visits whose time is not known come first.
    static let byTime = "date, start, id"

    /// Whether a visit is part of the register: somebody has entered it, or it is more than a plan.
    static let isOfRegister = "origin = 'entered' OR \(StatusCondition.isOne(where: \.isFact))"

    /// The visits that meet `condition`, in that order. `arguments` stand for the condition's parameters.
    static func visits(
        where condition: String, _ arguments: StatementArguments, orderBy order: String = byTime, _ db: Database
    ) throws -> [Visit] {
        let statement = try db.cachedStatement(sql: VisitRecord.table.select(where: condition, orderBy: order))
        try statement.setArguments(arguments)
        var visits = try VisitRecord.read(statement) { $0.visit }
        // Those of a few visits are looked up by these; others are found as the visits are.
        var ofVisits = Condition()
        if visits.count <= 100 {
            ofVisits.add("visit", among: Set(visits.map(\.id.text)))
        } else {
            ofVisits.add("visit IN (SELECT id FROM visit WHERE \(condition))", arguments)
        }
        let children = try children(where: ofVisits.sql, ofVisits.arguments, db)
        // Few visits have a second adult: to read them all costs less than to ask for those of many visits.
        let others = visits.count <= 100 ? ofVisits : Condition()
        let adults = try otherAdults(where: others.sql, others.arguments, db)
        for index in visits.indices {
            visits[index].children = children[visits[index].id.text] ?? []
            if let others = adults[visits[index].id] { visits[index].adults += others }
        }
        return visits
    }

    /// The adults of each visit after the first, in their order, whose rows of `visitAdult` meet `condition`.
    static func otherAdults(
        where condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [Identifier<Visit>: [Visit.Companion]] {
        let statement = try db.cachedStatement(
            sql: VisitAdultRecord.table.select(where: condition, orderBy: "visit, position"))
        try statement.setArguments(arguments)
        return try VisitAdultRecord.read(statement).reduce(into: [:]) { $0[$1.visit, default: []].append($1.adult) }
    }

    /// The identifier of the visit that people name so: by its identifier, or by its number, `V-0123`. An identifier goes
    /// before a number.
    static func identifier(_ named: Identifier<Visit>, _ db: Database) throws -> Identifier<Visit> {
        guard let number = VisitNumber.read(named.text) else { return named }
        let statement = try db.cachedStatement(
            sql: "SELECT id FROM visit WHERE id = ?1 OR number = ?2 ORDER BY id <> ?1 LIMIT 1")
        return try String.fetchOne(statement, arguments: [named.text, number]).map { Identifier($0) } ?? named
    }

    /// The visit of that identifier as people name it: by its number where it has one.
    static func named(_ id: Identifier<Visit>, _ db: Database) throws -> Identifier<Visit> {
        let number = try Int.fetchOne(db, sql: "SELECT number FROM visit WHERE id = ?", arguments: [id.text])
        return number.map { Identifier(VisitNumber.text($0)) } ?? id
    }

    /// The visit of that identifier or number.
    ///
    /// - Throws: `noSuch` where there is none within `reach`. To somebody who does not see everything it names nothing
    ///   that is like it.
    static func existing(_ id: Identifier<Visit>, within reach: Reach, _ db: Database) throws -> Visit {
        var condition = Condition()
        condition.add("id = ?", try identifier(id, db).text)
        condition.addVisit(within: reach)
        if let visit = try visits(where: condition.sql, condition.arguments, db).first { return visit }
        throw reach == .everything
            ? try Existence.failure(id.text, .visit, db) : StoreError.noSuch(.visit, asked: nil, nearest: [])
    }

    /// The sessions that people gave up for children; not those into which they put the visit again. Where a child called the
    /// visit off, with the day: a child's no is one to the day, whatever is held on it.
    ///
    /// - Parameter prisoner: only those of visits to that prisoner; of all where nil.
    static func givenUp(of prisoner: Identifier<Prisoner>? = nil, _ db: Database) throws -> [GivenUp] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT visitAct.givenUp, visit.prisoner, visit.id,
                  CASE WHEN visitAct.party = 'child' AND visitAct.kind <> 'move' THEN visit.date END
                FROM visitAct
                JOIN visit ON visit.id = visitAct.visit
                WHERE visitAct.givenUp IS NOT NULL\(prisoner == nil ? "" : " AND visit.prisoner = ?")
                AND (\(StatusCondition.isOne(where: \.isCalledOff, column: "visit.status")) OR visit.session IS NOT visitAct.givenUp)
                ORDER BY visitAct.givenUp, visit.prisoner, visit.id
                """, arguments: StatementArguments([prisoner?.text].compactMap { $0 }))
        let children = try children(where: "visit IN (SELECT visit FROM visitAct)", [], db)
        var givenUp: [GivenUp] = []
        while let row = try rows.next() {
            givenUp.append(
                GivenUp(
                    session: Identifier(row[0]), prisoner: Identifier(row[1]), children: children[row[2]] ?? [],
                    day: (row[3] as Int?).map(Day.init(number:))))
        }
        return givenUp
    }

    /// The bonds that a child declines by a step, with the day of the last one: a visit of the two was called off by the child.
    static func childrensNos(_ db: Database) throws -> [Identifier<Bond>: Day] {
        let kinds = VisitAct.Kind.allCases.filter { $0.status?.isCalledOff == true }.map(\.rawValue)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT bond.id, MAX(visitAct.moment) FROM bond
                JOIN visitChild ON visitChild.child = bond.child
                JOIN visit ON visit.id = visitChild.visit AND visit.prisoner = bond.prisoner
                JOIN visitAct ON visitAct.visit = visit.id
                WHERE bond.contact = ? AND visitAct.party = ? AND visitAct.kind IN (SELECT value FROM json_each(?))
                GROUP BY bond.id
                """,
            arguments: [
                Bond.Contact.declinedByChild.rawValue, VisitAct.Party.child.rawValue, NestedText.list(kinds),
            ])
        return rows.reduce(into: [:]) { nos, row in
            let (id, seconds): (String, Int) = (row[0], row[1])
            nos[Identifier(id)] = Instant(seconds: seconds).utcDay
        }
    }

    /// The planned visits that people have moved to where they are.
    static func moved(_ db: Database) throws -> [Identifier<Visit>] {
        try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT visit.id FROM visitAct JOIN visit ON visit.id = visitAct.visit
                WHERE visitAct.kind = 'move' AND visit.origin = 'planned'
                AND \(StatusCondition.isOne(where: \.isOpen, column: "visit.status"))
                ORDER BY visit.id
                """
        ).map { Identifier($0) }
    }

    /// The children of each visit, sorted, whose rows of `visitChild` meet `condition`.
    static func children(
        where condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [String: [Identifier<Child>]] {
        let statement = try db.cachedStatement(
            sql: "SELECT visit, child FROM visitChild WHERE \(condition) ORDER BY visit, child")
        try statement.setArguments(arguments)
        var children: [String: [Identifier<Child>]] = [:]
        let rows = try Row.fetchCursor(statement)
        while let row = try rows.next() {
            children[row[0], default: []].append(Identifier(row[1]))
        }
        return children
    }
}
