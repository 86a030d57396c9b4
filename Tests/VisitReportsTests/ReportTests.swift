import Testing
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Reports for offices")
struct ReportTests {
    static func day(_ language: Language) -> PrisonDailyList {
        PrisonDailyList(
            prison: Beijing.prison, day: Worlds.day("2026-12-05"),
            visits: [Michigan.detail, Beijing.homeDetail, Beijing.detail], sessions: [Beijing.session],
            language: language)
    }

    static let outlooks =
        Beijing.outlooks + [
            Michigan.outlook,
            Outlook(
                child: Michigan.jo, prisoner: Beijing.mother, household: Michigan.household, relation: .other,
                lastVisit: Worlds.day("2025-01-05")),
        ]

    static func reports(_ language: Language) -> [(name: ReportName, report: any Report)] {
        [
            (.day, day(language)), (.coverage, CoverageReport(outlooks, today: Worlds.today, language: language)),
            (.refusals, RefusalsReport(outlooks, today: Worlds.today, language: language)),
            (.changes, ChangesReport(Beijing.plan, details: [Beijing.detail], language: language)),
            (.statistics, PublicStatistics(bonds, today: Worlds.today, smallest: 5, language: language)),
        ] + MoreReports.reports(language)
    }

    /// Invented bonds: a few mothers far away, many fathers, two grandmothers' worth of other carers.
    static let bonds = (0..<500).map { number in
        let visits = [0, 0, 1, 2, 4, 12][number % 6]
        return PublicStatistics.Bond(
            age: number * 7 % 20, relation: number % 5 == 0 ? .mother : number % 9 == 0 ? .grandmother : .father,
            distance: number % 11 == 0 ? nil : Metres(number * number * 5), visits: visits,
            gap: visits > 0 ? number % 90 : number % 4 == 0 ? 100 + number : nil, isAssisted: number % 8 == 0)
    }

    @Test("are text, pages and tables in both languages", arguments: Language.allCases, ReportFormat.allCases)
    func goldens(language: Language, format: ReportFormat) throws {
        for (name, report) in Self.reports(language) {
            let file = "\(name.rawValue).\(language.rawValue).\(format.fileExtension)"
            // A workbook's bytes depend on the version of zlib; its tests read it with another program.
            guard format.isText else { continue }
            if format == .html {
                try Golden.compare(page: report.html, with: file)
            } else {
                try Golden.compare(report.bytes(format), with: file)
            }
        }
    }

    @Test("name the adult before and the adult now where another one goes along", arguments: Language.allCases)
    func anotherAdult(language: Language) throws {
        var plan = Beijing.plan
        plan.changes = [
            Plan.Change(
                visit: "V1", kind: .adult, reason: BilingualText(en: "Ill.", zh: "生病。"), dateBefore: Beijing.visit.date,
                adultBefore: .escort("E2"))
        ]
        let now = try #require(Beijing.detail.companionName)
        let text = ChangesReport(
            plan, details: [Beijing.detail], adults: [.escort("E2"): "Escort Two (invented)"], language: language
        ).text
        #expect(text.contains("Escort Two (invented)") && text.contains(now))
        let spoken = PlanText(plan, isPublished: true, currency: "CNY", language: language).text
        let adult = try #require(Beijing.visit.companion?.id)
        #expect(spoken.contains("E2 → \(adult)"), "\(spoken)")
    }

    @Test("list the gaps with the longest first and children never seen before them")
    func coverageOrder() {
        let rows = CoverageReport(Self.outlooks.reversed(), today: Worlds.today, language: .english).csv
            .split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[0] }
        #expect(rows == ["C3", "C9", "C9", "C1", "C2"].map { "\"\($0)\"" })
    }

    @Test("count each gap in one band", arguments: [0, 30, 31, 60, 61, 90, 91, 180, 181, 365, 366, 4000])
    func bands(gap: Int) {
        let position = [30, 60, 90, 180, 365, Int.max].firstIndex { gap <= $0 }
        #expect(GapBand(gap).rawValue == position)
        #expect(GapBand(nil) == .never)
    }

    @Test("say so where nothing is to be listed")
    func empty() {
        let day = PrisonDailyList(prison: Beijing.prison, day: Worlds.today, visits: [], language: .english)
        #expect(day.text.contains("No visit is expected on this day."))
        #expect(day.html.contains("<p>No visit is expected on this day.</p>"))
        let refusals = RefusalsReport([Michigan.outlook], today: Worlds.today, language: .chinese)
        #expect(refusals.text.contains("所查询的亲子都已有会见安排。"))
        let coverage = CoverageReport([], today: Worlds.today, language: .english)
        #expect(coverage.text.contains("0 of 0 bonds have a next visit"))
    }

    @Test("guard names that a spreadsheet would run")
    func formulas() {
        let list = PrisonDailyList(
            prison: Michigan.prison, day: Worlds.day("2026-12-20"), visits: [Michigan.detail], language: .english)
        #expect(list.csv.contains(#","'=cmd|' /C calc'!A0","'+1 555 0199","#))
        #expect(list.csv.contains(#""Jo ""JJ"" O'Hara""#))
    }

    @Test("each have a title and a purpose in both languages, and what they must be asked with")
    func names() {
        for name in ReportName.allCases {
            for language in Language.allCases {
                #expect(!name.title[language].isEmpty)
                #expect(!name.summary[language].isEmpty)
            }
            #expect(name.title.english != name.title.chinese)
        }
        #expect(ReportName(rawValue: "itinerary")?.subject == .household)
        #expect(ReportFormat.allCases.map(\.fileExtension) == ["txt", "html", "csv", "xlsx", "json"])
        #expect(ReportFormat.html.mediaType == "text/html; charset=utf-8")
    }
}
