import GRDB
import VisitModel

extension VisitStore {
    /// This store, whose writing acts take place on that day.
    public func written(on day: WritingDay) -> VisitStore {
        VisitStore(connection: connection.written(on: day), author: author, reviewer: reviewer)
    }

    /// How the store is kept: the days on which it was written, the last night, the last backup, what waits to be
    /// delivered.
    public func upkeep() throws(StoreError) -> Upkeep {
        let room = StoreFile(path).room
        return try connection.read { db in
            var upkeep = Upkeep(freeBytes: room?.free)
            let row = try Row.fetchOne(
                db,
                sql: "SELECT isSimulated, lastWrite, nightDay, nightEnded, nightFault, backedUp FROM upkeep")
            upkeep.isSimulated = row?["isSimulated"]
            upkeep.lastWrite = (row?["lastWrite"]).map { Day(number: $0) }
            if let day: Int = row?["nightDay"], let ended: Int = row?["nightEnded"] {
                upkeep.night = Upkeep.Night(
                    day: Day(number: day), ended: Instant(seconds: ended), fault: row?["nightFault"])
            }
            upkeep.backedUp = (row?["backedUp"]).map { Instant(seconds: $0) }
            let plan = try Row.fetchOne(
                db,
                sql: "SELECT today, published FROM plan WHERE \(PlanReading.isInForce) ORDER BY number DESC LIMIT 1")
            upkeep.lastPlan = (plan?["today"]).map { Day(number: $0) }
            upkeep.published = (plan?["published"]).map { Instant(seconds: $0) }
            let waiting = try Row.fetchOne(
                db, sql: "SELECT count(*), min(created) FROM message WHERE state = 'waiting'")
            upkeep.waitingMessages = waiting?[0] ?? 0
            upkeep.waitingSince = (waiting?[1] as Int?).map { Instant(seconds: $0) }
            return upkeep
        }
    }

    /// Notes that nobody in the store is a real person, so that it takes any day.
    public func noteSimulated() throws(StoreError) {
        try connection.write { db in
            try db.execute(sql: "UPDATE upkeep SET isSimulated = 1")
            try note("store.simulate", "store", [], db)
        }
    }

    /// Notes what became of a night. A second night of a day that ended as well as the first changes no byte.
    ///
    /// - Parameter fault: the code of the failure that ended it; nil where it went well.
    public func noteNight(of day: Day, ended: Instant, fault: String?) throws(StoreError) {
        try connection.write { db in
            try db.execute(
                sql: """
                    UPDATE upkeep SET nightDay = :day, nightEnded = :ended, nightFault = :fault
                    WHERE nightDay IS NOT :day OR nightFault IS NOT NULL OR :fault IS NOT NULL
                    """, arguments: ["day": day.number, "ended": ended.seconds, "fault": fault])
        }
    }

    /// Notes that a copy of the store was made and read whole.
    public func noteBackup(at moment: Instant) throws(StoreError) {
        try connection.write { db in
            try db.execute(sql: "UPDATE upkeep SET backedUp = ?", arguments: [moment.seconds])
        }
    }

    /// Notes that somebody has confirmed a day which the store would have refused.
    ///
    /// - Parameter reason: why it would have, as a code.
    public func noteAllowedDay(_ day: Day, reason: String) throws(StoreError) {
        try connection.write { try note("day.allow", "day \(day)", ["refused=\(reason)"], $0) }
    }
}
