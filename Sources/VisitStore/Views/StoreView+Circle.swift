import GRDB
import VisitModel

extension StoreView {
    /// What a decision about one visit looks at, of one moment: everybody who visits the prisoner, and the visit's household
    /// with its escorts; the prison's sessions; all visits of these people that are not cancelled, also those that are only
    /// planned; and the ways between.
    ///
    /// It costs the same in a small and in a large store, but for the places.
    ///
    /// A decision that knew only what the asker sees would be wrong: an escort of several organisations, or a prisoner whose
    /// children live with two, can be taken by others. So it holds others, but nobody's name: it is for deciding, not for
    /// telling.
    ///
    /// - Parameter days: timetables that cover none of these days are left out.
    /// - Throws: `noSuch` for an unknown visit.
    public func circle(of visit: Visit, on days: DayRange) throws(StoreError) -> PlanningSnapshot {
        try connection.read { db in
            _ = try VisitReading.existing(visit.id, within: reach, db)
            let state = try StoreState(of: db)
            var (register, timetables) = try VisitStore.geography(on: days, db)
            try Self.addPeople(around: visit, to: &register, db)
            register.forgetNames()
            var own = Condition()
            own.add("prison = ?", visit.prison.text)
            register.templates = try SessionTemplateRecord.all(where: own, db)
            register.closures = try ClosureRecord.all(where: own, db)
            register.schoolCalendars = try SchoolCalendarRecord.all(db)
            // A session that was called off by mistake can be had again; a day to which a child said no cannot.
            register.givenUp = try VisitReading.givenUp(of: visit.prisoner, db).filter { $0.day != nil }
            return PlanningSnapshot(
                revision: state.revision, dataRevision: state.dataRevision, register: register,
                timetables: timetables, plan: nil)
        }
    }

    private static func addPeople(around visit: Visit, to register: inout Register, _ db: Database) throws {
        var bonds = Condition()
        bonds.add(
            "(prisoner = ? OR child IN (SELECT id FROM child WHERE household = ?))",
            [visit.prisoner.text, visit.household.text])
        register.bonds = try BondRecord.all(where: bonds, db)
        register.children = try ChildRecord.listed(Set(register.bonds.map(\.child.text)), db)
        register.prisoners = try PrisonerRecord.listed(
            Set(register.bonds.map(\.prisoner.text) + [visit.prisoner.text]), db)
        // Who must not be in the room with the prisoner, and when they are: a decision must not overlook that.
        var apart = Condition()
        apart.add("(first = ? OR second = ?)", [visit.prisoner.text, visit.prisoner.text])
        register.separations = try SeparationRecord.all(where: apart, db)
        let others = register.separations.map { $0.first == visit.prisoner ? $0.second : $0.first }
        let homes = Set(register.children.map(\.household.text) + [visit.household.text])
        register.households = try HouseholdRecord.listed(homes, db)
        let escortHomes = homes.union(register.households.compactMap(\.escortsFrom?.text))
        register.guardians = try GuardianRecord.all(where: Condition("household", among: homes), db)
        register.escorts = try EscortRecord.all(where: Condition("home", among: escortHomes), db)
        register.events = try PrisonerEventRecord.all(
            where: Condition("prisoner", among: Set(register.prisoners.map(\.id.text))), db)
        register.absences = try AbsenceRecord.all(of: register.people, db)
        register.visits = try VisitReading.visits(
            where: """
                \(StatusCondition.isOne { !$0.isCalledOff }) AND (prisoner = ?1 OR household = ?2 \
                OR prisoner IN (SELECT value FROM json_each(?4)) \
                OR escort IN (SELECT value FROM json_each(?3)) OR id IN (
                  SELECT visit FROM visitAdult WHERE escort IN (SELECT value FROM json_each(?3))))
                """,
            [
                visit.prisoner.text, visit.household.text, NestedText.list(Set(register.escorts.map(\.id.text))),
                NestedText.list(Set(others.map(\.text))),
            ],
            orderBy: "id", db)
    }
}

extension StoreView {
    /// The facts that these visits rest on: who takes part, who could, their prisons with sessions and closures, and the
    /// places on the way. Roads, money and visits are not among them.
    static func register(around visits: [Visit], _ db: Database) throws -> Register {
        var register = Register()
        let homes = Set(visits.map(\.household.text))
        var bonds = Condition()
        bonds.add(
            "(prisoner IN (SELECT value FROM json_each(?)) OR child IN (SELECT id FROM child WHERE household IN (SELECT value FROM json_each(?))))",
            [NestedText.list(Set(visits.map(\.prisoner.text))), NestedText.list(homes)])
        register.bonds = try BondRecord.all(where: bonds, db)
        register.children = try ChildRecord.listed(
            Set(register.bonds.map(\.child.text) + visits.flatMap(\.children).map(\.text)), db)
        register.prisoners = try PrisonerRecord.listed(
            Set(register.bonds.map(\.prisoner.text) + visits.map(\.prisoner.text)), db)
        register.events = try PrisonerEventRecord.all(
            where: Condition("prisoner", among: Set(register.prisoners.map(\.id.text))), db)
        let escorts = Set(visits.flatMap(\.adults).compactMap { $0.escort?.text })
        register.escorts = try EscortRecord.listed(escorts, db)
        register.households = try HouseholdRecord.listed(
            homes.union(register.children.map(\.household.text)).union(register.escorts.map(\.home.text)), db)
        register.guardians = try GuardianRecord.all(
            where: Condition("household", among: Set(register.households.map(\.id.text))), db)
        register.absences = try AbsenceRecord.all(of: register.people, db)
        register.separations = try SeparationRecord.all(db)
        register.prisons = try PrisonRecord.all(db)
        let own = Condition("prison", among: Set(visits.map(\.prison.text)))
        register.templates = try SessionTemplateRecord.all(where: own, db)
        register.closures = try ClosureRecord.all(where: own, db)
        register.schoolCalendars = try SchoolCalendarRecord.listed(
            Set(register.children.compactMap(\.schoolCalendar?.text)), db)
        let stops = visits.flatMap { visit in
            (visit.trip.map { $0.outbound.legs + $0.homeward.legs } ?? []).flatMap { [$0.from, $0.to] }
        }
        register.places = try PlaceRecord.listed(
            Set((register.households.map(\.place) + register.prisons.map(\.place) + stops).map(\.text)), db)
        register.parameters = try ParameterRecord.all(db)
        return register
    }
}

extension Register {
    /// Takes away what people are called and how they are reached.
    fileprivate mutating func forgetNames() {
        for index in households.indices { (households[index].name, households[index].phone) = ("", nil) }
        for index in children.indices { children[index].name = "" }
        for index in guardians.indices {
            (guardians[index].name, guardians[index].phone, guardians[index].email) = ("", nil, nil)
            guardians[index].wechat = nil
        }
        for index in escorts.indices {
            (escorts[index].name, escorts[index].phone, escorts[index].email) = ("", nil, nil)
        }
        for index in prisoners.indices { prisoners[index].name = "" }
        for index in events.indices { events[index].note = "" }
        for index in absences.indices { absences[index].reason = "" }
        forgetCitizenNumbers()
    }
}
