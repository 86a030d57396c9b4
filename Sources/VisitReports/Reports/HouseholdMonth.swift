import VisitModel

/// One household's month for the wall: on which day which child sees whom, and when they leave.
///
/// It holds names: it is for the household.
public struct HouseholdMonth: Report {
    /// The household.
    public var household: Household
    /// The month.
    public var month: Month
    /// The visits; those of other months or households, and those that are off, are left out.
    public var visits: [VisitDetail]
    /// The language.
    public var language: Language

    /// The month of that household; where no language is given, in the household's own.
    public init(_ household: Household, month: Month, visits: [VisitDetail], language: Language? = nil) {
        self.household = household
        self.month = month
        self.visits = visits
        self.language = language ?? household.language
    }

    private var phrases: Phrases { Phrases(language) }

    private var own: [VisitDetail] {
        visits.filter {
            $0.visit.household == household.id && $0.visit.date.month == month
                && $0.visit.status.holdsTable
        }.sorted(by: VisitDetail.isBefore)
    }

    /// What it says.
    public var content: ReportContent {
        let own = own
        let children = Set(own.flatMap(\.visit.children)).count
        let summary = phrases.list([
            phrases.count(own.count, "visit", "visits", "次会见"), phrases.count(children, "child", "children", "名儿童"),
        ])
        return ReportContent(
            name: .month, language: language,
            title: phrases.labelled(phrases.month(month), household.name.onOneLine), subtitle: summary,
            shape: .landscape,
            sections: [
                .init(parts: [.month(MonthGrid(of: own, month: month, phrases: phrases, named: .children))])
            ],
            records: [VisitTable(details: own, language: language).table],
            notes: [
                phrases.choose(
                    "Broken lines are dates that the prison has not confirmed yet. The time is that of the visit.",
                    "虚线表示监狱尚未确认的日期。前面的时间为会见时间。")
            ])
    }
}

extension MonthGrid {
    /// By what a visit is named on the wall.
    enum Naming {
        /// By the children, for those who live with them.
        case children
        /// By the home and how many children, for those who take them along.
        case home
    }

    /// The grid of these visits, which lie in `month`.
    init(of details: [VisitDetail], month: Month, phrases: Phrases, named naming: Naming) {
        let entries = details.map { detail in
            let visit = detail.visit
            let children = detail.children.map(\.name.onOneLine)
            let who: String
            let remark: String
            switch naming {
            case .children:
                who = phrases.list(children)
                let place =
                    visit.mode.isAtPrison ? detail.prison.name[phrases.language] : visit.mode.name[phrases.language]
                let adults = phrases.list(detail.adults.map(\.name.onOneLine))
                remark = [place.onOneLine, adults].filter { !$0.isEmpty }.joined(separator: " · ")
            case .home:
                who = detail.household.name.onOneLine + phrases.bracketed(String(children.count))
                remark = detail.prison.name[phrases.language].onOneLine
            }
            let leaves = visit.trip.map { trip in
                let day = trip.leavesHome.day == visit.date ? "" : phrases.shortName(trip.leavesHome.day.weekday) + " "
                return phrases.choose("leave \(day)\(trip.leavesHome.clock)", "\(day)\(trip.leavesHome.clock)出发")
            }
            return (
                visit.date,
                Entry(
                    time: visit.start.map { "\($0)" }, words: who,
                    remark: [leaves, remark].compactMap { $0 }.joined(separator: " · "),
                    isFirm: visit.status.isAgreed)
            )
        }
        self.init(month: month, entries: Dictionary(grouping: entries) { $0.0 }.mapValues { $0.map(\.1) })
    }
}
