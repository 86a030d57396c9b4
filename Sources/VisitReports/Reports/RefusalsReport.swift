import VisitModel

/// The bonds without a visit, by reason, the most frequent reason first, with what would help.
///
/// It holds names: it is for those who look after the children.
public struct RefusalsReport: Report {
    /// The answers; those with a visit ahead are left out.
    public var outlooks: [Outlook]
    /// The day for which the report is made.
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
    private var title: String { ReportName.refusals.title[language] }
    private var refused: [(outlook: Outlook, refusal: Refusal)] {
        outlooks.compactMap { outlook in
            outlook.status == .refused ? outlook.refusal.map { (outlook, $0) } : nil
        }
    }

    private var subtitle: String {
        let count = refused.count
        return phrases.labelled(
            phrases.date(today), phrases.choose(phrases.count(count, "bond", "bonds", ""), "共\(count)对亲子"))
    }

    private var empty: String? {
        refused.isEmpty ? phrases.choose("Every bond that was asked about has a visit.", "所查询的亲子都已有会见安排。") : nil
    }

    /// The report in plain text: each bond with its reason and what would help under it.
    public var text: String {
        let head = title + "\n" + subtitle + "\n"
        let none = empty.map { [$0 + "\n"] } ?? []
        let groups = groups.map { group in
            group.heading + "\n" + group.rows.map { paragraph($0.cells) }.joined()
        }
        return ([head] + none + groups).joined(separator: "\n")
    }

    private func paragraph(_ cells: [String]) -> String {
        let days = phrases.labelled(columns[3], cells[3])
        let lines = ["  " + cells[0...2].joined(separator: " · ") + " · " + days, "    " + cells[4]]
        let help = cells[5].isEmpty ? [] : ["    " + phrases.labelled(columns[5], cells[5])]
        return (lines + help).map { $0 + "\n" }.joined()
    }

    /// The report as a page.
    public var html: String {
        let body = PageTemplate.groupedTable.render(
            GroupedTable(groups: groups, columns: columns, hasBoxes: false, empty: empty))
        return HTMLPage(language: language, title: title, subtitle: subtitle, body: body, footer: footer).html
    }

    private var footer: String {
        phrases.choose("Reasons come from the last plan.", "原因出自最近一次会见计划。")
    }

    private var columns: [String] {
        [
            phrases.choose("Child", "孩子"), phrases.choose("Parent", "父母"), phrases.choose("Home", "家庭"),
            phrases.choose("Days since the last visit", "距上次会见天数"), phrases.choose("Reason", "原因"),
            phrases.choose("What would help", "怎样才能成行"),
        ]
    }

    private var groups: [GroupedTable.Group] {
        Refusal.counts(refused.map(\.refusal)).map { code, count in
            let rows = refused.filter { $0.refusal.code == code }.map { row($0.outlook, $0.refusal) }
            let heading = code.title[language]
            return GroupedTable.Group(
                heading: heading.prefix(1).uppercased() + heading.dropFirst() + phrases.bracketed(String(count)),
                rows: rows)
        }
    }

    private func row(_ outlook: Outlook, _ refusal: Refusal) -> GroupedTable.Row {
        GroupedTable.Row(cells: [
            outlook.child.name.onOneLine + phrases.bracketed(phrases.age(outlook.child.age(on: today))),
            outlook.prisoner.name.onOneLine + phrases.bracketed(outlook.relation.name[language]),
            outlook.household.name.onOneLine, outlook.gap(on: today).map(String.init) ?? "–",
            phrases.sentence(refusal.sentence[language]),
            phrases.paragraph(refusal.wouldHelp.map { phrases.sentence($0[language]) }),
        ])
    }

    /// The refusals, a row each.
    public var csv: String {
        let heading =
            language == .english
            ? [
                "code", "child id", "child", "age", "prisoner id", "prisoner", "relation", "household", "last visit",
                "days",
                "reason", "would help",
            ]
            : ["代码", "儿童编号", "儿童", "年龄", "服刑人员编号", "服刑人员", "关系", "家庭", "上次会见", "间隔天数", "原因", "怎样才能成行"]
        let codes = Refusal.counts(refused.map(\.refusal)).map(\.code)
        let rows = codes.flatMap { code in refused.filter { $0.refusal.code == code } }.map { outlook, refusal in
            [
                refusal.code.rawValue, outlook.child.id.text, outlook.child.name,
                String(outlook.child.age(on: today)), outlook.prisoner.id.text, outlook.prisoner.name,
                outlook.relation.name[language], outlook.household.name, outlook.lastVisit?.description ?? "",
                outlook.gap(on: today).map(String.init) ?? "", refusal.sentence[language],
                refusal.wouldHelp.map { $0[language] }.joined(separator: " / "),
            ]
        }
        return CSVText(heading: heading, rows: rows).text
    }
}
