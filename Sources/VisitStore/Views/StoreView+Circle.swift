import GRDB
import VisitModel

extension StoreView {
    /// What a decision about one visit looks at, of one moment: everybody who visits the prisoner, and the visit's household
    /// with its escorts; the prison's sessions; all visits of these people that are not cancelled, also those that are only
    /// planned; and the ways between.
    ///
    /// It costs the same in a small and in a large store, but for the places.
    ///
    /// - Parameter days: timetables that cover none of these days are left out.
    public func circle(of visit: Visit, on days: DayRange) throws(StoreError) -> PlanningSnapshot {
        try connection.read { db in
            let state = try StoreState(of: db)
            var (register, timetables) = try VisitStore.geography(on: days, db)
            try Self.addPeople(around: visit, to: &register, db)
            var own = Condition()
            own.add("prison = ?", visit.prison.text)
            register.templates = try SessionTemplateRecord.all(where: own, db)
            register.closures = try ClosureRecord.all(where: own, db)
            register.schoolCalendars = try SchoolCalendarRecord.all(db)
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
        let homes = Set(register.children.map(\.household.text) + [visit.household.text])
        register.households = try HouseholdRecord.listed(homes, db)
        let escortHomes = homes.union(register.households.compactMap(\.escortsFrom?.text))
        register.guardians = try GuardianRecord.all(where: Condition("household", among: homes), db)
        register.escorts = try EscortRecord.all(where: Condition("home", among: escortHomes), db)
        register.events = try PrisonerEventRecord.all(
            where: Condition("prisoner", among: Set(register.prisoners.map(\.id.text))), db)
        register.visits = try VisitReading.visits(
            where: """
                \(StatusCondition.isOne { !$0.isCalledOff }) AND (prisoner = ? OR household = ? \
                OR escort IN (SELECT value FROM json_each(?)))
                """,
            [visit.prisoner.text, visit.household.text, NestedText.list(Set(register.escorts.map(\.id.text)))],
            orderBy: "id", db)
    }
}
