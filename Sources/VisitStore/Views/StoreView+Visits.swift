import GRDB
import VisitModel

extension StoreView {
    /// Whose visits are asked for.
    public enum VisitScope: Hashable, Sendable {
        case all
        /// Those that a calendar shows.
        case of(Feed.Scope)
        /// Those that a guardian goes along to.
        case accompanied(by: Identifier<Guardian>)

        /// Those of a household's children.
        public static func household(_ id: Identifier<Household>) -> Self { .of(.household(id)) }
        /// Those in a prison.
        public static func prison(_ id: Identifier<Prison>) -> Self { .of(.prison(id)) }
    }

    /// The visits from `first` on, by date, start and identifier, with the people and places that they name.
    ///
    /// - Parameter keepCancelledSince: cancelled visits are among them where they were cancelled on that day (UTC) or
    ///   later, so that calendars can take them out.
    /// - Throws: `noSuch` for an unknown household, prison or other subject.
    public func visitDetails(
        _ scope: VisitScope = .all, from first: Day, keepCancelledSince: Day
    ) throws(StoreError) -> [VisitDetail] {
        try connection.read { db in
            var condition = Condition(from: first, keepCancelledSince: keepCancelledSince)
            condition.addVisit(within: reach)
            switch scope {
            case .all: break
            case .of(let subject):
                try Existence.require(subject, within: reach, db)
                condition.addVisit(of: subject)
            case .accompanied(let id):
                try Existence.require(id, .guardian, within: reach, db)
                condition.add(
                    "(guardian = ? OR id IN (SELECT visit FROM visitAdult WHERE guardian = ?))", [id.text, id.text])
            }
            let visits = try VisitReading.visits(where: condition.sql, condition.arguments, db)
            return try DetailReading(visits, within: reach, db).details()
        }
    }

    /// The visits from `first` on, by date, start and identifier, whatever became of them.
    public func visits(from first: Day) throws(StoreError) -> [Visit] {
        try connection.read { db in
            var condition = Condition()
            condition.add("date >= ?", first.number)
            condition.addVisit(within: reach)
            let visits = try VisitReading.visits(where: condition.sql, condition.arguments, db)
            return try VisitsInReach(visits, within: reach, db).visits
        }
    }

    /// The identifiers of the visits on `first` or later, whatever became of them.
    public func visitIdentifiers(from first: Day) throws(StoreError) -> Set<Identifier<Visit>> {
        let texts = try connection.read { db in
            var condition = Condition()
            condition.add("date >= ?", first.number)
            condition.addVisit(within: reach)
            return try String.fetchSet(
                db, sql: "SELECT id FROM visit WHERE \(condition.sql)", arguments: condition.arguments)
        }
        return Set(texts.map { Identifier($0) })
    }

    /// One visit with the people and places that it names.
    ///
    /// - Throws: `noSuch` for an unknown visit.
    public func visitDetail(_ id: Identifier<Visit>) throws(StoreError) -> VisitDetail {
        try connection.read { db in
            let visit = try VisitReading.existing(id, within: reach, db)
            return try DetailReading([visit], within: reach, db).details()[0]
        }
    }

    /// All visits by what people call them, whatever became of them.
    public func knownVisits() throws(StoreError) -> [KnownVisit] {
        try connection.read { db in
            var condition = Condition()
            condition.addVisit(within: reach)
            let rows = try Row.fetchCursor(
                db,
                sql:
                    "SELECT id, number, session, start, mode, guardian, escort, prison FROM visit WHERE \(condition.sql)",
                arguments: condition.arguments)
            let others = try VisitReading.otherAdults(where: "TRUE", [], db)
            var visits: [KnownVisit] = []
            while let row = try rows.next() {
                var visit = KnownVisit(id: Identifier(row[0]), number: row[1])
                visit.session = (row[2] as String?).map { Identifier($0) }
                visit.start = (row[3] as Int?).flatMap { ClockTime(minutes: $0) }
                visit.mode = Mode(rawValue: row[4]) ?? .table
                let guardian = (row[5] as String?).map { Visit.Companion.guardian(Identifier($0)) }
                let escort = (row[6] as String?).map { Visit.Companion.escort(Identifier($0)) }
                visit.adults = [guardian ?? escort].compactMap { $0 } + others[visit.id, default: []]
                visit.prison = Identifier(row[7])
                visits.append(visit)
            }
            return visits
        }
    }
}
