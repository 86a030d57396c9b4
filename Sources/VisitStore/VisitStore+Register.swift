import GRDB
import VisitModel

extension VisitStore {
    /// The number of the last write; 0 for a store that was never written.
    public func revision() throws(StoreError) -> Int {
        try connection.read { try StoreState(of: $0).revision }
    }

    /// The number of the last write that changed what plans are made from. Publishing a plan and managing feeds do not.
    public func dataRevision() throws(StoreError) -> Int {
        try connection.read { try StoreState(of: $0).dataRevision }
    }

    /// All that is known before anything is planned, every list by identifier. Its visits are those entered by people
    /// and the planned ones that were confirmed, held or missed.
    public func register() throws(StoreError) -> Register {
        try connection.read { try Self.register($0) }
    }

    /// The part of the register that the rules ask for about these children: with whom they live and who is in custody,
    /// where, what happened, which visits were held.
    public func register(ofChildren ids: [Identifier<Child>]) throws(StoreError) -> Register {
        try connection.read { db in
            var register = Register()
            let children = Set(ids.map(\.text))
            register.children = try ChildRecord.listed(children, db)
            register.bonds = try BondRecord.all(where: Condition("child", among: children), db)
            let prisoners = Set(register.bonds.map(\.prisoner.text))
            register.prisoners = try PrisonerRecord.listed(prisoners, db)
            register.events = try PrisonerEventRecord.all(where: Condition("prisoner", among: prisoners), db)
            register.prisons = try PrisonRecord.listed(Set(register.prisoners.map(\.prison.text)), db)
            let households = Set(register.children.map(\.household.text))
            register.households = try HouseholdRecord.listed(households, db)
            register.guardians = try GuardianRecord.all(where: Condition("household", among: households), db)
            let places = Set((register.households.map(\.place) + register.prisons.map(\.place)).map(\.text))
            register.places = try PlaceRecord.listed(places, db)
            var between = Condition("fromPlace", among: places)
            between.add("toPlace", among: places)
            register.distances = try DistanceRecord.all(where: between, orderBy: "fromPlace, toPlace", db)
            register.parameters = try ParameterRecord.all(db)
            register.visits = try VisitReading.visits(
                where:
                    "status = 'held' AND id IN (SELECT visit FROM visitChild WHERE child IN (SELECT value FROM json_each(?)))",
                [NestedText.list(children)], orderBy: "id", db)
            return register
        }
    }

    /// The children who live where a calendar of that kind is read, by identifier; none where it is nobody's home.
    public func children(of scope: Feed.Scope) throws(StoreError) -> [Identifier<Child>] {
        try connection.read { db in
            switch scope {
            case .household(let id), .home(let id):
                try String.fetchAll(
                    db, sql: "SELECT id FROM child WHERE household = ? ORDER BY id", arguments: [id.text]
                ).map { Identifier($0) }
            case .child(let id): [id]
            case .escort, .prison, .prisoner: []
            }
        }
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

    /// The register, the timetables and the published plan, of one moment.
    public func snapshot() throws(StoreError) -> PlanningSnapshot {
        try connection.read { db in
            let state = try StoreState(of: db)
            return PlanningSnapshot(
                revision: state.revision, dataRevision: state.dataRevision, register: try Self.register(db),
                timetables: try TimetableRecord.all(db), plan: try PlanReading.current(db))
        }
    }

    private static func register(_ db: Database) throws -> Register {
        var register = Register()
        register.places = try PlaceRecord.all(db)
        register.distances = try DistanceRecord.all(db)
        register.prisons = try PrisonRecord.all(db)
        register.templates = try SessionTemplateRecord.all(db)
        register.closures = try ClosureRecord.all(db)
        register.schoolCalendars = try SchoolCalendarRecord.all(db)
        register.households = try HouseholdRecord.all(db)
        register.children = try ChildRecord.all(db)
        register.guardians = try GuardianRecord.all(db)
        register.escorts = try BusyTimeRecord.complete(EscortRecord.all(db), db)
        register.prisoners = try PrisonerRecord.all(db)
        register.events = try PrisonerEventRecord.all(db)
        register.bonds = try BondRecord.all(db)
        register.budgets = try BudgetRecord.all(db)
        register.parameters = try ParameterRecord.all(db)
        register.visits = try VisitReading.visits(where: VisitReading.isOfRegister, [], orderBy: "id", db)
        register.givenUp = try VisitReading.givenUp(db)
        register.moved = try VisitReading.moved(db)
        return register
    }
}
