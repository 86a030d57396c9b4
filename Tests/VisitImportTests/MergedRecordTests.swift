import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("Files that still write the identifier of a record that was merged")
struct MergedRecordTests {
    /// The sound tables, with C9, M9, G9 and E9 merged into C1, M1, G1 and E1, and the bond B9 into B1.
    private static func known() throws -> Register {
        let bonds = "id,child,prisoner,relation,contact\nB1,C1,M1,mother,on-hold\n"
        let events = "id,prisoner,event,date\nV1,M1,admitted,2020-01-01\n"
        let reading = try World.read(["bonds.csv": bonds, "prisoner_events.csv": events])
        var register = try #require(reading.batch?.register)
        register.aliases = [
            Alias(.bond, "B9", of: "B1"), Alias(.child, "C9", of: "C1"), Alias(.escort, "E9", of: "E1"),
            Alias(.event, "V9", of: "V1"), Alias(.guardian, "G9", of: "G1"), Alias(.prisoner, "M9", of: "M1"),
        ]
        return register
    }

    private func read(_ files: [String: String]) throws -> Reading {
        try World.readAlone(files, known: try Self.known())
    }

    @Test("references mean the record that is left, which is said once in a file")
    func references() throws {
        let reading = try read([
            "bonds.csv": "id,child,prisoner,relation\nB2,C3,M9,mother\nB3,C2,M9,mother\n",
            "visits.csv":
                "id,prisoner,children,date,minutes,status,escort,guardian\nX1,M9,C9;C1,2026-09-05,30,held,E9,G9\n",
            "absences.csv": "kind,person,from\nchild,C9,2026-12-01\nguardian,G9,2026-12-01\n",
            "prisoner_events.csv": "id,prisoner,event,date,visitor\nV2,M9,visitorSuspended,2026-09-01,G9\n",
            "separations.csv": "prisoner,other\nM9,M2\n", "costs.csv": "visit,person,amount,kind\nX1,E9,5,fare\n",
        ])
        let register = try #require(reading.batch?.register)
        #expect(register.bonds.map(\.prisoner) == ["M1", "M1"])
        #expect(register.visits.map(\.prisoner) == ["M1"] && register.visits[0].children == ["C1"])
        #expect(register.visits[0].adults == [.escort("E1"), .guardian("G1")])
        #expect(register.absences.map(\.person) == [.child("C1"), .guardian("G1")])
        #expect(register.events.map(\.prisoner) == ["M1"] && register.events[0].visitor == .guardian("G1"))
        #expect(register.separations == [Separation(id: "M1+M2", "M1", "M2")])
        #expect(register.costs.map(\.person) == ["E1"])
        let told = reading.short.filter { $0.contains("merged-id") }
        #expect(told.allSatisfy { $0.hasPrefix("note ") } && told.filter { $0.contains("bonds.csv") }.count == 1)
        #expect(told.filter { $0.contains("visits.csv") }.count == 4)
    }

    @Test("a row that describes such a record is passed over with a warning, and others are read")
    func rows() throws {
        let reading = try read([
            "children.csv":
                "id,name,birth_date,household\nC9,A (invented),2016-05-20,H2\nC4,Z (invented),2018-05-20,H2\n",
            "guardians.csv": "id,name,household,relation\nG9,D (invented),H1,grandmother\n",
            "prisoners.csv": "id,name,sex,prison\nM9,G (invented),female,PR1\n",
            "bonds.csv": "id,child,prisoner,relation,contact\nB9,C9,M9,mother,allowed\nB4,C4,M9,mother,allowed\n",
            "prisoner_events.csv": "id,prisoner,event,date\nV9,M9,admitted,2020-01-01\n",
        ])
        let register = try #require(reading.batch?.register)
        #expect(register.children.map(\.id) == ["C4"] && register.bonds.map(\.id) == ["B4"])
        #expect(register.guardians == [] && register.prisoners == [] && register.events == [])
        let warnings = reading.short.filter { $0.hasPrefix("warning merged-id") }
        #expect(warnings.count == 5)
        let sentence = try #require(reading.findings.first { $0.location?.file == "children.csv" }?.sentence)
        #expect(sentence.english.contains("which was merged into C1: the row is not read"))
        #expect(sentence.chinese.contains("该记录已并入 C1"))
    }

    @Test("a decision that protects more than the record that is left does is not lost with such a row")
    func decisions() throws {
        let bonds = "id,child,prisoner,relation,contact\nB9,C9,M9,mother,forbidden\n"
        #expect(try read(["bonds.csv": bonds]).short.contains("error contradiction bonds.csv:2:5"))
        // Written where it belongs, it is no loss.
        let both = "id,child,prisoner,relation,contact\nB1,C1,M1,mother,forbidden\nB9,C9,M9,mother,forbidden\n"
        #expect(try read(["bonds.csv": both]).batch?.register.bonds.map(\.contact) == [.forbidden])
        let guardians = "id,name,household,relation,accompanies\nG9,D (invented),H1,grandmother,no\n"
        #expect(try read(["guardians.csv": guardians]).short.contains("error contradiction guardians.csv:2:5"))
        let prisoners = "id,name,sex,prison,consents\nM9,G (invented),female,PR1,no\n"
        #expect(try read(["prisoners.csv": prisoners]).short.contains("error contradiction prisoners.csv:2:5"))
    }

    @Test("a calendar that is named for such an adult is the calendar of the one that is left")
    func calendar() throws {
        let event = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\n"
        let reading = try read([
            "busy-E9.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\(event)END:VCALENDAR\r\n"
        ])
        #expect(reading.batch?.register.absences.map(\.person) == [.escort("E1")])
        #expect(reading.short.contains("note merged-id busy-E9.ics"))
    }
}
