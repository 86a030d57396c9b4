import Foundation
import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Documents for programs")
struct DocumentTests {
    /// A failure of some room.
    struct Refused: Failure {
        let kind = FailureKind.badData
        let code = "rows-refused"
        let sentence = BilingualText(en: "The files have 1 fault.", zh: "文件中有1处错误。")
        let findings = Samples.findings
    }

    static func documents(_ language: Language) -> [(name: String, json: JSON)] {
        [
            ("next", NextDocument(Beijing.outlooks + [Michigan.outlook], today: Worlds.today, language: language).json),
            (
                "sessions",
                SessionsDocument(prison: "BJW", sessions: [Beijing.session], taken: [Beijing.session.id: 3]).json
            ),
            ("travel", Samples.travel.json),
            ("entitlement", EntitlementDocument(Beijing.entitlement, language: language).json),
            ("explain", ExplainDocument(Beijing.explanation, language: language).json),
            ("error", ErrorDocument(Refused(), language: language).json),
            ("findings", FindingsDocument(Samples.findings, language: language).json),
            ("check", CheckDocument(Samples.findings, today: Worlds.today, language: language).json),
            ("import", Samples.importDocument(language).json),
            ("plan-report", PlanReportDocument(Beijing.plan, isPublished: true, language: language).json),
            ("status", StatusDocument(Samples.status).json),
        ]
    }

    @Test("keep their bytes in both languages", arguments: Language.allCases)
    func goldens(language: Language) throws {
        for (name, json) in Self.documents(language) {
            try Golden.compare(json.text() + "\n", with: "Documents/\(name).\(language.rawValue).json")
        }
    }

    @Test("begin with their format and can be read back")
    func formats() throws {
        for (name, json) in Self.documents(.english) {
            let text = json.text(pretty: false)
            #expect(text.hasPrefix(#"{"format":"visitd-\#(name)/1""#))
            #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any], "\(name)")
        }
    }

    @Test("name what the interface promises")
    func members() throws {
        let documents = Dictionary(uniqueKeysWithValues: Self.documents(.english).map { ($0.name, $0.json) })
        for (path, members) in Samples.promised {
            var steps = path.split(separator: ".").map(String.init)
            let name = steps.removeFirst()
            let document = try #require(documents[name])
            var value = try JSONSerialization.jsonObject(with: Data(document.text().utf8))
            for step in steps {
                if let position = Int(step) {
                    value = try #require((value as? [Any])?[position], "\(path)")
                } else {
                    value = try #require((value as? [String: Any])?[step], "\(path)")
                }
            }
            let object = try #require(value as? [String: Any], "\(path)")
            for member in members { #expect(object[member] != nil, "\(path) lacks \(member)") }
        }
    }

    @Test("hold no person's name")
    func noNames() {
        let names = ["王小雨", "王小晨", "王芳", "张桂英", "李乐乐", "李梅", "O'Hara"]
        for (document, json) in Self.documents(.chinese) {
            let text = json.text()
            for name in names { #expect(!text.contains(name), "\(document) holds \(name)") }
        }
    }

    @Test("write what is not known as null where the member is promised")
    func nulls() {
        var detail = Beijing.homeDetail
        detail.visit.start = nil
        let outlook = Outlook(
            child: Beijing.lele, prisoner: Beijing.mother, household: Beijing.home, relation: .mother, next: detail)
        let text = NextDocument([outlook], today: Worlds.today, language: .english).json.text(pretty: false)
        for member in ["lastVisit", "gapDays", "start", "end", "leaveHome", "arrive", "home", "trip"] {
            #expect(text.contains(#""\#(member)":null"#))
        }
    }

    @Test("tell a refusal only where there is no visit")
    func refusalBesideVisit() {
        var outlook = Michigan.outlook
        outlook.refusal = Beijing.refusal
        let text = NextDocument([outlook], today: Worlds.today, language: .english).json.text(pretty: false)
        #expect(text.contains(#""status":"planned""#))
        #expect(!text.contains("refusal"))
    }

    @Test("write periods as the solver's problems do")
    func periods() {
        #expect(JSON(Period.calendarMonth) == "calendarMonth")
        #expect(JSON(Period.calendarYear) == "calendarYear")
        #expect(JSON(Period.trailing(days: 365)).text(pretty: false) == #"{"trailingDays":365}"#)
        #expect(
            JSON(Period.days(28, anchor: Worlds.day("2026-01-05"))).text(pretty: false)
                == #"{"days":28,"anchor":"2026-01-05"}"#)
    }

    @Test("count boardings and walking of a journey, and the midnights that it passes")
    func journeys() {
        let night = Journey(
            legs: [
                Worlds.leg(.walk, "a", "b", "2026-12-04 21:00", "2026-12-04 21:15"),
                Worlds.leg(.rail, "b", "c", "2026-12-04 22:00", "2026-12-05 06:00"),
                Worlds.leg(.bus, "c", "d", "2026-12-05 06:30", "2026-12-05 07:00"),
                Worlds.leg(.road, "d", "e", "2026-12-05 07:00", "2026-12-05 07:30"),
                Worlds.leg(.walk, "e", "f", "2026-12-05 07:30", "2026-12-05 07:35"),
            ], cents: 0, isEstimated: false)
        #expect(night.boardings == 2)
        #expect(night.walking == 20)
        #expect(Journey.answer.json((night, [])).text(pretty: false).contains(#""dayOffset":1"#))
    }
}
