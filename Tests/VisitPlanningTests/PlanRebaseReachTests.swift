import Testing
import VisitModel

@testable import VisitPlanning

@Suite("What a change of the data touches in a plan")
struct PlanRebaseReachTests {
    @Test("a record of a family or its parent that changed leaves that family's part as it is")
    func records() throws {
        let touching: [(String, (inout Register) -> Void)] = [
            ("household", { $0.households[1].phone = "1" }), ("child", { $0.children[1].needs = [.wheelchair] }),
            ("guardian", { $0.guardians[1].weekdays = [.monday] }),
            ("a guardian less", { $0.guardians.remove(at: 1) }),
            ("prisoner", { $0.prisoners[1].consents = false }),
            (
                "event",
                { $0.events = [PrisonerEvent(id: "E", prisoner: "M2", kind: .solitary, date: day("2026-11-20"))] }
            ), ("bond", { $0.bonds[1].contact = .onHold }), ("a bond less", { $0.bonds.remove(at: 1) }),
            (
                "given up",
                { $0.givenUp = [GivenUp(session: "SAT@2026-12-12", prisoner: "M2", children: ["C2"])] }
            ), ("moved", { $0.moved = ["visit-2"] }),
            ("past", { $0.visits = [RebaseRun.visit(2, on: "2026-11-14", .missed)] }),
        ]
        for (name, change) in touching {
            var run = RebaseRun()
            change(&run.now.register)
            #expect(run.left == ["H2"], "\(name)")
            #expect(run.renewed == ["H1", "H3"], "\(name)")
        }
    }

    @Test("an escort who changed touches the households that the escort works for")
    func escortRecord() throws {
        var run = RebaseRun()
        for snapshot in [\RebaseRun.before, \RebaseRun.now] {
            run[keyPath: snapshot].register.households[2].escortsFrom = "H1"
        }
        run.now.register.escorts = [
            Escort(
                id: "E1", name: "Escort (invented)", home: "H1",
                available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: 4)
        ]
        #expect(run.left == ["H1", "H3"] && run.renewed == ["H2"])
    }

    @Test("where something has changed that everything hangs on, there is nothing to put the plan onto")
    func ground() {
        let changes: [(String, (inout PlanningSnapshot) -> Void)] = [
            ("places", { $0.register.places.removeLast() }),
            ("distances", { $0.register.distances = [Distance(from: "CITY", to: "NEAR", metres: 1)] }),
            ("prisons", { $0.register.prisons[0].checkIn = 45 }),
            ("templates", { $0.register.templates[0].tables = 9 }),
            ("schools", { $0.register.schoolCalendars = [SchoolCalendar(id: "S", stretches: [])] }),
            ("budgets", { $0.register.budgets = [Budget(month: day("2026-12-01").month, cents: 1)] }),
            ("costs", { $0.register.costs = [VisitCost(id: "K", visit: "V", cents: 1)] }),
            ("separations", { $0.register.separations = [Separation(id: "S", "M1", "M2")] }),
            ("parameters", { $0.register.parameters = [Parameter(name: "plan.weeks", value: "4")] }),
            (
                "timetables",
                {
                    $0.timetables = [
                        Timetable(
                            id: "T", publisher: "P", zone: "Asia/Shanghai",
                            validity: DayRange(day("2026-01-01"), day("2026-12-31")), stops: [], lines: [],
                            services: [],
                            trips: [], calls: [])
                    ]
                }
            ),
        ]
        for (name, change) in changes {
            var run = RebaseRun()
            change(&run.now)
            #expect(run.rebased == nil, "\(name)")
        }
    }

    // MARK: Whatever people do

    @Test("whatever people do meanwhile, no session is overfull and every family has one part whole", arguments: 0..<60)
    func anything(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var run = RebaseRun()
        for number in run.plan.visits.indices {
            let date = ["2026-12-05", "2026-12-12", "2026-12-19"].randomElement(using: &random) ?? "2026-12-12"
            run.plan.visits[number] = RebaseRun.visit(number + 1, on: date)
        }
        run.plan.visits.sort { ($0.date, $0.id) < ($1.date, $1.id) }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let number = Int.random(in: 0...2, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: run.now.plan?.visits[number].status = .requested
            case 1:
                run.now.plan?.visits[number].status = .confirmed
                run.now.register.visits.append(RebaseRun.visit(number + 1, on: "2026-12-05", .confirmed))
            case 2: run.now.plan?.visits[number].status = .cancelled
            case 3: run.now.register.bonds[number].contact = .onHold
            default:
                let date = ["2026-12-05", "2026-12-12", "2026-12-19"].randomElement(using: &random) ?? "2026-12-12"
                run.now.register.visits.append(RebaseRun.other(Int.random(in: 1...4, using: &random), on: date))
            }
        }
        let rebased = try #require(run.rebased)
        let now = (run.now.plan?.visits ?? []).filter(\.status.isOpen)
        #expect(Set(rebased.visits.map(\.id)).count == rebased.visits.count)
        for household in ["H1", "H2", "H3"] as [Identifier<Household>] {
            let own = rebased.visits.filter { $0.household == household }
            let parts = [run.plan.visits, now].map { $0.filter { $0.household == household } }
            #expect(parts.contains(own), "\(household)")
        }
        let agreed = run.now.register.visits.filter(\.status.isAhead)
        for session in Set(rebased.visits.map(\.session)) {
            let fresh = rebased.visits.filter { $0.session == session && !now.contains($0) }
            guard !fresh.isEmpty else { continue }
            let together = (rebased.visits + agreed).filter { $0.session == session }
            let tables = together.reduce(0) { $0 + run.now.register.prisons[0].tables(for: $1.persons) }
            #expect(tables <= 3, "\(String(describing: session))")
        }
    }
}
