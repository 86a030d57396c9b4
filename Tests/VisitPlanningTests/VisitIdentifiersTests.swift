import Testing
import VisitModel

@testable import VisitPlanning

@Suite("The identifiers of new visits")
struct VisitIdentifiersTests {
    private let visit = PlanningWorld().visit("", on: "2026-12-05", .proposed, children: ["C1", "C2"])

    private func identifiers(taken: Set<Identifier<Visit>> = []) -> VisitIdentifiers {
        VisitIdentifiers(taken: taken) { "<\($0)>" }
    }

    @Test("they are derived from who meets whom in which session")
    func derived() {
        var identifiers = identifiers()
        #expect(identifiers.identifier(for: visit) == "<H1|M1|C1,C2|SAT@2026-12-05|0>")
        var outside = visit
        outside.session = nil
        #expect(identifiers.identifier(for: outside) == "<H1|M1|C1,C2|2026-12-05|0>")
    }

    @Test("the same visit has the same one in another run, whatever else it holds")
    func stable() {
        var (here, there) = (identifiers(), identifiers())
        var other = visit
        other.id = "something"
        other.companion = .escort("E1")
        other.minutes = 60
        other.reasons = [BilingualText(en: "Reason.", zh: "原因。")]
        #expect(here.identifier(for: visit) == there.identifier(for: other))
    }

    @Test("another household, prisoner, child or session is another visit")
    func different() {
        var visits = [Visit](repeating: visit, count: 5)
        visits[1].household = "H2"
        visits[2].prisoner = "M2"
        visits[3].children = ["C1"]
        visits[4].session = "SAT@2026-12-12"
        let names = visits.map { visit in
            var identifiers = identifiers()
            return identifiers.identifier(for: visit)
        }
        #expect(Set(names).count == visits.count)
    }

    @Test("where one is taken, the next counts on; and what was given is taken")
    func countsOn() {
        var identifiers = identifiers(taken: ["<H1|M1|C1,C2|SAT@2026-12-05|0>", "<H1|M1|C1,C2|SAT@2026-12-05|2>"])
        #expect(identifiers.identifier(for: visit) == "<H1|M1|C1,C2|SAT@2026-12-05|1>")
        #expect(identifiers.identifier(for: visit) == "<H1|M1|C1,C2|SAT@2026-12-05|3>")
        #expect(identifiers.identifier(for: visit) == "<H1|M1|C1,C2|SAT@2026-12-05|4>")
    }
}
