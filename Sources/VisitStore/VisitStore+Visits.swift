import GRDB
import VisitModel

extension VisitStore {
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
            switch scope {
            case .all: break
            case .of(let subject):
                try Existence.require(subject, db)
                condition.addVisit(of: subject)
            case .accompanied(let id):
                try Existence.require(id, .guardian, db)
                condition.add("guardian = ?", id.text)
            }
            let visits = try VisitReading.visits(where: condition.sql, condition.arguments, db)
            return try DetailReading(visits, db).details()
        }
    }

    /// The visits from `first` on, by date, start and identifier, whatever became of them.
    public func visits(from first: Day) throws(StoreError) -> [Visit] {
        try connection.read { try VisitReading.visits(where: "date >= ?", [first.number], $0) }
    }

    /// One visit with the people and places that it names.
    ///
    /// - Parameter reach: how far the asker sees. A visit beyond it is one that does not exist.
    /// - Throws: `noSuch` for an unknown visit.
    public func visitDetail(
        _ id: Identifier<Visit>, within reach: Reach = .everything
    ) throws(StoreError) -> VisitDetail {
        try connection.read { db in
            let visit = try VisitReading.existing(id, within: reach, db)
            return try DetailReading([visit], within: reach, db).details()[0]
        }
    }

    /// How many visits are booked in each session of a prison on these days: all that name the session and are not
    /// cancelled. Sessions without any are left out.
    ///
    /// - Throws: `noSuch` for an unknown prison.
    public func taken(
        prison: Identifier<Prison>, within days: DayRange
    ) throws(StoreError) -> [Identifier<Session>: Int] {
        try connection.read { db in
            try Existence.require(prison, .prison, db)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT session, count(*) FROM visit
                    WHERE prison = ? AND date BETWEEN ? AND ? AND session IS NOT NULL AND status <> 'cancelled'
                    GROUP BY session
                    """, arguments: [prison.text, days.first.number, days.last.number])
            var taken: [Identifier<Session>: Int] = [:]
            while let row = try rows.next() { taken[Identifier(row[0])] = row[1] }
            return taken
        }
    }
}
