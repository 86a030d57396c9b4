import GRDB
import Testing
import VisitModel

@testable import VisitStore

@Suite("Two records of one person made one")
struct PersonMergeTests {
    private static let later = World.moment + 3600
    private static let line = LedgerEntry(day: World.today, unit: .visit, kind: .granted, cause: .night)

    /// The world in which everybody is kept twice, the second time with a 9: with visits, journeys, papers and all else.
    private static var twice: Register {
        var world = World.full
        var child = world.children[0]
        (child.id, child.needs, child.schoolCalendar) = ("c9", [.wheelchair], nil)
        var guardian = world.guardians[0]
        (guardian.id, guardian.email, guardian.accompanies) = ("g9", "g9@example.org", false)
        var escort = world.escorts[0]
        (escort.id, escort.vettedUntil, escort.maxChildren) = ("e9", World.today + 90, 2)
        var prisoner = world.prisoners[0]
        (prisoner.id, prisoner.release) = ("m9", nil)
        world.prisoners[0].consents = true
        var other = prisoner
        (other.id, other.birthDate) = ("m5", Day(number: 7000))
        world.children[1].needs = [.travelSickness]
        world.children.append(child)
        world.guardians.append(guardian)
        world.escorts.append(escort)
        world.prisoners += [other, prisoner]
        world.separations = [Separation(id: "sp1", "m5", "m9")]
        world.bonds += [
            Bond(id: "b8", child: "c9", prisoner: "m5", relation: .other, maxGap: 30),
            Bond(
                id: "b9", child: "c9", prisoner: "m1", relation: .stepmother, contact: .forbidden,
                reviewOn: World.today + 7, papers: [.householdRegister]),
            Bond(id: "b7", child: "c2", prisoner: "m9", relation: .mother, papers: [.birthCertificate]),
            Bond(id: "b6", child: "c9", prisoner: "m9", relation: .mother),
        ]
        world.events += [
            PrisonerEvent(
                id: "v8", prisoner: "m9", kind: .visitorSuspended, date: World.today, until: World.today + 9,
                visitor: .guardian("g9")),
            PrisonerEvent(
                id: "v9", prisoner: "m9", kind: .misconduct, date: World.today - 90, until: World.today - 60,
                misconduct: .alcohol),
            PrisonerEvent(id: "v7", prisoner: "m5", kind: .visitBreach, date: World.today, visitor: .escort("e9")),
        ]
        let people: [Absence.Person] = [.child("c9"), .guardian("g9"), .escort("e9"), .prisoner("m9")]
        world.absences += people.map {
            Absence(id: Identifier("away-\($0.id)"), person: $0, days: DayRange(World.today + 60, World.today + 61))
        }
        world.visits.append(past)
        world.costs.append(VisitCost(id: "k9", visit: "x9", person: "e9", cents: 100))
        world.costs.append(VisitCost(id: "k8", visit: "x9", person: "g9", cents: 100))
        return world
    }

    /// A visit that took place, of the child's second record and a second adult with the prisoner's.
    private static var past: Visit {
        Visit(
            id: "x9", number: 2, status: .held, prisoner: "m9", household: "h1", children: ["c2", "c9"],
            companion: .guardian("g9"), others: [.escort("e9")], prison: "p1", date: World.today - 9, start: World.nine,
            minutes: 60, changed: World.moment)
    }

    /// Visits ahead: one with the second records as leading adults, one on which both records of the child are, on a journey that is
    /// shared with another.
    private static var ahead: [Visit] {
        var led = World.planned("y1", in: 5)
        (led.adults, led.prisoner) = ([.escort("e9")], "m9")
        var both = World.planned("y2", in: 12)
        both.children = ["c1", "c9"]
        both.adults = [.guardian("g1"), .guardian("g9")]
        var trip = World.trip
        trip.tickets = Tickets(full: 1, half: 3, free: 0)
        let begins = CivilTime(World.today + 12, .midnight) + 540
        trip.shared = SharedTrip(
            meetings: [(["c1", "c9"], "m1"), (["c3"], "m9")].map { children, prisoner in
                SharedTrip.Meeting(
                    session: "t1@2026-09-17", prison: "p1", prisoner: prisoner, children: children, begins: begins,
                    ends: begins + 60)
            })
        (both.session, both.trip) = ("t1@2026-09-17", trip)
        var beside = both
        (beside.id, beside.children, beside.household, beside.prisoner) = ("y3", ["c3"], "h2", "m9")
        beside.adults = [.escort("e1"), .escort("e9")]
        return [led, both, beside]
    }

    /// Gives `body` a store of that world with a plan, feeds, messages, accounts, flags and waivers.
    private static func withStore(_ body: (VisitStore, StoreView) throws -> Void) throws {
        try World.withStore(of: twice) { plain, _ in
            let store = plain.noting(Author("local:7", now: { later }))
            let refusals = [("c9", "m1"), ("c1", "m1"), ("c9", "m9"), ("c2", "m9")].map { child, prisoner in
                var refusal = World.refusal
                (refusal.child, refusal.prisoner) = (Identifier(child), Identifier(prisoner))
                return refusal
            }
            var changes: [Plan.Change] = []
            for (visit, adult) in [("y1", Visit.Companion.guardian("g9")), ("y2", .escort("e9"))] {
                var change = Plan.Change(visit: Identifier(visit), kind: .adult, reason: BilingualText("because"))
                change.adultBefore = adult
                changes.append(change)
            }
            _ = try store.publish(
                World.plan(
                    ahead, refusals: refusals.sorted { ($0.child, $0.prisoner) < ($1.child, $1.prisoner) },
                    changes: changes),
                madeFrom: try store.dataRevision())
            for (number, scope) in [Feed.Scope.child("c9"), .escort("e9"), .prisoner("m9")].enumerated() {
                try store.createFeed(
                    .init(
                        id: Identifier("f\(number)"), scope: scope, showsNames: false, language: .english,
                        created: World.moment), token: "secret \(number)")
            }
            let view = store.view(for: .everything)
            _ = try view.addToLedgers(["m1": (0, [line]), "m9": (0, [line, line])], isCorrection: true)
            try store.connection.write { db in
                for (number, person) in [("g9", "guardian"), ("e9", "escort")].enumerated() {
                    try db.execute(
                        sql: """
                            INSERT INTO message (id, visit, \(person.1), number, kind, agreed, date, created, state,
                              attempts, due, remark)
                            VALUES ('n\(number)', 'y1', '\(person.0)', 1, 'proposed', 0, 20705, 0, 'waiting', 0, 0, '')
                            """)
                }
                for (kind, id) in [("child", "c9"), ("guardian", "g9"), ("escort", "e9"), ("prisoner", "m9")] {
                    try db.execute(
                        sql: """
                            INSERT INTO visitFlag VALUES ('y1', 'child-absent', '\(kind) \(id)', '[]', 0);
                            INSERT INTO visitWaiver VALUES ('y1', 'child-absent', '\(kind) \(id)', 'local:7', 'why', 0);
                            """)
                }
            }
            try body(store, view)
        }
    }

    private static func request(
        _ kept: Absence.Person, _ duplicate: Absence.Person, isForced: Bool = false,
        settling: @escaping @Sendable ([LedgerEntry], [LedgerEntry]) -> [LedgerEntry]? = { _, _ in [] }
    ) -> StoreView.MergeRequest {
        .init(
            kept, duplicate, isForced: isForced, today: World.today, moment: later, settling: settling)
    }

    private static let pairs: [(Absence.Person, Absence.Person)] = [
        (.child("c1"), .child("c9")), (.guardian("g1"), .guardian("g9")), (.escort("e1"), .escort("e9")),
        (.prisoner("m1"), .prisoner("m9")),
    ]

    /// The cells, as "table.column", that hold the identifier, alone, in a list, or after the word for the kind.
    private static func places(of id: String, _ db: Database) throws -> Set<String> {
        var places: Set<String> = []
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        for table in tables {
            for column in try db.columns(in: table).map(\.name) {
                let found = try Row.fetchOne(
                    db,
                    sql: """
                        SELECT 1 FROM \(table) WHERE \(column) = :id OR typeof(\(column)) = 'text'
                        AND (instr(\(column), '"' || :id || '"') OR \(column) LIKE '% ' || :id)
                        """, arguments: ["id": id])
                if found != nil { places.insert("\(table).\(column)") }
            }
        }
        return places
    }

    /// The columns that refer to a table.
    private static func references(to table: String, _ db: Database) throws -> Set<String> {
        let tables = try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table'")
        return Set(
            try tables.flatMap { name in
                try db.foreignKeys(on: name).filter { $0.destinationTable == table }
                    .flatMap { $0.mapping.map { "\(name).\($0.origin)" } }
            })
    }

    @Test("nothing but the alias, the log and the step of the visits names the duplicate any more", arguments: pairs)
    func everywhere(_ kept: Absence.Person, _ duplicate: Absence.Person) throws {
        try Self.withStore { (store, view) throws in
            let table = kept.kind.rawValue
            // A column that is added later and refers to people is forgotten neither here nor by the merge.
            let (before, columns) = try store.connection.read { db in
                (try Self.places(of: duplicate.id, db), try Self.references(to: table, db))
            }
            #expect(columns.subtracting(["separation.first"]).subtracting(before) == [])
            let merge = try view.merge(Self.request(kept, duplicate))
            #expect(merge.obstacles == [])
            let after = try store.connection.read { try Self.places(of: duplicate.id, $0) }
            #expect(after.isSubset(of: ["alias.id", "auditEntry.subject", "auditEntry.facts"]), "\(after)")
            #expect(try store.integrityCheck().isEmpty)
            #expect(try store.brokenAuditEntry() == nil)
            #expect(
                try view.register().aliases.contains(Alias(Alias.Kind(kept.kind), duplicate.id, of: kept.id)))
            let act = try #require(try view.acts(of: "x9").last)
            #expect(act.kind == .merge && act.reason == "\(table) \(duplicate.id) → \(kept.id)")
            let subjects = try view.auditEntries(limit: 2).map(\.subject)
            #expect(Set(subjects) == ["\(table) \(kept.id)", "\(table) \(duplicate.id)"])
            // It is over: the record is not there to be merged again.
            #expect(
                throws: StoreError.noSuch(StoreError.Entity(rawValue: table)!, asked: duplicate.id, nearest: [kept.id])
            ) {
                try view.merge(Self.request(kept, duplicate))
            }
        }
    }

    @Test("only asked, it changes nothing and says the same", arguments: pairs)
    func rehearsal(_ kept: Absence.Person, _ duplicate: Absence.Person) throws {
        try Self.withStore { (store, view) throws in
            let before = try (view.snapshot(), store.revision())
            let said = try view.rehearseMerge(Self.request(kept, duplicate))
            let after = try (view.snapshot(), store.revision())
            #expect(before.0.register == after.0.register && before.0.plan == after.0.plan && before.1 == after.1)
            #expect(try view.merge(Self.request(kept, duplicate)) == said)
            #expect(try store.revision() > before.1)
        }
    }

    @Test("a child keeps its facts, takes those it lacks, and of two decisions about contact the stricter stays")
    func child() throws {
        try Self.withStore { (_, view) throws in
            let merge = try view.merge(Self.request(.child("c1"), .child("c9")))
            let register = try view.register()
            let bonds = register.bonds.filter { $0.child == "c1" }
            #expect(bonds.map(\.id) == ["b1", "b6", "b8"])
            #expect(bonds[0].contact == .forbidden && bonds[0].reviewOn == World.today + 7)
            #expect(bonds[0].papers == [.birthCertificate, .guardianConsent, .householdRegister])
            #expect((bonds[0].maxGap, bonds[0].relation) == (45, .mother))
            #expect(register.aliases == [Alias(.bond, "b9", of: "b1"), Alias(.child, "c9", of: "c1")])
            let child = try #require(register.children.first { $0.id == "c1" })
            #expect(child.needs == [.wheelchair, .travelSickness] && child.schoolCalendar == "s1")
            #expect(try view.visitDetail("x9").visit.children == ["c1", "c2"])
            // One person fewer, and nobody knows what the tickets cost then.
            let shared = try view.visitDetail("y2").visit
            #expect(shared.children == ["c1"] && shared.trip?.tickets == nil)
            #expect(shared.trip?.shared?.meetings.map(\.children) == [["c1"], ["c3"]])
            #expect(try view.visitDetail("y3").visit.trip?.shared == shared.trip?.shared)
            #expect(merge.moved[.visits] == 2 && merge.moved[.bonds] == 3 && merge.moved[.absences] == 1)
            let told = merge.remarks.map(\.sentence.english)
            #expect(told.contains { $0.contains("b1 and b9") && $0.contains("forbidden") })
            #expect(
                told.contains { $0.contains("Both are on the visit V-0004") || $0.contains("Both are on the visit") })
        }
    }

    @Test("an adult accompanies only where both records say so, and the earlier end of a vetting stays")
    func adults() throws {
        try Self.withStore { (_, view) throws in
            let told = try [
                view.merge(Self.request(.guardian("g1"), .guardian("g9"))),
                view.merge(Self.request(.escort("e1"), .escort("e9"))),
            ].flatMap(\.remarks).map(\.sentence)
            // Each names the cell of the files that still says less.
            for cell in ["accompanies in the row g1 of guardians.csv", "max_children in the row e1 of escorts.csv"] {
                #expect(told.contains { $0.english.contains(cell) }, "\(told)")
            }
            #expect(told.contains { $0.chinese.contains("“审查有效期至”也填") } && told.count >= 3, "\(told)")
            let register = try view.register()
            #expect(register.guardians.map(\.id) == ["g1"] && !register.guardians[0].accompanies)
            // A fact of which only the duplicate knew.
            #expect(register.guardians[0].email == "g9@example.org" && register.guardians[0].phone == "+86 1")
            #expect(register.escorts[0].vettedUntil == World.today + 90 && register.escorts[0].maxChildren == 2)
            #expect(try view.visitDetail("x9").visit.adults == [.guardian("g1"), .escort("e1")])
            #expect(try view.visitDetail("y2").visit.adults == [.guardian("g1")])
            #expect(try view.visitDetail("y3").visit.adults == [.escort("e1")])
            #expect(Set(register.costs.filter { $0.visit == "x9" }.map(\.person)) == ["g1", "e1"])
        }
    }

    @Test("a prisoner's account goes behind the other one with the lines that settle them, and no line is changed")
    func prisoner() throws {
        try Self.withStore { (store, view) throws in
            var taken = Self.line
            (taken.kind, taken.cause) = (.withdrawn, .merge)
            let settling = taken
            let merge = try view.merge(
                Self.request(.prisoner("m1"), .prisoner("m9")) { kept, duplicate in
                    kept.count == 1 && duplicate.count == 2 ? [settling] : nil
                })
            #expect(merge.remarks.contains(.account([settling])) && merge.moved[.lines] == 2)
            #expect(try view.ledger(of: "m1") == [Self.line, Self.line, Self.line, settling])
            let register = try view.register()
            let prisoner = try #require(register.prisoners.first { $0.id == "m1" })
            #expect(!prisoner.consents && prisoner.release == Day(number: 23_000))
            // The same misconduct was entered with both.
            #expect(register.events.filter { $0.prisoner == "m1" }.map(\.id) == ["v1", "v2", "v3", "v8"])
            #expect(register.aliases.contains(Alias(.event, "v9", of: "v1")))
            #expect(register.separations == [Separation(id: "sp1", "m1", "m5")])
            for statement in [
                "UPDATE ledgerEntry SET count = 2", "UPDATE ledgerEntry SET prisoner = 'm5'", "DELETE FROM ledgerEntry",
                "UPDATE ledgerEntry SET position = position + 10",
            ] {
                #expect(throws: StoreError.self) { try store.connection.write { try $0.execute(sql: statement) } }
            }
        }
    }

    @Test("what says that they are two people is in the way, and nothing is changed; what may differ can be forced")
    func obstacles() throws {
        try Self.withStore { (store, view) throws in
            func obstacles(_ request: StoreView.MergeRequest) throws -> [MergeObstacle] {
                let before = try (store.revision(), view.register())
                let merge = try view.merge(request)
                let after = try (store.revision(), view.register())
                #expect(merge.obstacles.isEmpty || before.0 == after.0 && before.1 == after.1)
                return merge.obstacles
            }
            let births = MergeObstacle.birthDates(Day(number: 7000), Day(number: 6000))
            #expect(
                try obstacles(Self.request(.prisoner("m5"), .prisoner("m9"))) == [births, .keptApart("sp1")])
            #expect(
                try obstacles(Self.request(.prisoner("m5"), .prisoner("m9"), isForced: true)) == [.keptApart("sp1")])
            #expect(
                try obstacles(Self.request(.prisoner("m1"), .prisoner("m9")) { _, _ in nil }) == [.account("m1")])
            #expect(
                try obstacles(Self.request(.child("c1"), .child("c2")))
                    == [.birthDates(Day(number: 17_000), Day(number: 18_000))])
            #expect(try obstacles(Self.request(.child("c1"), .child("c2"), isForced: true)) == [])
        }
    }

    @Test("two citizen numbers are two people unless it is forced; one number of two generations of cards is one")
    func citizenNumbers() throws {
        var world = Self.twice
        func renumber(_ child: String, _ guardian: String, _ escort: String) {
            for index in world.children.indices where world.children[index].id == "c9" {
                world.children[index].citizenNumber = World.number(child)
            }
            for index in world.guardians.indices where world.guardians[index].id == "g9" {
                world.guardians[index].citizenNumber = World.number(guardian)
            }
            for index in world.escorts.indices where world.escorts[index].id == "e9" {
                world.escorts[index].citizenNumber = World.number(escort)
            }
        }
        renumber("11999920160520001X", "119999196203150028", "119999196203150028")
        try World.withStore(of: world) { (store, _) throws in
            let view = store.view(for: .everything)
            for (kept, duplicate) in Self.pairs where kept.kind != .prisoner {
                let before = try view.register()
                #expect(try view.merge(Self.request(kept, duplicate)).obstacles == [.citizenNumbers])
                #expect(try view.register() == before)
                #expect(try view.merge(Self.request(kept, duplicate, isForced: true)).obstacles == [])
            }
        }
        renumber("119999201607180024", "11999919560424002X", "119999198506070016")
        try World.withStore(of: world) { (store, _) throws in
            let view = store.view(for: .everything)
            for (kept, duplicate) in Self.pairs where kept.kind != .prisoner {
                #expect(try view.merge(Self.request(kept, duplicate)).obstacles == [])
            }
        }
    }

    @Test("two confirmed visits at one time are in the way, and two that are not both agreed are told")
    func atOneTime() throws {
        var world = Self.twice
        var (one, other) = (World.planned("z1", in: 20, .confirmed), World.planned("z9", in: 20, .confirmed))
        (one.number, other.number, other.prisoner, other.children) = (7, 8, "m9", ["c9"])
        other.session = nil
        world.visits += [one, other]
        try World.withStore(of: world) { (store, _) throws in
            let view = store.view(for: .everything)
            let labels = try ["z1", "z9"].map { try view.visitDetail(Identifier($0)).visit.label }
            let date = World.today + 20
            #expect(
                try view.merge(Self.request(.child("c1"), .child("c9"))).obstacles
                    == [.agreedAtOnce(visit: labels[0], other: labels[1], date: date)])
            let act = VisitAct(.cancel, by: .prison, reason: "full", moment: World.moment)
            try view.take(act, on: ["z9"], today: World.today)
            #expect(try view.merge(Self.request(.child("c1"), .child("c9"))).obstacles == [])
        }
    }

    @Test("an identifier of before stands for the record that is left also where that is merged in its turn")
    func chain() throws {
        try Self.withStore { (_, view) throws in
            _ = try view.merge(Self.request(.child("c1"), .child("c9")))
            _ = try view.merge(Self.request(.child("c2"), .child("c1"), isForced: true))
            let aliases = try view.register().aliases
            #expect(
                aliases.filter { $0.kind == .child } == [Alias(.child, "c1", of: "c2"), Alias(.child, "c9", of: "c2")])
            #expect(try view.children(called: "c9") == ["c2"])
            #expect(aliases.contains(Alias(.bond, "b9", of: "b2")))
            // Who is erased is erased under every identifier.
            _ = try view.erase("c2", pseudonym: "erased-1", today: World.today, at: Self.later)
            #expect(try view.register().aliases == [])
        }
    }

    @Test("somebody who sees a part merges within it, and other records do not exist for them")
    func reach() throws {
        try Self.withStore { (store, _) throws in
            let own = store.view(for: .organisation("o1"))
            #expect(throws: StoreError.noSuch(.child, asked: nil, nearest: [])) {
                try own.merge(Self.request(.child("c1"), .child("c3"), isForced: true))
            }
            for reach in [Reach.prison("p1"), .escort("e1"), .nothing] {
                #expect(throws: StoreError.noSuch(.child, asked: nil, nearest: [])) {
                    try store.view(for: reach).merge(Self.request(.child("c1"), .child("c9")))
                }
            }
            #expect(try own.merge(Self.request(.child("c1"), .child("c9"))).obstacles == [])
        }
    }
}
