import VisitModel

/// What may be spent on journeys, month by month, and what those that took place and those that are planned cost. A
/// journey that several visits share is counted once. It holds no names of people.
public struct BudgetReport: Report {
    /// Whose money for which month.
    public struct Purse: Hashable, Comparable, Sendable {
        /// Whose money it is; the operator's where nil.
        public var organisation: Identifier<Organisation>?
        /// The month.
        public var month: Month

        /// The money of that organisation for that month.
        public init(organisation: Identifier<Organisation>? = nil, month: Month) {
            self.organisation = organisation
            self.month = month
        }

        /// Orders by month, the operator's money first.
        public static func < (a: Self, b: Self) -> Bool {
            (a.month, a.organisation?.text ?? "") < (b.month, b.organisation?.text ?? "")
        }
    }

    /// One month of one payer.
    public struct Line: Hashable, Sendable {
        /// Whose money for which month.
        public var purse: Purse
        /// What may be spent; nil where no limit is set.
        public var budget: Cents?
        /// What the journeys of visits that took place cost: really where that is written down, otherwise as planned.
        public var held: Cents
        /// What the journeys of visits ahead cost.
        public var planned: Cents
        /// How many journeys that are together.
        public var journeys: Int

        /// A month; nothing has been spent of it yet unless it is said.
        public init(_ purse: Purse, budget: Cents?, held: Cents = .zero, planned: Cents = .zero, journeys: Int = 0) {
            self.purse = purse
            self.budget = budget
            self.held = held
            self.planned = planned
            self.journeys = journeys
        }

        /// The month.
        public var month: Month { purse.month }

        /// What is left; nil where no limit is set.
        public var left: Cents? { budget.map { $0 - held - planned } }
    }

    /// The months in order.
    public var lines: [Line]
    /// The day for which it is made.
    public var today: Day
    /// The ISO 4217 code of the currency.
    public var currency: String
    /// The organisations whose money it may be.
    public var organisations: [Organisation]
    /// The language.
    public var language: Language

    /// A report of these months.
    public init(
        _ lines: [Line], today: Day, currency: String, language: Language, organisations: [Organisation] = []
    ) {
        self.organisations = organisations
        self.lines = lines
        self.today = today
        self.currency = currency
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// What it says.
    public var content: ReportContent {
        let none = ReportContent.Section(parts: [
            .paragraph(phrases.choose("No budget is set, and no journey is planned.", "未设预算，也没有计划出行。"))
        ])
        return ReportContent(
            name: .budget, language: language, title: ReportName.budget.title[language],
            subtitle: phrases.labelled(
                phrases.date(today), phrases.choose("amounts in \(currency)", "金额单位：\(currency)")),
            sections: lines.isEmpty ? [none] : [over, .init(parts: [.plot(plot)])].compactMap { $0 }, records: [table],
            notes: [
                phrases.choose(
                    "Costs are what was really spent where that is written down, otherwise those of the plan, with assumed "
                        + "fares where no timetable gives them; a journey that several visits share is counted once, in "
                        + "the month of its first visit.",
                    "已登记实际支出的按实际支出计，其余按计划计算，没有时刻表票价的采用假定票价；多次会见共用的行程只计一次，归入首次会见的月份。")
            ])
    }

    /// The months in which more is planned than may be spent.
    private var over: ReportContent.Section? {
        let months = lines.filter { ($0.left ?? .zero) < .zero }.map(title)
        guard !months.isEmpty else { return nil }
        let list = phrases.list(months)
        return .init(parts: [
            .lead(phrases.choose("More than the budget: \(list).", "超出预算的月份：\(list)。"))
        ])
    }

    /// Whether any of the money is an organisation's; otherwise the payer is not shown.
    private var hasPayers: Bool { lines.contains { $0.purse.organisation != nil } }

    private func payer(_ line: Line) -> String {
        guard let id = line.purse.organisation else { return phrases.choose("operator", "运营者") }
        return (organisations.first { $0.id == id }?.name[language] ?? id.text).onOneLine
    }

    /// The month, with whose money it is where there are several.
    private func title(_ line: Line) -> String {
        phrases.month(line.month) + (hasPayers ? phrases.bracketed(payer(line)) : "")
    }

    private var plot: Plot {
        Plot(
            id: "months", title: phrases.choose("Month by month", "逐月对照"), unit: currency,
            heading: phrases.choose("Month", "月份"), categories: lines.map(title),
            series: [
                .init(
                    key: "budget", name: phrases.choose("Budget", "预算"), values: lines.map { $0.budget?.count ?? 0 }),
                .init(
                    key: "planned", name: phrases.choose("Journeys", "行程费用"),
                    values: lines.map { ($0.held + $0.planned).count }),
            ], isMoney: true, numbers: table)
    }

    private var table: ReportTable {
        ReportTable(
            id: "months", title: ReportName.budget.title[language],
            columns: [
                .init("month", phrases.choose("Month", "月份"))
            ] + (hasPayers ? [.init("payer", phrases.choose("Whose money", "出资方"))] : []) + [
                .init("budget", phrases.choose("Budget", "预算")),
                .init("held", phrases.choose("Taken place", "已进行")), .init("planned", phrases.choose("Planned", "已计划")),
                .init("left", phrases.choose("Left", "余额")), .init("journeys", phrases.choose("Journeys", "行程数")),
            ],
            rows: lines.map { line in
                [.text(line.month.description)] + (hasPayers ? [.text(payer(line))] : []) + [
                    line.budget.map { .money($0) } ?? .none, .money(line.held),
                    .money(line.planned), line.left.map { .money($0) } ?? .none, .number(line.journeys),
                ]
            })
    }
}
