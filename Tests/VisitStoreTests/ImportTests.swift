import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

@Suite("Storing a batch")
struct ImportTests {
    @Test("a first import adds every row, table by table in the order of the register")
    func firstImport() throws {
        try TemporaryFolder.use { folder in
            let store = try VisitStore.create(at: folder.path("visits.db"))
            let summary = try store.store(World.batch(World.full), at: World.moment)
            #expect(
                summary.tables.map(\.name) == [
                    "places", "distances", "prisons", "sessions", "closures", "school_calendars", "organisations",
                    "households", "children", "guardians", "escorts", "prisoners", "prisoner_events", "absences",
                    "bonds", "budgets", "parameters", "visits", "costs",
                ])
            #expect(summary.tables.allSatisfy { $0.changed.isEmpty && $0.unchanged == 0 })
            #expect(summary.tables[8].added == ["c1", "c2", "c3"])
            #expect(summary.tables[1].added == ["lijiang→yuxi"])
            #expect(try store.revision() == 1)
            #expect(try store.dataRevision() == 1)
            try store.close()
        }
    }

    @Test("the same again writes nothing: no revision, no byte")
    func sameAgain() throws {
        try World.withStore { store, folder in
            try store.close()
            let before = try folder.contents()
            let again = try VisitStore(openingAt: store.path)
            let summary = try again.store(World.batch(World.full), at: World.moment + 1000)
            #expect(summary.isEmpty)
            #expect(
                summary.tables.map(\.unchanged) == [2, 1, 1, 2, 2, 1, 1, 2, 3, 1, 1, 1, 3, 4, 3, 3, 2, 1, 2])
            #expect(try again.revision() == 1)
            try again.close()
            #expect(try folder.contents() == before)
        }
    }

    @Test("a calendar of closures stands for the whole: what it has no more is open again; other closures stay")
    func closureCalendar() throws {
        try World.withStore { store, _ in
            func closure(_ id: String, in days: Int) -> Closure {
                Closure(
                    id: Identifier(id), prison: "p1", days: DayRange(World.today + days, World.today + days), reason: ""
                )
            }
            var batch = ImportBatch(register: Register(), sources: [])
            batch.register.closures = [closure("ics-p1-a", in: 1), closure("ics-p1-b", in: 2)]
            batch.closureCalendars = ["p1"]
            _ = try store.store(batch, at: World.moment)
            #expect(
                try store.view(for: .everything).register().closures.map(\.id) == ["ics-p1-a", "ics-p1-b", "z1", "z2"])
            batch.register.closures.removeLast()
            let foreseen = try store.difference(batch)
            #expect(try store.view(for: .everything).register().closures.count == 4)
            let summary = try store.store(batch, at: World.moment)
            #expect(summary == foreseen)
            #expect(
                summary.tables == [
                    .init(name: "closures", added: [], changed: [], unchanged: 1, removed: ["ics-p1-b"])
                ])
            #expect(!summary.isEmpty)
            #expect(try store.view(for: .everything).register().closures.map(\.id) == ["ics-p1-a", "z1", "z2"])
            batch.register.closures = []
            #expect(try store.store(batch, at: World.moment).tables.map(\.removed) == [["ics-p1-a"]])
            #expect(try store.store(batch, at: World.moment).isEmpty)
        }
    }

    /// What the calendar of `e1` says for those days.
    private func calendar(_ days: DayRange...) -> ImportBatch {
        let person = Absence.Person.escort("e1")
        var batch = ImportBatch(register: Register(), sources: [])
        batch.register.absences = days.map {
            Absence(
                id: Absence.calendarIdentifier(of: person, $0), person: person, days: $0,
                source: Absence.calendarSource)
        }
        batch.absenceCalendars = [.init(person, source: Absence.calendarSource)]
        return batch
    }

    @Test("an escort's calendar that is read again replaces itself alone: what people have entered stays")
    func absenceCalendar() throws {
        try World.withStore { store, _ in
            func absences() throws -> [Identifier<Absence>] {
                try store.view(for: .everything).register().absences.map(\.id)
            }
            let day = World.today + 3
            // Of another calendar of the same person, and of another person's.
            var others = ImportBatch(register: Register(), sources: [])
            others.register.absences = [
                Absence(id: "o1", person: .escort("e1"), days: DayRange(day, day), source: "rota"),
                Absence(id: "o2", person: .guardian("g1"), days: DayRange(day, day), source: Absence.calendarSource),
            ]
            _ = try store.store(others, at: World.moment)
            let before = try store.dataRevision()
            let first = calendar(DayRange(day, day), DayRange(day + 9, day + 10))
            let (early, late) = (first.register.absences[0].id, first.register.absences[1].id)
            #expect(try store.store(first, at: World.moment).tables.map(\.added) == [[early.text, late.text]])
            #expect(try store.dataRevision() > before, "Plans are stale then.")
            #expect(try store.store(first, at: World.moment).isEmpty)
            #expect(try absences() == ["a1", "a2", "a3", "a4", early, late, "o1", "o2"])

            let second = calendar(DayRange(day, day))
            let foreseen = try store.difference(second)
            #expect(try absences().contains(late))
            let summary = try store.store(second, at: World.moment)
            #expect(summary == foreseen)
            #expect(
                summary.tables == [
                    .init(name: "absences", added: [], changed: [], unchanged: 1, removed: [late.text])
                ])
            #expect(try absences() == ["a1", "a2", "a3", "a4", early, "o1", "o2"])
            #expect(try store.store(calendar(), at: World.moment).tables.map(\.removed) == [[early.text]])
            #expect(try absences() == ["a1", "a2", "a3", "a4", "o1", "o2"])
        }
    }

    @Test("what differs is named by identifier and heading, and changed; the rest stays")
    func changes() throws {
        try World.withStore { store, _ in
            var news = Register()
            news.children = [
                Child(id: "c1", name: "和小花", birthDate: Day(number: 17_001), household: "h2", schoolCalendar: "s1"),
                Child(id: "c4", name: "new", birthDate: Day(number: 17_001), household: "h1"),
            ]
            news.places = [World.full.places[0]]
            let foreseen = try store.difference(World.batch(news))
            #expect(try store.revision() == 1)
            let summary = try store.store(World.batch(news), at: World.moment)
            #expect(summary == foreseen)
            #expect(
                summary.tables == [
                    .init(name: "places", added: [], changed: [], unchanged: 1),
                    .init(
                        name: "children", added: ["c4"],
                        changed: [.init(id: "c1", fields: ["birth_date", "household", "needs", "citizen_number"])],
                        unchanged: 0),
                ])
            let register = try store.view(for: .everything).register()
            #expect(register.children.map(\.id) == ["c1", "c2", "c3", "c4"])
            #expect(register.children[0] == news.children[0])
            #expect(register.bonds == World.full.bonds)
            #expect(try store.dataRevision() == 2)
        }
    }

    @Test("a row that refers to nothing is named, and nothing of the batch is stored")
    func strayReference() throws {
        try World.withStore { (store, _) throws in
            var news = Register()
            news.parameters = [Parameter(name: "plan.weeks", value: "20")]
            news.bonds = [Bond(id: "b9", child: "c9", prisoner: "m1", relation: .father)]
            #expect(throws: StoreError.refused(table: "bonds", key: "b9", rule: "reference")) {
                try store.store(World.batch(news), at: World.moment)
            }
            var homes = Register()
            homes.households = [Household(id: "h9", name: "", place: "yuxi", escortsFrom: "h8")]
            #expect(throws: StoreError.refused(table: "households", key: "h9", rule: "reference escortsFrom")) {
                try store.store(World.batch(homes), at: World.moment)
            }
            #expect(try store.view(for: .everything).register().parameters == World.full.parameters)
            #expect(try store.view(for: .everything).register().households == World.full.households)
            #expect(try store.revision() == 1)
        }
    }

    @Test("a row that breaks a rule is named with the rule, never with what it holds")
    func brokenRule() throws {
        try World.withStore { store, _ in
            var news = Register()
            news.bonds = [Bond(id: "b9", child: "c1", prisoner: "m1", relation: .father)]
            #expect(throws: StoreError.refused(table: "bonds", key: "b9", rule: "unique bond.child, bond.prisoner")) {
                try store.store(World.batch(news), at: World.moment)
            }
            var late = Register()
            late.children = [Child(id: "c1", name: "Secret", birthDate: Day(number: 9_999_999), household: "h1")]
            let failure = #expect(throws: StoreError.self) { try store.store(World.batch(late), at: World.moment) }
            #expect(failure == .refused(table: "children", key: "c1", rule: "birthDateIsDay"))
        }
    }

    @Test("households may take escorts from one that comes later in the same batch")
    func escortsFromLaterHousehold() throws {
        var world = World.full
        world.households[0].escortsFrom = "h2"
        try World.withStore(of: world) { (store, _) throws in
            #expect(try store.view(for: .everything).register().households[0].escortsFrom == "h2")
        }
    }
}

@Suite("Storing visits from files")
struct VisitImportTests {
    private func batch(_ visit: Visit) -> ImportBatch {
        var register = Register()
        register.visits = [visit]
        return World.batch(register)
    }

    /// The visit `x1` as a file says it: without what only the program knows.
    private var fromFile: Visit {
        var visit = World.held
        (visit.documents, visit.trip, visit.reasons) = ([], nil, [])
        (visit.sequence, visit.changed) = (0, Instant(seconds: 0))
        return visit
    }

    @Test("a file that says what is known takes nothing away from a visit")
    func sameFacts() throws {
        try World.withStore { (store, _) throws in
            #expect(try store.store(batch(fromFile), at: World.moment + 5).isEmpty)
            #expect(try store.view(for: .everything).register().visits == [World.held])
        }
    }

    @Test("a new status is a change that calendars notice; papers and journey stay")
    func newStatus() throws {
        try World.withStore { store, _ in
            var visit = fromFile
            visit.status = .missed
            let summary = try store.store(batch(visit), at: World.moment + 5)
            #expect(summary.tables[0].changed == [.init(id: "x1", fields: ["status"])])
            var expected = World.held
            (expected.status, expected.sequence, expected.changed) = (.missed, 4, World.moment + 5)
            #expect(try store.view(for: .everything).register().visits == [expected])
        }
    }

    @Test("a visit moved to another day loses the journey that was made for the old one")
    func moved() throws {
        try World.withStore { store, _ in
            var visit = fromFile
            visit.date = visit.date + 1
            visit.children = ["c2"]
            let summary = try store.store(batch(visit), at: World.moment + 5)
            #expect(summary.tables[0].changed == [.init(id: "x1", fields: ["date", "children"])])
            let known = try #require(try store.view(for: .everything).register().visits.first)
            #expect(known.trip == nil)
            #expect(known.reasons == [])
            #expect(known.documents == World.held.documents)
            #expect(known.children == ["c2"])
            #expect(known.sequence == 4)
        }
    }

    @Test("a file can say that a planned visit was held")
    func plannedVisitHeld() throws {
        try World.withStore { store, _ in
            _ = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: store.dataRevision())
            var visit = World.planned("y1", in: 5, .held)
            (visit.documents, visit.trip, visit.reasons) = ([], nil, [])
            _ = try store.store(batch(visit), at: World.moment + 5)
            let known = try #require(try store.view(for: .everything).register().visits.last)
            #expect(known.status == .held)
            #expect(known.trip == World.trip)
        }
    }
}
