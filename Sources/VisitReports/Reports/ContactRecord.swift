import VisitModel

/// The contact of one prisoner with the children, for a parole file (Bangkok Rules, Rule 63) and for those who watch a
/// clock: visits that took place, that were missed or cancelled and by whom, and the duties that run.
///
/// It holds names. Reasons that people gave in their own words are left out: they may describe third persons.
public struct ContactRecord: Report {
    /// A visit, and whose decision it was that it did not take place.
    public struct Line: Hashable, Sendable {
        /// The visit.
        public var detail: VisitDetail
        /// Who missed or cancelled it; nil where it took place or nobody said.
        public var by: VisitAct.Party?

        /// A visit.
        public init(_ detail: VisitDetail, by: VisitAct.Party? = nil) {
            self.detail = detail
            self.by = by
        }
    }

    /// The prisoner.
    public var prisoner: Prisoner
    /// Where the prisoner is held.
    public var prison: Prison
    /// The bonds of the prisoner, each with its answer.
    public var outlooks: [Outlook]
    /// All visits, past and ahead.
    public var lines: [Line]
    /// The duties that concern the prisoner: clocks, notes for a parole file, months without contact.
    public var duties: [Duty]
    /// The day for which it is made.
    public var today: Day
    /// The language.
    public var language: Language

    /// A record.
    public init(
        prisoner: Prisoner, prison: Prison, outlooks: [Outlook], lines: [Line], duties: [Duty], today: Day,
        language: Language
    ) {
        self.prisoner = prisoner
        self.prison = prison
        self.outlooks = outlooks
        self.lines = lines.sorted { VisitDetail.isBefore($0.detail, $1.detail) }
        self.duties = duties
        self.today = today
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// What it says.
    public var content: ReportContent {
        let name = prisoner.name.onOneLine + phrases.bracketed(prisoner.id.text)
        return ReportContent(
            name: .record, language: language,
            title: phrases.labelled(ReportName.record.title[language], name),
            subtitle: prison.name[language].onOneLine + phrases.choose(", as of ", "，截至") + phrases.date(today),
            sections: [children, years, clocks, visits].compactMap { $0 },
            records: [visitTable, childTable, dutyTable],
            notes: [
                phrases.choose(
                    "Visits are as recorded by those who look after the children; what was never entered is not in it.",
                    "会见情况以照顾孩子一方的登记为准，未登记的不在其中。"),
                phrases.choose(
                    "Whose decision a cancelled visit was is told as it was entered; reasons are in the case file.",
                    "会见由谁取消以登记为准，原因见个案材料。"),
            ], sources: sources)
    }

    private var sources: [ReportSource] {
        duties.map {
            ReportSource(rule: $0.rule, citation: $0.citation[language], force: $0.force, confidence: $0.confidence)
        }.distinct.sorted { $0.rule < $1.rule }
    }

    private var children: ReportContent.Section {
        .init(heading: phrases.choose("The children", "子女"), parts: [.table(childTable)])
    }

    private func held(_ child: Identifier<Child>) -> [VisitDetail] {
        lines.map(\.detail).filter { $0.visit.status.isContact && $0.visit.children.contains(child) }
    }

    private var childTable: ReportTable {
        ReportTable(
            id: "children", title: phrases.choose("The children", "子女"),
            columns: [
                .init("child", phrases.choose("Child", "孩子")), .init("birthDate", phrases.choose("Born", "出生日期")),
                .init("relation", phrases.choose("The prisoner is the", "关系")),
                .init("held", phrases.choose("Visits held", "已会见次数")),
                .init("minutes", phrases.choose("Minutes together", "相处分钟数")),
                .init("lastVisit", phrases.choose("Last visit", "上次会见")),
                .init("days", phrases.choose("Days since", "距今天数")),
                .init("next", phrases.choose("Next visit", "下次会见")),
            ],
            rows: outlooks.map { outlook in
                let held = held(outlook.child.id)
                return [
                    .text(outlook.child.name), .day(outlook.child.birthDate), .text(outlook.relation.name[language]),
                    .number(held.count), .number(held.reduce(0) { $0 + $1.visit.minutes.count }),
                    .day(ifKnown: outlook.lastVisit), .number(ifKnown: outlook.gap(on: today)),
                    .day(ifKnown: outlook.next?.visit.date),
                ]
            })
    }

    private var past: [Line] { lines.filter { !$0.detail.visit.status.isAhead } }

    private var years: ReportContent.Section? {
        let past = past
        guard let first = past.first?.detail.visit.date, let last = past.last?.detail.visit.date else { return nil }
        let years = Array(first.civil.year...last.civil.year)
        let groups: [(status: Visit.Status, holds: (Visit.Status) -> Bool)] = [
            (.held, { $0.isContact }), (.missed, { $0 == .missed || $0 == .turnedAway }),
            (.cancelled, { $0.isCalledOff }),
        ]
        let series = groups.map { status, holds in
            Plot.Series(
                key: status.rawValue, name: status.name[language].capitalisedFirst,
                values: years.map { year in
                    past.count { holds($0.detail.visit.status) && $0.detail.visit.date.civil.year == year }
                })
        }
        return .init(parts: [
            .plot(
                Plot(
                    id: "years", title: phrases.choose("Visits by year", "各年会见"), unit: phrases.choose("visits", "次"),
                    heading: phrases.choose("Year", "年份"), categories: years.map(String.init), series: series))
        ])
    }

    private var clocks: ReportContent.Section? {
        guard !duties.isEmpty else { return nil }
        return .init(
            heading: phrases.choose("Clocks and duties", "期限与待办"), parts: [.table(dutyTable)])
    }

    private var dutyTable: ReportTable {
        ReportTable(
            id: "duties", title: phrases.choose("Clocks and duties", "期限与待办"),
            columns: [
                .init("task", phrases.choose("What", "事项")), .init("since", phrases.choose("Since", "起算")),
                .init("count", phrases.choose("Counted", "已计")), .init("due", phrases.choose("By", "截止")),
                .init("rule", phrases.choose("Rule", "依据")),
            ],
            rows: duties.map { duty in
                [
                    .text(duty.sentence[language]), .day(ifKnown: duty.since), .number(ifKnown: duty.count),
                    .day(ifKnown: duty.due),
                    .text(duty.citation[language].onOneLine + phrases.bracketed(duty.force.name[language])),
                ]
            })
    }

    private var visits: ReportContent.Section {
        let none = phrases.choose("No visit is on record.", "没有会见记录。")
        return .init(
            heading: phrases.choose("Every visit", "全部会见"),
            parts: lines.isEmpty ? [.paragraph(none)] : [.table(visitTable)])
    }

    private var visitTable: ReportTable {
        let names = Dictionary(outlooks.map { ($0.child.id, $0.child.name) }) { first, _ in first }
        return ReportTable(
            id: "visits", title: phrases.choose("Every visit", "全部会见"),
            columns: [
                .init("date", phrases.choose("Date", "日期")), .init("start", phrases.choose("Start", "开始")),
                .init("minutes", phrases.choose("Minutes", "分钟")), .init("form", phrases.choose("Form", "形式")),
                .init("children", phrases.choose("Children", "孩子")), .init("state", phrases.choose("State", "状态")),
                .init("by", phrases.choose("Whose decision", "由谁决定")),
            ],
            rows: lines.map { line in
                let visit = line.detail.visit
                return [
                    .day(visit.date), visit.start.map { .clock($0) } ?? .none, .number(visit.minutes.count),
                    .text(visit.mode.name[language]),
                    .text(phrases.list(visit.children.compactMap { names[$0]?.onOneLine })),
                    .text(visit.status.name[language]), .text(ifAny: line.by?.name[language]),
                ]
            })
    }
}
