import VisitModel

/// How long which child has not seen its parent: bonds without any visit on record first, then the longest gaps.
///
/// It holds names: it is for those who look after the children.
public struct CoverageReport: Report {
    /// The answers, one for each bond.
    public var outlooks: [Outlook]
    /// The day up to which gaps are counted.
    public var today: Day
    /// The language.
    public var language: Language

    /// A report of these answers.
    public init(_ outlooks: [Outlook], today: Day, language: Language) {
        self.outlooks = outlooks
        self.today = today
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }
    private var title: String { ReportName.coverage.title[language] }
    private var subtitle: String {
        let planned = outlooks.count { $0.status == .planned }
        return phrases.labelled(
            phrases.date(today),
            phrases.choose(
                "\(planned) of \(outlooks.count) bonds have a next visit", "\(outlooks.count)对亲子中，\(planned)对已有下次会见"))
    }

    /// The longest gap first; a bond without a visit on record may have waited longest of all.
    private var sorted: [Outlook] {
        outlooks.sorted { a, b in
            let (x, y) = (a.gap(on: today) ?? .max, b.gap(on: today) ?? .max)
            return x == y ? (a.child.id, a.prisoner.id.text) < (b.child.id, b.prisoner.id.text) : x > y
        }
    }

    /// How many bonds have waited how long.
    private var bands: [CoverageBand] { CoverageBand.bands(of: outlooks.map { $0.gap(on: today) }, phrases) }

    /// The report in plain text.
    public var text: String {
        let bandTable = TextTable(
            [
                .init(phrases.choose("Since the last visit", "距上次会见")), .init(phrases.choose("Bonds", "亲子对数"), .right),
                .init(""),
            ], rows: bands.map { [$0.name, String($0.count), String(repeating: "▇", count: $0.share * 40 / 100)] })
        let table = TextTable(
            [
                .init(columns[0]), .init(columns[1]), .init(columns[2]), .init(columns[3]), .init(columns[4], .right),
                .init(columns[5]),
            ], rows: sorted.map(cells))
        return [title + "\n" + subtitle + "\n", bandTable.text, table.text].joined(separator: "\n")
    }

    /// The report as a page.
    public var html: String {
        let values = Values(
            bandsTitle: phrases.choose("How long since the last visit", "距上次会见的时间"),
            bandColumns: [
                phrases.choose("Since the last visit", "距上次会见"), phrases.choose("Bonds", "亲子对数"),
                phrases.choose("Share", "比例"),
            ],
            bands: bands, listTitle: phrases.choose("Every bond, longest gap first", "全部亲子（间隔最长的在前）"), columns: columns,
            rows: sorted.map { GroupedTable.Row(cells: cells($0)) })
        let footer = phrases.choose(
            "Days are counted up to the date above.", "天数截至上述日期。")
        return HTMLPage(
            language: language, title: title, subtitle: subtitle, body: PageTemplate.coverage.render(values),
            footer: footer
        ).html
    }

    /// What the page's template is filled with.
    private struct Values {
        var bandsTitle: String
        var bandColumns: [String]
        var bands: [CoverageBand]
        var listTitle: String
        var columns: [String]
        var rows: [GroupedTable.Row]
    }

    private var columns: [String] {
        [
            phrases.choose("Child", "孩子"), phrases.choose("Parent", "父母"), phrases.choose("Home", "家庭"),
            phrases.choose("Last visit", "上次会见"), phrases.choose("Days", "天数"),
            phrases.choose("Next visit, or why none", "下次会见，或未安排的原因"),
        ]
    }

    private func cells(_ outlook: Outlook) -> [String] {
        [
            outlook.child.name.onOneLine,
            outlook.prisoner.name.onOneLine + phrases.bracketed(outlook.relation.name[language]),
            outlook.household.name.onOneLine,
            outlook.lastVisit?.description ?? phrases.choose("none on record", "无记录"),
            outlook.gap(on: today).map(String.init) ?? "–", ahead(outlook),
        ]
    }

    /// The date of the next visit, or the reason in a few words.
    private func ahead(_ outlook: Outlook) -> String {
        if let next = outlook.next { return phrases.tableDate(next.visit.date) }
        if let refusal = outlook.refusal { return refusal.code.title[language] }
        return phrases.choose("not planned yet", "尚未安排")
    }

    /// The bonds, a row each, longest gap first.
    public var csv: String {
        let heading =
            language == .english
            ? [
                "child id", "child", "birth date", "prisoner id", "prisoner", "relation", "household id", "household",
                "last visit", "days", "status", "next visit", "reason code", "reason",
            ]
            : [
                "儿童编号", "儿童", "出生日期", "服刑人员编号", "服刑人员", "关系", "家庭编号", "家庭", "上次会见", "间隔天数", "状态", "下次会见",
                "原因代码", "原因",
            ]
        return CSVText(heading: heading, rows: sorted.map(row)).text
    }

    private func row(_ outlook: Outlook) -> [String] {
        let refusal = outlook.status == .refused ? outlook.refusal : nil
        return [
            outlook.child.id.text, outlook.child.name, outlook.child.birthDate.description, outlook.prisoner.id.text,
            outlook.prisoner.name, outlook.relation.name[language], outlook.household.id.text,
            outlook.household.name, outlook.lastVisit?.description ?? "",
            outlook.gap(on: today).map(String.init) ?? "", outlook.status.rawValue,
            outlook.next?.visit.date.description ?? "", refusal?.code.rawValue ?? "",
            refusal?.sentence[language] ?? "",
        ]
    }
}
