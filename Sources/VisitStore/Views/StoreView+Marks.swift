import GRDB
import VisitFormats
import VisitModel

extension StoreView {
    /// The visits that `visitDetails` gives for the same days, in the same order, as marks: without what they name.
    public func visitMarks(from first: Day, keepCancelledSince: Day) throws(StoreError) -> [VisitMark] {
        try connection.read { db in
            var condition = Condition(from: first, keepCancelledSince: keepCancelledSince)
            condition.addVisit(within: reach)
            var those = Condition()
            those.add("visit IN (SELECT id FROM visit WHERE \(condition.sql))", all: condition)
            those.addChild("child", within: reach)
            let children = try VisitReading.children(where: those.sql, those.arguments, db)
            let others = try VisitReading.otherAdults(where: "TRUE", [], db)
            let homesOfEscorts = try homesOfEscorts(db)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, status, household, prisoner, prison, guardian, escort, \(VisitRecord.table.cellsAsText),
                    household IN (SELECT id FROM household WHERE kind = 'charity-home' UNION SELECT home FROM escort)
                    FROM visit WHERE \(condition.sql) ORDER BY \(VisitReading.byTime)
                    """, arguments: condition.arguments)
            let flags = Dictionary(grouping: try FlagReading.flags(of: nil, db), by: \.visit)
            var marks: [VisitMark] = []
            while let row = try rows.next() {
                let id: String = row[0]
                guard let status = Visit.Status(rawValue: row[1]) else {
                    throw StoreError.damagedRow(table: VisitRecord.table.name, key: id, column: "status")
                }
                let guardian: String? = row[5]
                let escort: String? = row[6]
                let going = children[id] ?? []
                let household = Identifier<Household>(row[2])
                let first: Visit.Companion? =
                    guardian.map { .guardian(Identifier($0)) } ?? escort.map { .escort(Identifier($0)) }
                let adults = (first.map { [$0] } ?? []) + others[Identifier(id), default: []]
                let escortHomes = adults.compactMap { $0.escort.flatMap { homesOfEscorts[$0] } }
                let homes = Set(escortHomes + (row[8] ? [household] : []))
                var digest = Fingerprint()
                digest.add(row, 7)
                for child in going { digest.add(child.text) }
                for adult in adults.dropFirst() { digest.add("\(adult)") }
                for flag in flags[Identifier(id)] ?? [] {
                    digest.add("\(flag.code.rawValue) \(flag.since) \(flag.waiver.map { "\($0.moment)" } ?? "")")
                }
                marks.append(
                    VisitMark(
                        id: Identifier(id), status: status, household: household, prisoner: Identifier(row[3]),
                        prison: Identifier(row[4]),
                        adults: adults, homes: homes.sorted(), children: going, digest: digest.value))
            }
            return marks
        }
    }

    /// Where the escorts work from, those homes that are within reach.
    private func homesOfEscorts(_ db: Database) throws -> [Identifier<Escort>: Identifier<Household>] {
        var homes = Condition()
        homes.addHousehold("home", within: reach)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, home FROM escort WHERE \(homes.sql)", arguments: homes.arguments)
        var found: [Identifier<Escort>: Identifier<Household>] = [:]
        while let row = try rows.next() { found[Identifier(row[0])] = Identifier(row[1]) }
        return found
    }

    /// A digest of all that `register` gives: the same register has the same one, in every store.
    public func registerDigest() throws(StoreError) -> UInt64 {
        guard reach == .everything else {
            // A digest of the tables would say when something changes that is beyond reach.
            var digest = Fingerprint()
            digest.add("\(try register())")
            return digest.value
        }
        return try connection.read { db in
            var digest = Fingerprint()
            for table in Self.registerTables { try digest.add(table, where: "TRUE", db) }
            try digest.add(VisitRecord.table, where: VisitReading.isOfRegister, db)
            try digest.add("SELECT visit || ' ' || child FROM visitChild ORDER BY visit, child", db)
            try digest.add(VisitAdultRecord.table, where: "TRUE", db)
            try digest.add(
                "SELECT visit || ' ' || kind || ' ' || quote(givenUp) FROM visitAct ORDER BY visit, position", db)
            return digest.value
        }
    }

    /// The tables that a register is read from, without those of visits.
    private static let registerTables = [
        PlaceRecord.table, DistanceRecord.table, PrisonRecord.table, SessionTemplateRecord.table, ClosureRecord.table,
        SchoolCalendarRecord.table, OrganisationRecord.table, HouseholdRecord.table, ChildRecord.table,
        GuardianRecord.table, EscortRecord.table, PrisonerRecord.table, SeparationRecord.table,
        PrisonerEventRecord.table,
        AbsenceRecord.table, BondRecord.table, BudgetRecord.table, VisitCostRecord.table, ParameterRecord.table,
    ]
}

extension Fingerprint {
    /// Adds a text that ends there.
    fileprivate mutating func add(_ text: String) {
        add(text.utf8)
        add(CollectionOfOne(0xFF))
    }

    /// Adds the text in one column of a row.
    fileprivate mutating func add(_ row: Row, _ column: Int) {
        let text: String = row[column]
        add(text)
    }

    fileprivate mutating func add(_ table: TableShape, where condition: String, _ db: Database) throws {
        try add(table.selectAsText(where: condition), db)
    }

    /// Adds what a question finds in its first column.
    fileprivate mutating func add(_ sql: String, _ db: Database) throws {
        let rows = try Row.fetchCursor(db, sql: sql)
        while let row = try rows.next() { add(row, 0) }
    }
}
