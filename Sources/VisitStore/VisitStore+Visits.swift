import GRDB
import VisitModel

extension VisitStore {
    /// Whose visits are asked for.
    public enum VisitScope: Hashable, Sendable {
        case all
        case household(Identifier<Household>)
        case prison(Identifier<Prison>)
    }

    /// The visits from `first` on, by date, start and identifier, with the people and places that they name.
    ///
    /// - Parameter keepCancelledSince: cancelled visits are among them where they were cancelled on that day (UTC) or
    ///   later, so that calendars can take them out.
    /// - Throws: `noSuch` for an unknown household or prison.
    public func visitDetails(
        _ scope: VisitScope = .all, from first: Day, keepCancelledSince: Day
    ) throws(StoreError) -> [VisitDetail] {
        try connection.read { db in
            var condition = "date >= ? AND (status <> 'cancelled' OR changed >= ?)"
            let cancelledSince = Instant(utc: CivilTime(keepCancelledSince, .midnight))
            var arguments: StatementArguments = [first.number, cancelledSince.seconds]
            switch scope {
            case .all: break
            case .household(let id):
                try Existence.require(id, .household, db)
                condition += " AND household = ?"
                arguments += [id.text]
            case .prison(let id):
                try Existence.require(id, .prison, db)
                condition += " AND prison = ?"
                arguments += [id.text]
            }
            let visits = try VisitReading.visits(where: condition, arguments, db)
            return try DetailReading(visits, db).details()
        }
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
