import VisitModel

/// A prison's visits of one week, for its approval: who wants to see whom and when, with room for the answer.
///
/// It holds names: it is for the prison.
public struct RequestList: Report {
    /// The prison.
    public var prison: Prison
    /// The Monday of the week.
    public var monday: Day
    /// The visits; those of other weeks or prisons, and those that need no answer, are left out.
    public var visits: [VisitDetail]
    /// The answers for the children: they say what prisoner is whose parent.
    public var outlooks: [Outlook]
    /// The language.
    public var language: Language

    /// A list of the week that `day` lies in.
    public init(prison: Prison, weekOf day: Day, visits: [VisitDetail], outlooks: [Outlook], language: Language) {
        self.prison = prison
        monday = day.monday
        self.visits = visits
        self.outlooks = outlooks
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }
    private var week: DayRange { DayRange(from: monday, days: 7) }

    /// The visits that the prison has not confirmed yet, in order.
    private var asked: [VisitDetail] {
        visits.filter { detail in
            let visit = detail.visit
            return visit.prison == prison.id && week.contains(visit.date)
                && visit.status.isOpen
        }.sorted(by: VisitDetail.isBefore)
    }

    /// What it says: a table for each day, with a box for each answer.
    public var content: ReportContent {
        let asked = asked
        let count = phrases.count(asked.count, "visit", "visits", "次会见")
        let deadline = asked.map(\.lastDayToAsk).min()
        let please = deadline.map { day in
            let date = phrases.date(day)
            return phrases.choose("Please answer by \(date).", "请于\(date)前答复。")
        }
        let none = ReportContent.Section(parts: [
            .paragraph(phrases.choose("No visit of this week is waiting for an answer.", "本周没有等待答复的会见。"))
        ])
        return ReportContent(
            name: .requests, language: language,
            title: phrases.labelled(ReportName.requests.title[language], prison.name[language].onOneLine),
            subtitle: [phrases.labelled(phrases.days(week), count), please ?? ""].filter { !$0.isEmpty }.joined(
                separator: phrases.choose(". ", "。")),
            shape: .landscape,
            sections: asked.isEmpty ? [none] : days(asked) + [signature],
            records: [VisitTable(details: asked, language: language).table],
            notes: [
                phrases.choose(
                    "Personal data: for the visits office only.", "含个人信息，仅供会见管理部门使用。")
            ])
    }

    private func days(_ asked: [VisitDetail]) -> [ReportContent.Section] {
        asked.map(\.visit.date).distinct.map { day in
            let details = asked.filter { $0.visit.date == day }
            let heading = phrases.date(day)
            let table = ReportTable(
                id: "requests", title: heading,
                columns: [
                    .init("number", phrases.choose("No.", "会见号")), .init("time", phrases.choose("Time", "时间")),
                    .init("children", phrases.choose("Children", "儿童")),
                    .init("prisoner", phrases.choose("Visit", "会见对象")),
                    .init("relation", phrases.choose("Is their", "关系")),
                    .init("companion", phrases.choose("Companion", "陪同人")),
                    .init("papers", phrases.choose("Papers", "证件")),
                    .init("approved", phrases.choose("Approved", "同意")),
                    .init("declined", phrases.choose("Declined, why", "不同意及理由")),
                ], rows: details.map(row))
            return .init(heading: heading, parts: [.table(table)])
        }
    }

    private func row(_ detail: VisitDetail) -> [ReportCell] {
        let visit = detail.visit
        let children = detail.children.map {
            phrases.choose("\($0.name.onOneLine), born \($0.birthDate)", "\($0.name.onOneLine)，\($0.birthDate)出生")
        }
        let relation = HouseholdItinerary.relation(in: detail, outlooks)?.name[language]
        return [
            .text(ifAny: visit.number.map(VisitNumber.text)),
            visit.start.map { .text(phrases.span($0, visit.minutes)) } ?? .none,
            .text(children.joined(separator: phrases.choose("; ", "；"))),
            .text(detail.prisoner.name.onOneLine + phrases.bracketed(detail.prisoner.id.text)),
            .text(ifAny: relation), .text(ifAny: phrases.list(detail.adults.map(\.name.onOneLine))),
            .text(ifAny: visit.documents.map { $0.name[language] }.joined(separator: phrases.choose(", ", "、"))),
            .text("☐"), .text("☐"),
        ]
    }

    private var signature: ReportContent.Section {
        .init(parts: [
            .paragraph(
                phrases.choose(
                    "For the prison: ______________________    Date: ______________",
                    "监狱经办人：______________________    日期：______________"))
        ])
    }
}
