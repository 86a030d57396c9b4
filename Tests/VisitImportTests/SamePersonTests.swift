import Testing
import VisitModel

@testable import VisitImport

@Suite("An adult who is kept as guardian and as escort")
struct SamePersonTests {
    private static let base = [
        "places.csv": "id,name,latitude,longitude\nPL1,Town,31,117\n",
        "households.csv": "id,name,place\nH1,A (invented),PL1\n",
    ]

    private func told(guardian: String, escort: String, known: Register = Register()) throws -> [String] {
        var files = Self.base
        files["guardians.csv"] = "id,household,name,relation,phone\n\(guardian)\n"
        if !escort.isEmpty {
            files["escorts.csv"] = "id,name,home,from,to,max_children,phone\n\(escort)\n"
        }
        return try World.read(files, known: known).findings.filter { $0.code == "same-person" }.map(\.subject)
    }

    @Test(
        "is noticed by the identifier, or by name and telephone number together",
        arguments: [
            ("G1,H1,Xu Lan,aunt,000-0000 0001", "E1,xulan,H1,2026-01-01,2026-12-31,2,00000000001", true),
            ("P1,H1,Xu Lan,aunt,", "P1,Xu,H1,2026-01-01,2026-12-31,2,", true),
            ("G1,H1,Xu Lan,aunt,000-0000-0002", "E1,Xu Lan,H1,2026-01-01,2026-12-31,2,000-0000-0001", false),
            ("G1,H1,Xu Lan,aunt,", "E1,Xu Lan,H1,2026-01-01,2026-12-31,2,", false),
            ("G1,H1,Xu Lan,aunt,000-0000-0001", "E1,He Mei,H1,2026-01-01,2026-12-31,2,000-0000-0001", false),
        ])
    func noticed(guardian: String, escort: String, isTold: Bool) throws {
        #expect(try told(guardian: guardian, escort: escort).isEmpty != isTold)
    }

    @Test("is noticed where the store knows the other row, and not told again by a file that speaks of neither")
    func known() throws {
        var known = Register()
        known.escorts = [
            Escort(
                id: "E9", name: "Xu Lan", home: "H1", weekdays: Weekday.allCases,
                available: DayRange(Day(number: 20_000), Day(number: 21_000)), maxChildren: 2, phone: "000-0000-0001")
        ]
        #expect(try told(guardian: "G1,H1,Xu Lan,aunt,000-0000-0001", escort: "", known: known) == ["guardian G1"])
        known.guardians = [
            Guardian(id: "G1", name: "Xu Lan", household: "H1", relation: .aunt, phone: "000-0000-0001")
        ]
        #expect(try told(guardian: "G2,H1,He Mei,aunt,000-0000-0002", escort: "", known: known) == [])
    }
}
