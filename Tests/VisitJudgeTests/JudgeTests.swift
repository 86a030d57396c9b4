import Testing
import VisitModel

@testable import VisitJudge

@Suite("The judge")
struct JudgeTests {
    /// Families with several breaches.
    private static var broken: JudgeWorld {
        var world = JudgeWorld()
        for number in 2...60 { world.addFamily("\(number)") }
        world.visits = (1...60).map { number in
            world.visit(
                Identifier("V\(number)"), of: "\(number)",
                on: number % 2 == 0 ? JudgeWorld.saturday : JudgeWorld.nextSaturday)
        }
        world.register.prisoners[4].consents = false
        world.register.guardians[9].weekdays = [.monday]
        return world
    }

    @Test("one thread or several, and visits in any order, give the same flags")
    func threads() {
        var world = Self.broken
        let first = world.flags
        #expect(first.count > 50)
        world.visits.reverse()
        for threads in [1, 3] {
            let judge = Judge(
                JudgedWorld(register: world.register, visits: world.visits, book: JudgeWorld.book, today: world.today),
                threads: threads)
            #expect(judge.flags() == first)
        }
    }

    @Test("asked about some visits, it says of them what it says among all")
    func someVisits() {
        let judge = Self.broken.judge
        let all = judge.flags()
        let wanted: Set<Identifier<Visit>> = ["V5", "V10", "V59", "V60", "nobody's"]
        #expect(judge.flags(of: wanted) == all.filter { wanted.contains($0.visit) })
        #expect(judge.flags(of: []) == [])
    }

    @Test("it counts the visits that it judges: not those that are over")
    func counts() {
        var world = Self.broken
        world.visits[0].status = .cancelled
        world.visits[1].status = .missed
        #expect(world.judge.judged == 58)
    }

    @Test("a visit, a code and a subject stand in one flag")
    func joined() {
        var world = JudgeWorld()
        world.register.absences = ["A1", "A2"].map { id in
            Absence(id: id, person: .guardian("G1"), days: DayRange(JudgeWorld.saturday, JudgeWorld.saturday))
        }
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 adult-absent guardian G1"])
        #expect(flags.first?.facts.filter { $0.name == "absence" }.map(\.value) == ["A1", "A2"])
    }

    @Test("flags name nobody")
    func privacy() {
        let facts = Self.broken.flags.flatMap { [$0.subject] + $0.facts.map(\.value) }
        #expect(!facts.contains { $0.contains("invented") })
    }
}
