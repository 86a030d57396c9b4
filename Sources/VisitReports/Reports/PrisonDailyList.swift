import VisitModel

/// The gate's list of one day: each session with the parties that come to it, their ages, papers and companion.
///
/// It holds names: it is for the prison.
public struct PrisonDailyList: Report {
    /// The prison.
    public var prison: Prison
    /// The day.
    public var day: Day
    /// The visits; those of other days or prisons, and those that are cancelled, are left out.
    public var visits: [VisitDetail]
    /// The sessions of the day, for their tables; a visit in none of them is listed by its time.
    public var sessions: [Session]
    /// The language.
    public var language: Language

    /// A list of that day.
    public init(prison: Prison, day: Day, visits: [VisitDetail], sessions: [Session] = [], language: Language) {
        self.prison = prison
        self.day = day
        self.visits = visits
        self.sessions = sessions
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }
    private var title: String { phrases.labelled(ReportName.day.title[language], prison.name[language].onOneLine) }
    private var subtitle: String { phrases.labelled(phrases.date(day), summary) }
    private var footer: String {
        phrases.choose("Personal data: destroy after the day.", "含个人信息，当日使用后请销毁。")
    }

    /// The visits of the day in order.
    private var expected: [VisitDetail] {
        visits.filter { $0.visit.prison == prison.id && $0.visit.date == day && $0.visit.status != .cancelled }
            .sorted(by: VisitDetail.isBefore)
    }

    private var summary: String {
        let children = expected.reduce(0) { $0 + $1.visit.children.count }
        // An escort comes with several parties and is one person.
        let adults = Set(expected.compactMap(\.visit.companion)).count
        return phrases.list([
            phrases.count(expected.count, "visit", "visits", "次会见"),
            phrases.count(children, "child", "children", "名儿童"), phrases.count(adults, "adult", "adults", "名成人"),
        ])
    }

    /// The list in plain text.
    public var text: String {
        let head = title + "\n" + subtitle + "\n"
        let groups = groups.map { group in
            let table = TextTable(columns.map { .init($0) }, rows: group.rows.map(\.cells))
            return group.heading + "\n" + table.text
        }
        let none = empty.map { [$0 + "\n"] } ?? []
        return ([head] + none + groups + [footer + "\n"]).joined(separator: "\n")
    }

    /// The list as a page with a box to tick for each party.
    public var html: String {
        let body = PageTemplate.groupedTable.render(
            GroupedTable(groups: groups, columns: columns, hasBoxes: true, empty: empty))
        return HTMLPage(language: language, title: title, subtitle: subtitle, body: body, footer: footer).html
    }

    /// The visits, a row each.
    public var csv: String { VisitTable(details: expected, language: language).csv }

    private var empty: String? {
        expected.isEmpty ? phrases.choose("No visit is expected on this day.", "当天没有预定的会见。") : nil
    }

    private var columns: [String] {
        [
            phrases.choose("Children", "儿童"), phrases.choose("Visit", "会见对象"), phrases.choose("Companion", "陪同人"),
            phrases.choose("Papers", "证件"), phrases.choose("State", "状态"),
        ]
    }

    private var groups: [GroupedTable.Group] {
        var groups: [(key: String, details: [VisitDetail])] = []
        for detail in expected {
            let key = detail.visit.session?.text ?? detail.visit.start?.description ?? ""
            if let position = groups.firstIndex(where: { $0.key == key }) {
                groups[position].details.append(detail)
            } else {
                groups.append((key, [detail]))
            }
        }
        return groups.map { GroupedTable.Group(heading: heading($0.details), rows: $0.details.map(row)) }
    }

    /// "14:00–14:30, at a table: 3 of 20 tables".
    private func heading(_ details: [VisitDetail]) -> String {
        let visit = details[0].visit
        let time = visit.start.map { phrases.span($0, visit.minutes) } ?? phrases.choose("time not known", "时间未定")
        let session = sessions.first { $0.id == visit.session }
        let tables = session.map { session in
            phrases.choose("\(details.count) of \(session.tables) tables", "\(details.count)桌，共\(session.tables)桌")
        }
        let parts = [time, visit.mode.name[language], tables]
        return parts.compactMap { $0 }.joined(separator: phrases.choose(", ", "，"))
    }

    private func row(_ detail: VisitDetail) -> GroupedTable.Row {
        let children = detail.children.map {
            $0.name.onOneLine + phrases.bracketed(phrases.age($0.age(on: day)))
        }
        let companion = [detail.companionName, detail.companionPhone].compactMap { $0?.onOneLine }
        let prisoner = detail.prisoner
        return GroupedTable.Row(cells: [
            children.joined(separator: phrases.choose(", ", "、")),
            prisoner.name.onOneLine + phrases.bracketed(prisoner.id.text),
            companion.isEmpty ? "–" : companion.joined(separator: " "),
            detail.visit.documents.map { $0.name[language] }.joined(separator: phrases.choose(", ", "、")),
            detail.visit.status.name[language],
        ])
    }
}
