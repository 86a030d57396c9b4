import Testing
import VisitModel

@testable import VisitImport

@Suite("A transfer that the prisoner's own row does not show")
struct UnshownTransferTests {
    private static let known: Register = {
        var known = Register()
        known.places = [Place(id: "PL1", name: BilingualText("Town"))]
        known.prisons = ["J1", "J2"].map { id in
            Prison(
                id: id, name: BilingualText("Prison (invented)"), jurisdiction: Jurisdiction("CN-AH"), holds: .female,
                place: "PL1", zone: "Asia/Shanghai")
        }
        known.prisoners = [Prisoner(id: "R1", name: "Mother (invented)", sex: .female, prison: "J1")]
        return known
    }()

    private func told(_ note: String, prisoners: String? = nil, known: Register = Self.known) throws -> [String] {
        var files = ["prisoner_events.csv": "id,prisoner,event,date,note\nEV1,R1,transferred,2026-11-20,\(note)\n"]
        files["prisoners.csv"] = prisoners.map { "id,name,sex,prison\nR1,Mother (invented),female,\($0)\n" }
        return try World.read(files, known: known).findings.filter { $0.code == "transfer-not-in-register" }.map(
            \.subject)
    }

    @Test("is told with the row to change, and not where the same files change it, or the event names that prison")
    func isTold() throws {
        #expect(try told("J2") == ["prisoner event EV1"])
        #expect(try told("J2", prisoners: "J2") == [])
        #expect(try told("J1") == [])
        #expect(try told("in the north") == [], "That is another finding.")
    }

    @Test("is not told where somebody has met the prisoner in the row's prison since")
    func met() throws {
        var known = Self.known
        known.visits = [
            Visit(
                id: "V1", status: .held, prisoner: "R1", household: "H1", children: ["C1"], prison: "J1",
                date: try #require(Day("2026-11-21")), minutes: 30)
        ]
        #expect(try told("J2", known: known) == [])
    }
}
