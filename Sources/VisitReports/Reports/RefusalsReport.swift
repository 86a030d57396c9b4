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

    /// A bond without a visit, and why.
    private typealias Line = (outlook: Outlook, refusal: Refusal)

    private var refused: [Line] {
        outlooks.compactMap { outlook in
            outlook.status == .refused ? outlook.refusal.map { (outlook, $0) } : nil
        }
    }

    /// What it says.
    public var content: ReportContent {
        let refused = refused
        let codes = Refusal.counts(refused.map(\.refusal)).map(\.code)
        let none = ReportContent.Section(parts: [
            .paragraph(phrases.choose("Every bond that was asked about has a visit.", "所查询的亲子都已有会见安排。"))
        ])
        let count = phrases.choose(phrases.count(refused.count, "bond", "bonds", ""), "共\(refused.count)对亲子")
        return ReportContent(
            name: .refusals, language: language, title: ReportName.refusals.title[language],
            subtitle: phrases.labelled(phrases.date(today), count), shape: .landscape,
            sections: refused.isEmpty ? [none] : codes.map { section($0, refused) },
            records: [records(codes.flatMap { code in refused.filter { $0.refusal.code == code } })],
            notes: [phrases.choose("Reasons come from the last plan.", "原因出自最近一次会见计划。")])
    }

    private func section(_ code: Refusal.Code, _ refused: [Line]) -> ReportContent.Section {
        let lines = refused.filter { $0.refusal.code == code }
        let heading = code.title[language].capitalisedFirst
        let table = ReportTable(
            id: code.rawValue, title: heading,
            columns: [
                .init("child", phrases.choose("Child", "孩子")), .init("parent", phrases.choose("Parent", "父母")),
                .init("household", phrases.choose("Home", "家庭")),
                .init("days", phrases.choose("Days since the last visit", "距上次会见天数")),
                .init("reason", phrases.choose("Reason", "原因")),
                .init("wouldHelp", phrases.choose("What would help", "怎样才能成行")),
            ], rows: lines.map(row))
        return .init(heading: heading + phrases.bracketed(String(lines.count)), parts: [.table(table)])
    }

    private func row(_ line: Line) -> [ReportCell] {
        let (outlook, refusal) = line
        return [
            .text(outlook.child.name.onOneLine + phrases.bracketed(phrases.age(outlook.child.age(on: today)))),
            .text(outlook.prisoner.name.onOneLine + phrases.bracketed(outlook.relation.name[language])),
            .text(outlook.household.name), .number(ifKnown: outlook.gap(on: today)),
            .text(phrases.sentence(refusal.sentence[language])),
            .text(ifAny: phrases.paragraph(refusal.wouldHelp.map { phrases.sentence($0[language]) })),
        ]
    }

    /// The refusals, a row each.
    private func records(_ lines: [Line]) -> ReportTable {
        ReportTable(
            id: "refusals", title: ReportName.refusals.title[language],
            columns: [
                .init("code", phrases.choose("code", "代码")), .init("childId", phrases.choose("child id", "儿童编号")),
                .init("child", phrases.choose("child", "儿童")), .init("age", phrases.choose("age", "年龄")),
                .init("prisonerId", phrases.choose("prisoner id", "服刑人员编号")),
                .init("prisoner", phrases.choose("prisoner", "服刑人员")),
                .init("relation", phrases.choose("relation", "关系")),
                .init("household", phrases.choose("household", "家庭")),
                .init("lastVisit", phrases.choose("last visit", "上次会见")),
                .init("days", phrases.choose("days", "间隔天数")), .init("reason", phrases.choose("reason", "原因")),
                .init("wouldHelp", phrases.choose("would help", "怎样才能成行")),
            ],
            rows: lines.map { outlook, refusal in
                [
                    .text(refusal.code.rawValue), .text(outlook.child.id.text), .text(outlook.child.name),
                    .number(outlook.child.age(on: today)), .text(outlook.prisoner.id.text),
                    .text(outlook.prisoner.name), .text(outlook.relation.name[language]),
                    .text(outlook.household.name), .day(ifKnown: outlook.lastVisit),
                    .number(ifKnown: outlook.gap(on: today)), .text(refusal.sentence[language]),
                    .text(ifAny: refusal.wouldHelp.map { $0[language] }.joined(separator: " / ")),
                ]
            })
    }
}
