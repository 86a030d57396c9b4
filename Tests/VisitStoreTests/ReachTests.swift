import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

/// Two organisations, `aa` with a prisoner in `p1` and `zz` with one in `p2`, whose children travel together once, with an
/// escort who is nobody's. Everything that is somebody's bears the mark in its identifier and in its name.
@Suite("What a view with a reach shows and lets do")
struct ReachTests {
    /// A reach, and the marks of what lies beyond it.
    private static let reaches: [(reach: Reach, beyond: [String])] = [
        (.everything, []), (.nothing, ["aa-", "zz-"]), (.organisation("aa"), ["zz-"]), (.organisation("zz"), ["aa-"]),
        (.prison("p1"), ["zz-"]), (.prison("p2"), ["aa-"]), (.household("aa-h"), ["zz-"]),
        (.household("zz-h"), ["aa-"]), (.escort("zz-e"), ["aa-"]), (.escort("aa-e"), ["zz-"]),
    ]

    private typealias Question = (name: String, ask: @Sendable (StoreView) throws -> Any)

    /// All that can be asked without naming anybody.
    private static let questions: [Question] = [
        ("children", { try $0.children() }), ("households", { try $0.households() }),
        ("visits by query", { try $0.visits(VisitQuery()) }), ("visits", { try $0.visits(from: longAgo) }),
        ("details", { try $0.visitDetails(from: longAgo, keepCancelledSince: longAgo) }),
        ("identifiers", { try $0.visitIdentifiers(from: longAgo) }),
        (
            "marks",
            { view in
                // A digest is of all that the store holds of a visit, and says nothing.
                try view.visitMarks(from: longAgo, keepCancelledSince: longAgo).map {
                    "\($0.id) \($0.household) \($0.prisoner) \($0.homes) \($0.children)"
                }
            }
        ),
        ("register", { try $0.register() }),
        ("register of children", { try $0.register(ofChildren: ["aa-c", "zz-c"]) }),
        (
            "snapshot",
            { view in
                var snapshot = try view.snapshot()
                snapshot.register.places = []
                return snapshot
            }
        ),
        ("plan", { try $0.plan() as Any }), ("ledgers", { try $0.ledgers() }),
        ("outlooks", { try $0.outlooks(OutlookSelection(), today: World.today) }),
        ("messages", { try $0.messages(aboutVisitsFrom: longAgo) }),
        ("outbox", { try $0.outbox(all: true, limit: 99) }),
        ("audit", { $0.reach == .everything ? [] : try $0.auditEntries(limit: 99) }),
        ("children of a home", { try $0.children(of: Feed.Scope.home("zz-h")) + $0.children(of: .child("aa-c")) }),
    ]

    private static let longAgo = World.today - 999

    @Test("nothing that lies beyond comes back from any question")
    func questions() throws {
        try Self.withStore { (store) throws in
            for (reach, beyond) in Self.reaches {
                let view = store.view(for: reach)
                for question in Self.questions {
                    var told = ""
                    dump(try question.ask(view), to: &told)
                    for mark in beyond where told.contains(mark) {
                        Issue.record("\(question.name) tells \(reach) of \(mark): \(told)")
                    }
                    guard reach == .everything, question.name != "audit" else { continue }
                    #expect(told.contains("aa-") && told.contains("zz-"), "\(question.name) is about both.")
                }
            }
        }
    }

    /// What can be asked about somebody, or done: about those of one organisation, by their mark.
    private static let acts: [(name: String, act: @Sendable (StoreView, String) throws -> Void)] = [
        ("detail", { _ = try $0.visitDetail(Identifier($1 + "y")) }),
        ("acts", { _ = try $0.acts(of: Identifier($1 + "y")) }),
        ("ledger", { _ = try $0.ledger(of: Identifier($1 + "m")) }),
        ("household", { _ = try $0.contact(of: .household(Identifier($1 + "h"))) }),
        ("guardian", { _ = try $0.contact(of: .guardian(Identifier($1 + "g"))) }),
        ("escort", { _ = try $0.contact(of: .escort(Identifier($1 + "e"))) }),
        ("visits of a household", { _ = try details($0, .household(Identifier($1 + "h"))) }),
        ("visits of a child", { _ = try details($0, .of(.child(Identifier($1 + "c")))) }),
        ("visits of a prisoner", { _ = try details($0, .of(.prisoner(Identifier($1 + "m")))) }),
        ("visits with a guardian", { _ = try details($0, .accompanied(by: Identifier($1 + "g"))) }),
        ("next of a child", { _ = try next($0, OutlookSelection(children: [$1 + "c"])) }),
        ("next of a name", { _ = try next($0, OutlookSelection(children: [$1 + "child"])) }),
        ("next of a household", { _ = try next($0, OutlookSelection(household: Identifier($1 + "h"))) }),
        ("next of a prisoner", { _ = try next($0, OutlookSelection(prisoner: Identifier($1 + "m"))) }),
        ("circle", { _ = try $0.circle(of: World.planned(Identifier($1 + "y"), in: 5), on: days) }),
        ("step", { _ = try $0.take(cancel, on: [Identifier($1 + "y")], today: World.today) }),
        (
            "move",
            { view, mark in
                let session = Session(of: World.full.templates[0], on: World.today + 12)
                _ = try view.move(
                    Identifier(mark + "y"), to: Placement(session: session, mode: .table, minutes: 30), act: cancel,
                    madeFrom: view.store.dataRevision())
            }
        ),
        (
            "closure",
            { view, mark in
                let prison: Identifier<Prison> = mark == "aa-" ? "p1" : mark == "zz-" ? "p2" : "p9"
                _ = try view.close(Closure(id: "z9", prison: prison, days: days), act: cancel, today: World.today)
            }
        ),
        ("account", { _ = try $0.addToLedgers([Identifier($1 + "m"): (0, [entry])], isCorrection: true) }),
        (
            "erasure",
            { view, mark in
                _ = try view.erase(
                    Identifier(mark + "c"), pseudonym: "erased", today: World.today, at: World.moment)
            }
        ),
        ("post", { _ = try $0.post([message($1, 9)], superseding: [], at: World.moment) }),
        ("supersede", { _ = try $0.post([], superseding: [message($1, 1).id], at: World.moment) }),
        ("settle", { _ = try $0.recordOutcome(message($1, 1).id, as: .abandoned, remark: "", at: World.moment) }),
        ("retry", { _ = try $0.retry([message($1, 1).id], at: World.moment) }),
    ]

    private static let days = DayRange(World.today + 1, World.today + 9)
    private static let cancel = VisitAct(.cancel, by: .household, reason: "flu", moment: World.moment)
    private static let entry = LedgerEntry(
        day: World.today, unit: .visit, kind: .granted, cause: .adjustment, count: 1, since: World.today, rule: "r")

    private static func details(_ view: StoreView, _ scope: StoreView.VisitScope) throws -> [VisitDetail] {
        try view.visitDetails(scope, from: longAgo, keepCancelledSince: longAgo)
    }

    private static func next(_ view: StoreView, _ selection: OutlookSelection) throws -> [Outlook] {
        try view.outlooks(selection, today: World.today)
    }

    private static func message(_ mark: String, _ number: Int) -> Message {
        Message(
            about: Identifier(mark + "y"), to: .household(Identifier(mark + "h")), number: number,
            Message.Content(.confirmed, isAgreed: true, date: World.today + 5, start: World.nine),
            created: World.moment)
    }

    @Test("what lies beyond is refused as what does not exist is, and stays as it was")
    func acts() throws {
        try Self.withStore { (store) throws in
            func everything() throws -> String {
                var told = ""
                let view = store.view(for: .everything)
                dump(
                    [try view.register(), try view.visits(from: Self.longAgo), try view.outbox(all: true, limit: 99)],
                    to: &told)
                return told + "\(try view.ledgers().sorted { $0.key < $1.key }) \(try store.dataRevision())"
            }
            let before = try everything()
            for (reach, beyond) in Self.reaches {
                let view = store.view(for: reach)
                for mark in beyond {
                    for act in Self.acts {
                        let refusal = #expect(throws: StoreError.self, "\(act.name) of \(mark) for \(reach)") {
                            try act.act(view, mark)
                        }
                        let none = #expect(throws: StoreError.self) { try act.act(view, "no-") }
                        #expect(refusal == none, "\(act.name) of \(mark) for \(reach)")
                        guard case .noSuch(_, nil, []) = refusal else {
                            Issue.record(
                                "\(act.name) of \(mark) for \(reach) is refused as \(String(describing: refusal))")
                            continue
                        }
                    }
                }
                #expect(try view.claimMessage(at: World.moment + -9, lease: { _ in World.moment }) == nil)
                for mark in beyond { #expect(try !view.sees(Identifier(mark + "h"))) }
            }
            #expect(try everything() == before)
        }
    }

    @Test("a message is taken in hand only by those who see its visit")
    func claims() throws {
        try Self.withStore { (store) throws in
            func claimed(_ reach: Reach) throws -> Identifier<Visit>? {
                try store.view(for: reach).claimMessage(
                    at: World.moment + 99_999, lease: { _ in World.moment + 999_999 })?
                    .visit
            }
            #expect(try claimed(.nothing) == nil)
            #expect(try claimed(.organisation("zz")) == "zz-y")
            #expect(try claimed(.organisation("zz")) == nil)
            #expect(try claimed(.everything) == "aa-y")
        }
    }

    @Test("a decision may need to know of others, and knows nobody's name")
    func circle() throws {
        try Self.withStore { (store) throws in
            let view = store.view(for: .organisation("aa"))
            let circle = try view.circle(of: try view.visitDetail("aa-y").visit, on: Self.days)
            #expect(circle.register.visits.map(\.id).contains("zz-y"), "The escort is on the way with both.")
            var told = ""
            dump(circle, to: &told)
            #expect(!told.contains("zz-child") && !told.contains("zz-phone") && !told.contains("aa-child"))
            #expect(!told.contains("illness"))
            let absences = circle.register.absences.map(\.id)
            #expect(absences.contains("aa-ag") && absences.contains("aa-ac") && absences.contains("aa-am"))
        }
    }

    // MARK: The world

    private static func withStore(_ body: (VisitStore) throws -> Void) throws {
        try World.withStore(of: register) { (plain, _) throws in
            let store = plain.noting(Author("local:7", now: { World.moment }))
            let visits = ["aa-", "zz-"].map { mark in planned(mark) }
            let refusals = ["aa-", "zz-"].map { mark in
                Refusal(
                    child: Identifier(mark + "d"), prisoner: Identifier(mark + "m"), household: Identifier(mark + "h"),
                    code: .contactOnHold, sentence: BilingualText("\(mark)sentence"))
            }
            _ = try store.publish(World.plan(visits, refusals: refusals), madeFrom: try store.dataRevision())
            let view = store.view(for: .everything)
            _ = try view.post(["aa-", "zz-"].map { message($0, 1) }, superseding: [], at: World.moment)
            for mark in ["aa-", "zz-"] {
                var line = entry
                line.note = "\(mark)note"
                _ = try view.addToLedgers([Identifier(mark + "m"): (0, [line])], isCorrection: false)
            }
            try body(store)
        }
    }

    private static func planned(_ mark: String) -> Visit {
        let begins = CivilTime(World.today + 5, .midnight)
        var visit = World.planned(Identifier(mark + "y"), in: 5)
        visit.household = Identifier(mark + "h")
        visit.children = [Identifier(mark + "c")]
        visit.prisoner = Identifier(mark + "m")
        visit.prison = mark == "aa-" ? "p1" : "p2"
        visit.companion = .escort("e1")
        visit.reasons = [BilingualText("\(mark)reason")]
        visit.trip?.shared = SharedTrip(
            meetings: ["aa-", "zz-"].map { mark in
                SharedTrip.Meeting(
                    session: "t1@x", prison: mark == "aa-" ? "p1" : "p2", prisoner: Identifier(mark + "m"),
                    children: [Identifier(mark + "c")], begins: begins, ends: begins + 60)
            })
        return visit
    }

    private static var register: Register {
        var world = World.full
        world.prisons.append(world.prisons[0])
        world.prisons[1].id = "p2"
        let template = world.escorts[0]
        world.households = [Household(id: "hub", name: "Hub", kind: .charityHome, place: "yuxi")]
        world.escorts = [template]
        (world.escorts[0].id, world.escorts[0].home) = ("e1", "hub")
        (world.children, world.guardians, world.prisoners) = ([], [], [])
        (world.events, world.bonds, world.visits, world.absences, world.costs) = ([], [], [], [], [])
        for mark in ["aa-", "zz-"] { add(mark, to: &world, escort: template) }
        return world
    }

    private static func add(_ mark: String, to world: inout Register, escort: Escort) {
        let (home, prisoner) = (Identifier<Household>(mark + "h"), Identifier<Prisoner>(mark + "m"))
        let prison: Identifier<Prison> = mark == "aa-" ? "p1" : "p2"
        world.households.append(
            Household(
                id: home, name: mark + "family", place: "lijiang", phone: mark + "phone", escortsFrom: "hub",
                organisation: Identifier(String(mark.prefix(2)))))
        world.guardians.append(
            Guardian(
                id: Identifier(mark + "g"), name: mark + "guardian", household: home, relation: .aunt,
                phone: mark + "phone", email: mark + "mail"))
        var own = escort
        (own.id, own.home, own.name, own.phone) = (Identifier(mark + "e"), home, mark + "escort", mark + "phone")
        world.escorts.append(own)
        world.prisoners.append(Prisoner(id: prisoner, name: mark + "prisoner", sex: .female, prison: prison))
        world.events.append(
            PrisonerEvent(
                id: Identifier(mark + "v"), prisoner: prisoner, kind: .misconduct, date: World.today - 9,
                note: mark + "event"))
        world.events.append(
            PrisonerEvent(
                id: Identifier(mark + "w"), prisoner: prisoner, kind: .visitorSuspended, date: World.today - 9,
                visitor: .guardian(Identifier(mark + "g"))))
        world.absences += ["c", "e", "g", "m"].map { letter in
            let kind: [String: Absence.Kind] = ["c": .child, "e": .escort, "g": .guardian]
            return Absence(
                id: Identifier(mark + "a" + letter), person: .init(kind[letter] ?? .prisoner, mark + letter),
                days: days, reason: mark + "illness")
        }
        for letter in ["c", "d"] {
            let child = Identifier<Child>(mark + letter)
            world.children.append(
                Child(id: child, name: mark + "child", birthDate: Day(number: 17_000), household: home))
            world.bonds.append(
                Bond(id: Identifier(mark + "b" + letter), child: child, prisoner: prisoner, relation: .mother))
        }
        var held = World.held
        (held.id, held.prisoner, held.household) = (Identifier(mark + "x"), prisoner, home)
        (held.children, held.companion, held.prison) = ([Identifier(mark + "c")], .escort(own.id), prison)
        held.reasons = [BilingualText(mark + "reason")]
        world.visits.append(held)
        world.costs.append(
            VisitCost(
                id: Identifier(mark + "k"), visit: held.id, person: own.id.text, cents: 5, receipt: mark + "receipt"))
    }
}
