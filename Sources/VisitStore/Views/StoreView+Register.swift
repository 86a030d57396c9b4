import GRDB
import VisitModel

extension StoreView {
    /// All that is known before anything is planned, every list by identifier. Its visits are those entered by people
    /// and the planned ones that were confirmed, held or missed.
    public func register() throws(StoreError) -> Register {
        try connection.read { try Self.register($0).within(reach) }
    }

    /// The part of the register that the rules ask for about these children: with whom they live and who is in custody,
    /// where, what happened, which visits were held, and who cannot when.
    public func register(ofChildren ids: [Identifier<Child>]) throws(StoreError) -> Register {
        try connection.read { db in
            var register = Register()
            var asked = Condition("id", among: Set(ids.map(\.text)))
            asked.addChild("id", within: reach)
            register.children = try ChildRecord.all(where: asked, db)
            let children = Set(register.children.map(\.id.text))
            register.bonds = try BondRecord.all(where: Condition("child", among: children), db)
            let prisoners = Set(register.bonds.map(\.prisoner.text))
            register.prisoners = try PrisonerRecord.listed(prisoners, db)
            register.events = try PrisonerEventRecord.all(where: Condition("prisoner", among: prisoners), db)
            register.prisons = try PrisonRecord.listed(Set(register.prisoners.map(\.prison.text)), db)
            let households = Set(register.children.map(\.household.text))
            register.households = try HouseholdRecord.listed(households, db)
            register.guardians = try GuardianRecord.all(where: Condition("household", among: households), db)
            register.absences = try AbsenceRecord.all(of: register.people, db)
            let places = Set((register.households.map(\.place) + register.prisons.map(\.place)).map(\.text))
            register.places = try PlaceRecord.listed(places, db)
            var between = Condition("fromPlace", among: places)
            between.add("toPlace", among: places)
            register.distances = try DistanceRecord.all(where: between, orderBy: "fromPlace, toPlace", db)
            register.parameters = try ParameterRecord.all(db)
            register.visits = try VisitReading.visits(
                where:
                    "\(StatusCondition.isOne(where: \.isContact)) AND id IN (SELECT visit FROM visitChild WHERE child IN (SELECT value FROM json_each(?)))",
                [NestedText.list(children)], orderBy: "id", db)
            return register.within(reach)
        }
    }

    /// The children who live where a calendar of that kind is read, by identifier; none where it is nobody's home.
    public func children(of scope: Feed.Scope) throws(StoreError) -> [Identifier<Child>] {
        try connection.read { db in
            var condition = Condition()
            switch scope {
            case .household(let id), .home(let id): condition.add("household = ?", id.text)
            case .child(let id): condition.add("id = ?", id.text)
            case .escort, .prison, .prisoner: return []
            }
            condition.addChild("id", within: reach)
            return try String.fetchAll(
                db, sql: "SELECT id FROM child WHERE \(condition.sql) ORDER BY id", arguments: condition.arguments
            ).map { Identifier($0) }
        }
    }

    /// The register, the timetables and the published plan, of one moment.
    public func snapshot() throws(StoreError) -> PlanningSnapshot {
        try connection.read { db in
            let state = try StoreState(of: db)
            let plan = try PlanReading.current(db)
            return PlanningSnapshot(
                revision: state.revision, dataRevision: state.dataRevision, register: try Self.register(db),
                timetables: try TimetableRecord.all(db), plan: plan,
                unlisted: try PlanReading.unlisted(besides: plan, db)
            ).within(reach)
        }
    }

    static func register(_ db: Database) throws -> Register {
        var register = Register()
        register.places = try PlaceRecord.all(db)
        register.distances = try DistanceRecord.all(db)
        register.prisons = try PrisonRecord.all(db)
        register.templates = try SessionTemplateRecord.all(db)
        register.closures = try ClosureRecord.all(db)
        register.schoolCalendars = try SchoolCalendarRecord.all(db)
        register.organisations = try OrganisationRecord.all(db)
        register.households = try HouseholdRecord.all(db)
        register.children = try ChildRecord.all(db)
        register.guardians = try GuardianRecord.all(db)
        register.escorts = try EscortRecord.all(db)
        register.prisoners = try PrisonerRecord.all(db)
        register.separations = try SeparationRecord.all(db)
        register.events = try PrisonerEventRecord.all(db)
        register.bonds = try BondRecord.all(db)
        register.absences = try AbsenceRecord.all(db)
        register.budgets = try BudgetRecord.all(db)
        register.costs = try VisitCostRecord.all(db)
        register.parameters = try ParameterRecord.all(db)
        register.visits = try VisitReading.visits(where: VisitReading.isOfRegister, [], orderBy: "id", db)
        register.givenUp = try VisitReading.givenUp(db)
        register.moved = try VisitReading.moved(db)
        register.childrensNos = try VisitReading.childrensNos(db)
        register.aliases = try AliasRecord.all(db)
        return register
    }
}

extension Register {
    /// Everybody in it who can be absent.
    var people: [Absence.Person] {
        guardians.map { .guardian($0.id) } + escorts.map { .escort($0.id) } + children.map { .child($0.id) }
            + prisoners.map { .prisoner($0.id) }
    }
}
