import GRDB
import VisitModel

/// What is about no person: which write was the last, when prisons open, how far things are apart, the operator's figures.
extension VisitStore {
    /// The number of the last write; 0 for a store that was never written.
    public func revision() throws(StoreError) -> Int {
        try connection.read { try StoreState(of: $0).revision }
    }

    /// The number of the last write that changed what plans are made from. Publishing a plan and managing feeds do not.
    public func dataRevision() throws(StoreError) -> Int {
        try connection.read { try StoreState(of: $0).dataRevision }
    }

    /// The time zones of the prisons, by name.
    public func prisonZones() throws(StoreError) -> [String] {
        try connection.read { try String.fetchAll($0, sql: "SELECT DISTINCT zone FROM prison ORDER BY zone") }
    }

    /// The operator's parameters, by name.
    public func parameters() throws(StoreError) -> [Parameter] {
        try connection.read { try ParameterRecord.all($0) }
    }

    /// The timetables, by identifier.
    public func timetables() throws(StoreError) -> [Timetable] {
        try connection.read { try TimetableRecord.all($0) }
    }

    /// What journeys are looked for in: where things are and how far apart, without the people.
    ///
    /// - Parameter days: timetables that cover none of these days are left out.
    /// - Returns: a register of places, distances, prisons and parameters alone, and the timetables.
    public func geography(on days: DayRange) throws(StoreError) -> (register: Register, timetables: [Timetable]) {
        try connection.read { try Self.geography(on: days, $0) }
    }

    static func geography(on days: DayRange, _ db: Database) throws -> (register: Register, timetables: [Timetable]) {
        var register = Register()
        register.places = try PlaceRecord.all(db)
        register.distances = try DistanceRecord.all(db)
        register.prisons = try PrisonRecord.all(db)
        register.parameters = try ParameterRecord.all(db)
        var inForce = Condition()
        inForce.add("lastDay >= ?", days.first.number)
        inForce.add("firstDay <= ?", days.last.number)
        return (register, try TimetableRecord.all(where: inForce, db))
    }

    /// The prisons, and when they open their visiting rooms.
    public func openings() throws(StoreError) -> (prisons: [Prison], calendar: SessionCalendar) {
        try connection.read { db in
            let calendar = SessionCalendar(
                templates: try SessionTemplateRecord.all(db), closures: try ClosureRecord.all(db))
            return (try PrisonRecord.all(db), calendar)
        }
    }

    /// The published plans without their visits, the newest first. One that was withdrawn is not among them.
    public func plans(limit: Int) throws(StoreError) -> [Plan] {
        try connection.read { db in
            try PlanRecord.read(
                db.cachedStatement(
                    sql: PlanRecord.table.select(where: PlanReading.isInForce, orderBy: "number DESC")
                        + " LIMIT \(limit)"))
        }
    }
}
