import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Texts for a terminal")
struct TextTests {
    static func texts(_ language: Language) -> [(name: String, text: String)] {
        [
            ("explain", ExplainText(Beijing.explanation, language: language).text),
            ("findings", FindingsText(Samples.findings, language: language).text),
            (
                "import",
                ImportText(
                    sources: Samples.sources, summary: Samples.summary, findings: [Samples.findings[2]],
                    isDryRun: true, language: language
                ).text
            ),
            ("plan", PlanText(Beijing.plan, isPublished: true, currency: "CNY", language: language).text),
            (
                "sessions",
                SessionsText(
                    prison: Beijing.prison, sessions: [Beijing.session], taken: [Beijing.session.id: 3],
                    language: language
                ).text
            ),
            (
                "travel",
                TravelText(
                    date: Worlds.day("2026-12-20"), outbound: [Michigan.trip.outbound], homeward: [],
                    placeNames: Michigan.detail.placeNames, currency: "USD", language: language
                ).text
            ),
            ("status", StatusText(Samples.status, language: language).text),
        ]
    }

    @Test("read well in both languages", arguments: Language.allCases)
    func goldens(language: Language) throws {
        for (name, text) in Self.texts(language) {
            try Golden.compare(text, with: "Texts/\(name).\(language.rawValue).txt")
        }
    }

    @Test("end each line without a space, and the last with a line feed", arguments: Language.allCases)
    func lineEnds(language: Language) {
        for (name, text) in Self.texts(language) {
            #expect(text.hasSuffix("\n"), "\(name)")
            #expect(!text.contains(" \n"), "\(name)")
        }
    }

    @Test("say that there is nothing where there is nothing")
    func nothing() {
        let findings = FindingsText([], language: .english)
        #expect(findings.text == "Nothing to object to.\n")
        let nobody = NextText([], today: Worlds.today, language: .chinese)
        #expect(nobody.text == "没有符合条件的孩子。\n")
        let sessions = SessionsText(prison: Beijing.prison, sessions: [], taken: [:], language: .english)
        #expect(sessions.text.hasSuffix("No session in these days.\n"))
        let unchanged = ImportText(
            sources: [], summary: ImportSummary(tables: []), findings: [], isDryRun: false, language: .english)
        #expect(unchanged.text == "Nothing is new: the store is as it was.\n")
    }

    @Test("tell decisions that are lifted apart, with what held before, and the files that were not read")
    func lifted() throws {
        let lifting = Lifting(
            table: "bonds", id: "B251", column: "contact", before: BilingualText(en: "forbidden", zh: "禁止"),
            after: BilingualText(en: "allowed", zh: "允许"))
        let summary = ImportSummary(tables: [
            .init(
                name: "bonds", added: [], changed: [.init(id: "B251", fields: ["contact"])], unchanged: 0,
                lifted: [lifting])
        ])
        func text(_ language: Language) -> String {
            ImportText(
                sources: [], unread: ["data/guardians.xlsx", "data/bonds.txt"], summary: summary, findings: [],
                isDryRun: false, language: language
            ).text
        }
        #expect(text(.english).contains("Decisions that are lifted (1)\n  bonds B251: contact forbidden → allowed\n"))
        #expect(text(.english).hasSuffix("What was read was stored. Not read: guardians.xlsx, bonds.txt.\n"))
        #expect(text(.chinese).contains("解除的决定（1）\n  亲子关系 B251：联系决定 禁止 → 允许\n"))
        #expect(text(.chinese).hasSuffix("已读取的内容已写入。未读取：guardians.xlsx、bonds.txt。\n"))
        let document = ImportDocument(
            sources: [], unread: ["a/b.xlsx"], summary: summary, findings: [], isDryRun: true, language: .chinese
        ).json.text()
        #expect(document.contains("\"lifted\"") && document.contains("禁止") && document.contains("a/b.xlsx"))
    }

    @Test("tell what came back with a backup in the language")
    func cameBack() {
        let document = RestoreDocument(
            store: "a.db", file: "b.db", source: "store", returned: ["child C20", "token T1", "feed F1"])
        #expect(RestoreText(document, language: .chinese).text.hasSuffix("随备份重新出现：儿童 C20、访问令牌 T1、日历订阅 F1。"))
        #expect(RestoreText(document, language: .english).text.hasSuffix("backup: child C20, token T1, feed F1."))
    }

    @Test("tell of a perfect plan that no better one is possible")
    func perfect() {
        let plan = Plan(
            today: Worlds.today, horizon: DayRange(Worlds.today, Worlds.today), published: Instant(seconds: 0),
            fingerprint: "", visits: [], refusals: [], changes: [],
            certificate: .init(bound: 0, score: 0, coveredChildren: 0, dueChildren: 0))
        let text = PlanText(plan, isPublished: false, currency: "CNY", language: .english).text
        #expect(text.contains("A plan for Saturday 21 November 2026 (nothing was published)"))
        #expect(text.contains("No better plan is possible."))
        #expect(text.contains("Every bond has a visit."))
    }

    @Test("tell the findings that stop everything first")
    func severity() {
        let text = FindingsText(Samples.findings, language: .english).text
        #expect(text.hasPrefix("children.csv:17:3: error: “2026-02-30” is not a date; expected YYYY-MM-DD.\n"))
        #expect(text.hasSuffix("1 error, 1 warning, 1 note.\n"))
    }

    @Test("count refusals by reason, the most frequent first, equal ones in the order of the codes")
    func refusalCounts() {
        var second = Beijing.refusal
        second.child = "C8"
        let counts = Refusal.counts([Beijing.refusalOfGirl, Beijing.refusal, second])
        #expect(counts.map(\.code) == [.noEscort, .papersMissing])
        #expect(counts.map(\.count) == [2, 1])
        #expect(Refusal.counts([Beijing.refusal, Beijing.refusalOfGirl]).map(\.code) == [.papersMissing, .noEscort])
    }
}
