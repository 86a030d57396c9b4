import VisitModel

/// What the last plan changed, and why: who must be told what.
///
/// It holds names: it is for those who look after the children.
public struct ChangesReport: Report {
    /// The plan.
    public var plan: Plan
    /// The visits that changed, looked up.
    public var details: [VisitDetail]
    /// The names of the adults who were to go along before.
    public var adults: [Visit.Companion: String]
    /// The language.
    public var language: Language

    /// A report of what `plan` changed.
    public init(_ plan: Plan, details: [VisitDetail], adults: [Visit.Companion: String] = [:], language: Language) {
        self.plan = plan
        self.details = details
        self.adults = adults
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// What it says: cancelled and moved visits first, since somebody has the old date in mind.
    public var content: ReportContent {
        let number = phrases.choose("Plan \(plan.number)", "第\(plan.number)号计划")
        let kinds: [Plan.Change.Kind] = [.cancelled, .moved, .adult, .added]
        let none = ReportContent.Section(parts: [
            .paragraph(phrases.choose("The last plan changed nothing.", "最近一次计划没有改动。"))
        ])
        return ReportContent(
            name: .changes, language: language, title: ReportName.changes.title[language],
            subtitle: number + phrases.bracketed(phrases.date(plan.today)),
            sections: plan.changes.isEmpty ? [none] : kinds.compactMap(section), records: [records(kinds)],
            notes: [phrases.choose("Compared with the plan before it.", "与其前一份计划相比。")])
    }

    /// A change with the visit that it is about, where that is still in the store.
    private typealias Line = (change: Plan.Change, detail: VisitDetail?)

    private func lines(_ kind: Plan.Change.Kind) -> [Line] {
        let known = Dictionary(details.map { ($0.visit.id, $0) }) { first, _ in first }
        return plan.changes.filter { $0.kind == kind }.map { ($0, known[$0.visit]) }
    }

    private func section(_ kind: Plan.Change.Kind) -> ReportContent.Section? {
        let lines = lines(kind)
        guard !lines.isEmpty else { return nil }
        let heading = kind.name[language].capitalisedFirst
        let table = ReportTable(
            id: kind.rawValue, title: heading,
            columns: beforeColumns(kind) + [
                .init("date", phrases.choose("Date now", "现定日期")), .init("children", phrases.choose("Children", "孩子")),
                .init("parent", phrases.choose("Parent", "父母")), .init("household", phrases.choose("Home", "家庭")),
                .init("prison", phrases.choose("Prison", "监狱")), .init("reason", phrases.choose("Why", "原因")),
            ], rows: lines.map(row))
        return .init(heading: heading + phrases.bracketed(String(lines.count)), parts: [.table(table)])
    }

    /// What people still have in mind of a visit that is elsewhere now, or goes with another adult.
    private func beforeColumns(_ kind: Plan.Change.Kind) -> [ReportTable.Column] {
        switch kind {
        case .moved: [.init("before", phrases.choose("Date before", "原定日期"))]
        case .adult:
            [
                .init("adultBefore", phrases.choose("Adult before", "原陪同人")),
                .init("adult", phrases.choose("Adult now", "现陪同人")),
            ]
        case .cancelled, .added: []
        }
    }

    private func before(_ line: Line) -> [ReportCell] {
        switch line.change.kind {
        case .moved: [.day(ifKnown: line.change.dateBefore)]
        case .adult: [.text(ifAny: adultBefore(line)), .text(ifAny: line.detail?.companionName?.onOneLine)]
        case .cancelled, .added: []
        }
    }

    private func adultBefore(_ line: Line) -> String? {
        line.change.adultBefore.map { adults[$0]?.onOneLine ?? $0.id.onOneLine }
    }

    private func row(_ line: Line) -> [ReportCell] {
        let reason = ReportCell.text(phrases.sentence(line.change.reason[language]))
        guard let detail = line.detail else {
            return before(line) + [.text(line.change.visit.text), .none, .none, .none, .none, reason]
        }
        return before(line) + [
            .day(detail.visit.date), .text(phrases.list(detail.children.map(\.name.onOneLine))),
            .text(detail.prisoner.name), .text(detail.household.name), .text(detail.prison.name[language]), reason,
        ]
    }

    /// The changes, a row each.
    private func records(_ kinds: [Plan.Change.Kind]) -> ReportTable {
        ReportTable(
            id: "changes", title: ReportName.changes.title[language],
            columns: [
                .init("change", phrases.choose("change", "变动")), .init("visit", phrases.choose("visit id", "会见编号")),
                .init("date", phrases.choose("date", "日期")), .init("children", phrases.choose("children", "儿童编号")),
                .init("prisoner", phrases.choose("prisoner id", "服刑人员编号")),
                .init("household", phrases.choose("household id", "家庭编号")),
                .init("prison", phrases.choose("prison id", "监狱编号")), .init("reason", phrases.choose("reason", "原因")),
                .init("dateBefore", phrases.choose("date before", "原定日期")),
                .init("adultBefore", phrases.choose("adult before, id", "原陪同人编号")),
                .init("adult", phrases.choose("adult now, id", "现陪同人编号")),
            ],
            rows: kinds.flatMap(lines).map { change, detail in
                [
                    .text(change.kind.rawValue), .text(change.visit.text), .day(ifKnown: detail?.visit.date),
                    .text(ifAny: detail?.visit.children.map(\.text).joined(separator: " ")),
                    .text(ifAny: detail?.visit.prisoner.text), .text(ifAny: detail?.visit.household.text),
                    .text(ifAny: detail?.visit.prison.text), .text(change.reason[language]),
                    .day(ifKnown: change.dateBefore), .text(ifAny: change.adultBefore?.id),
                    .text(ifAny: detail?.visit.companion?.id),
                ]
            })
    }
}
