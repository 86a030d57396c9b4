import VisitModel

/// One escort's month: the journeys as a calendar for the wall, and as a list with times and telephone numbers.
///
/// It holds names: it is for the escort.
public struct EscortMonth: Report {
    /// The escort.
    public var escort: Escort
    /// The month.
    public var month: Month
    /// The visits; those of other months or companions, and those that are off, are left out.
    public var visits: [VisitDetail]
    /// The language.
    public var language: Language

    /// The month of that escort.
    public init(_ escort: Escort, month: Month, visits: [VisitDetail], language: Language) {
        self.escort = escort
        self.month = month
        self.visits = visits
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    private var own: [VisitDetail] {
        visits.filter {
            $0.visit.adults.contains(.escort(escort.id)) && $0.visit.date.month == month
                && $0.visit.status.holdsTable
        }.sorted(by: VisitDetail.isBefore)
    }

    /// What it says.
    public var content: ReportContent {
        let own = own
        let children = Set(own.flatMap(\.visit.children)).count
        let journeys = own.map { $0.visit.trip?.shared.map(\.meetings) ?? [] }
        let shared = Set(journeys.filter { !$0.isEmpty }).count
        let count = shared + journeys.count(where: \.isEmpty)
        let summary = phrases.list([
            phrases.count(count, "journey", "journeys", "次出行"), phrases.count(children, "child", "children", "名儿童"),
        ])
        let none = phrases.choose("No journey in this month.", "本月没有出行。")
        let list = ReportContent.Section(heading: phrases.choose("The journeys", "出行一览"), parts: [.table(table(own))])
        return ReportContent(
            name: .escort, language: language,
            title: phrases.labelled(ReportName.escort.title[language], escort.name.onOneLine),
            subtitle: phrases.labelled(phrases.month(month), summary), shape: .landscape,
            sections: [.init(parts: [.month(MonthGrid(of: own, month: month, phrases: phrases, named: .home))])]
                + (own.isEmpty ? [.init(parts: [.paragraph(none)])] : [list]),
            records: [VisitTable(details: own, language: language).table],
            notes: [
                phrases.choose(
                    "Broken lines are dates that the prison has not confirmed yet.", "虚线表示监狱尚未确认的日期。"),
                phrases.choose("Personal data: keep it with you.", "含个人信息，请妥善保管。"),
            ])
    }

    private func table(_ details: [VisitDetail]) -> ReportTable {
        ReportTable(
            id: "journeys", title: phrases.choose("The journeys", "出行一览"),
            columns: [
                .init("date", phrases.choose("Day", "日期")), .init("leaves", phrases.choose("Leave", "出发")),
                .init("children", phrases.choose("Children", "儿童")), .init("household", phrases.choose("Home", "家庭")),
                .init("prison", phrases.choose("Prison", "监狱")), .init("gate", phrases.choose("At the gate", "到门口")),
                .init("visit", phrases.choose("Visit", "会见")), .init("home", phrases.choose("Home again", "回到家")),
                .init("call", phrases.choose("Telephone", "电话")), .init("state", phrases.choose("State", "状态")),
            ],
            rows: details.map { detail in
                let visit = detail.visit
                let phones = [detail.household.phone, detail.prison.phone].compactMap { $0?.onOneLine }
                return [
                    .day(visit.date), .text(ifAny: time(visit.trip?.leavesHome, on: visit.date)),
                    .text(phrases.list(detail.children.map(\.name.onOneLine))), .text(detail.household.name),
                    .text(detail.prison.name[language]), .text(ifAny: time(visit.trip?.arrives, on: visit.date)),
                    visit.start.map { .text(phrases.span($0, visit.minutes)) } ?? .none,
                    .text(ifAny: time(visit.trip?.isHome, on: visit.date)),
                    .text(ifAny: phones.joined(separator: " · ")), .text(visit.status.name[language]),
                ]
            })
    }

    /// A time, with its day where that is another one.
    private func time(_ time: CivilTime?, on day: Day) -> String? {
        time.map { $0.day == day ? "\($0.clock)" : "\($0.day) \($0.clock)" }
    }
}
