import VisitModel

/// The gate's list of one day: each session with the parties that come to it, their ages, papers and companion.
///
/// It holds names, and citizen numbers where the prison's row asks for them: it is for the prison.
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

    /// What it says: a table for each session, with a box to tick for each party.
    public var content: ReportContent {
        let none = ReportContent.Section(parts: [
            .paragraph(phrases.choose("No visit is expected on this day.", "当天没有预定的会见。"))
        ])
        let expected = expected
        return ReportContent(
            name: .day, language: language,
            title: phrases.labelled(ReportName.day.title[language], prison.name[language].onOneLine),
            subtitle: phrases.labelled(phrases.date(day), summary), shape: .landscape,
            sections: expected.isEmpty ? [none] : sections,
            records: [
                VisitTable(details: expected, language: language, listsNumbers: prison.listsCitizenNumbers).table
            ],
            notes: [phrases.choose("Personal data: destroy after the day.", "含个人信息，当日使用后请销毁。")])
    }

    /// The visits of the day in order.
    private var expected: [VisitDetail] {
        visits.filter { $0.visit.prison == prison.id && $0.visit.date == day && !$0.visit.status.isCalledOff }
            .sorted(by: VisitDetail.isBefore)
    }

    private var summary: String {
        let children = expected.reduce(0) { $0 + $1.visit.children.count }
        // An escort comes with several parties and is one person.
        let adults = Set(expected.flatMap(\.visit.adults)).count
        return phrases.list([
            phrases.count(expected.count, "visit", "visits", "次会见"),
            phrases.count(children, "child", "children", "名儿童"), phrases.count(adults, "adult", "adults", "名成人"),
        ])
    }

    private var sections: [ReportContent.Section] {
        var groups: [(key: String, details: [VisitDetail])] = []
        for detail in expected {
            let key = detail.visit.session?.text ?? detail.visit.start?.description ?? ""
            if let position = groups.firstIndex(where: { $0.key == key }) {
                groups[position].details.append(detail)
            } else {
                groups.append((key, [detail]))
            }
        }
        return groups.map { group in
            let heading = heading(group.details)
            return .init(heading: heading, parts: [.table(table(group.details, heading))])
        }
    }

    private func table(_ details: [VisitDetail], _ heading: String) -> ReportTable {
        ReportTable(
            id: "visits", title: heading,
            columns: [
                .init("number", phrases.choose("No.", "会见号")), .init("children", phrases.choose("Children", "儿童")),
                .init("prisoner", phrases.choose("Visit", "会见对象")),
                .init("companion", phrases.choose("Companion", "陪同人")), .init("papers", phrases.choose("Papers", "证件")),
                .init("state", phrases.choose("State", "状态")), .init("came", phrases.choose("Came at", "到达时间")),
            ], rows: details.map(row), hasBoxes: true)
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

    /// How far the visit has come, and what does not hold of it.
    private func state(_ detail: VisitDetail) -> String {
        let status = detail.visit.status.name[language]
        let marks = FlagSentences(detail, phrases).marks
        return marks.isEmpty ? status : phrases.paragraph(([status] + marks).map { phrases.sentence($0) })
    }

    /// The citizen number behind a name, where the prison asks for it; that it is missing is said, so that it can be asked for.
    private func number(_ number: CitizenNumber?) -> String {
        guard prison.listsCitizenNumbers else { return "" }
        return " " + (number?.unmasked ?? phrases.choose("no citizen number", "未登记身份证号"))
    }

    private func row(_ detail: VisitDetail) -> [ReportCell] {
        let children = detail.children.map {
            $0.name.onOneLine + phrases.bracketed(phrases.age($0.age(on: day))) + number($0.citizenNumber)
        }
        let adults = detail.adults.map { adult in
            [adult.name, adult.phone].compactMap { $0?.onOneLine }.joined(separator: " ")
                + number(adult.citizenNumber)
        }
        let prisoner = detail.prisoner
        return [
            .text(ifAny: detail.visit.number.map(VisitNumber.text)),
            .text(children.joined(separator: phrases.choose(", ", "、"))),
            .text(prisoner.name.onOneLine + phrases.bracketed(prisoner.id.text)),
            .text(ifAny: adults.joined(separator: phrases.choose(", ", "、"))),
            .text(ifAny: detail.visit.documents.map { $0.name[language] }.joined(separator: phrases.choose(", ", "、"))),
            .text(state(detail)), .text(""),
        ]
    }
}
