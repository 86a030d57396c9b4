import VisitModel

/// What the last plan changed, and why: who must be told what.
///
/// It holds names: it is for those who look after the children.
public struct ChangesReport: Report {
    /// The plan.
    public var plan: Plan
    /// The visits that changed, looked up.
    public var details: [VisitDetail]
    /// The language.
    public var language: Language

    /// A report of what `plan` changed.
    public init(_ plan: Plan, details: [VisitDetail], language: Language) {
        self.plan = plan
        self.details = details
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }
    private var title: String { ReportName.changes.title[language] }
    private var subtitle: String {
        let number = phrases.choose("Plan \(plan.number)", "第\(plan.number)号计划")
        return number + phrases.bracketed(phrases.date(plan.today))
    }
    private var empty: String? {
        plan.changes.isEmpty ? phrases.choose("The last plan changed nothing.", "最近一次计划没有改动。") : nil
    }
    private var footer: String {
        phrases.choose("Compared with the plan before it.", "与其前一份计划相比。")
    }

    /// A change with the visit that it is about, where that is still in the store.
    private typealias Line = (change: Plan.Change, detail: VisitDetail?)

    private func lines(_ kind: Plan.Change.Kind) -> [Line] {
        let known = Dictionary(details.map { ($0.visit.id, $0) }) { first, _ in first }
        return plan.changes.filter { $0.kind == kind }.map { ($0, known[$0.visit]) }
    }

    private var columns: [String] {
        [
            phrases.choose("Date now", "现定日期"), phrases.choose("Children", "孩子"), phrases.choose("Parent", "父母"),
            phrases.choose("Home", "家庭"), phrases.choose("Prison", "监狱"), phrases.choose("Why", "原因"),
        ]
    }

    private func cells(_ line: Line) -> [String] {
        let known = line.detail.map { detail in
            [
                phrases.tableDate(detail.visit.date), phrases.list(detail.children.map(\.name.onOneLine)),
                detail.prisoner.name.onOneLine, detail.household.name.onOneLine, detail.prison.name[language].onOneLine,
            ]
        }
        return (known ?? [line.change.visit.text.onOneLine, "–", "–", "–", "–"])
            + [phrases.sentence(line.change.reason[language])]
    }

    /// Cancelled and moved visits first: somebody has the old date in mind.
    private var groups: [GroupedTable.Group] {
        [Plan.Change.Kind.cancelled, .moved, .added].compactMap { kind in
            let lines = lines(kind)
            guard !lines.isEmpty else { return nil }
            let heading = kind.name[language]
            return GroupedTable.Group(
                heading: heading.prefix(1).uppercased() + heading.dropFirst() + phrases.bracketed(String(lines.count)),
                rows: lines.map { GroupedTable.Row(cells: cells($0)) })
        }
    }

    /// The report in plain text.
    public var text: String {
        let tables = groups.map { group in
            group.heading + "\n" + TextTable(columns.map { .init($0) }, rows: group.rows.map(\.cells)).text
        }
        let body = empty.map { [$0 + "\n"] } ?? tables
        return ([title + "\n" + subtitle + "\n"] + body).joined(separator: "\n")
    }

    /// The report as a page.
    public var html: String {
        let body = PageTemplate.groupedTable.render(
            GroupedTable(groups: groups, columns: columns, hasBoxes: false, empty: empty))
        return HTMLPage(language: language, title: title, subtitle: subtitle, body: body, footer: footer).html
    }

    /// The changes, a row each.
    public var csv: String {
        let heading =
            language == .english
            ? ["change", "visit id", "date", "children", "prisoner id", "household id", "prison id", "reason"]
            : ["变动", "会见编号", "日期", "儿童编号", "服刑人员编号", "家庭编号", "监狱编号", "原因"]
        let rows = [Plan.Change.Kind.cancelled, .moved, .added].flatMap(lines).map { change, detail in
            [
                change.kind.rawValue, change.visit.text, detail?.visit.date.description ?? "",
                detail?.visit.children.map(\.text).joined(separator: " ") ?? "", detail?.visit.prisoner.text ?? "",
                detail?.visit.household.text ?? "", detail?.visit.prison.text ?? "", change.reason[language],
            ]
        }
        return CSVText(heading: heading, rows: rows).text
    }
}
