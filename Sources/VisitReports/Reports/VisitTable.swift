import VisitModel

/// Visits as rows for a spreadsheet.
struct VisitTable {
    let details: [VisitDetail]
    let language: Language
    /// Whether citizen numbers are listed, for the prison's own list.
    var listsNumbers = false

    private var phrases: Phrases { Phrases(language) }

    /// The rows with their heading.
    var table: ReportTable {
        ReportTable(
            id: "visits", title: phrases.choose("Visits", "会见"),
            columns: zip(Self.keys, language == .english ? Self.english : Self.chinese).map { .init($0, $1) }
                + (listsNumbers ? numberColumns : []),
            rows: details.map { row($0) + (listsNumbers ? numbers(of: $0) : []) })
    }

    private var numberColumns: [ReportTable.Column] {
        [
            .init("childNumbers", phrases.choose("children's citizen numbers", "儿童身份证号")),
            .init("companionNumbers", phrases.choose("companions' citizen numbers", "陪同人身份证号")),
        ]
    }

    /// In the order of the names; an empty place is that of somebody without a number.
    private func numbers(of detail: VisitDetail) -> [ReportCell] {
        [detail.children.map(\.citizenNumber), detail.adults.map(\.citizenNumber)].map { numbers in
            .text(ifAny: numbers.map { $0?.unmasked ?? "" }.joined(separator: "; "))
        }
    }

    private static let keys = [
        "date", "start", "end", "session", "prison", "form", "status", "visit", "prisonerId", "prisoner", "children",
        "names", "ages", "companion", "telephone", "papers", "household", "leaveHome", "gate", "home", "journey",
        "number",
    ]
    private static let english = [
        "date", "start", "end", "session", "prison", "form", "status", "visit", "prisoner id", "prisoner",
        "children", "names", "ages", "companion", "telephone", "papers", "household", "leave home", "gate",
        "home", "journey", "number",
    ]
    private static let chinese = [
        "日期", "开始", "结束", "场次", "监狱", "形式", "状态", "会见编号", "服刑人员编号", "服刑人员", "儿童人数", "儿童姓名", "年龄",
        "陪同人", "电话", "证件", "家庭", "离家", "到监狱门口", "回到家", "行程", "会见号",
    ]

    private func row(_ detail: VisitDetail) -> [ReportCell] {
        let visit = detail.visit
        let ages = detail.children.map { String($0.age(on: visit.date)) }
        return [
            .day(visit.date), clock(visit.start), clock(visit.ends?.clock),
            .text(ifAny: visit.session?.text), .text(detail.prison.name[language]), .text(visit.mode.name[language]),
            .text(visit.status.name[language]), .text(visit.id.text), .text(detail.prisoner.id.text),
            .text(detail.prisoner.name), .number(visit.children.count),
            .text(detail.children.map(\.name).joined(separator: "; ")), .text(ages.joined(separator: "; ")),
            .text(ifAny: detail.adults.map(\.name).joined(separator: "; ")),
            .text(ifAny: detail.adults.compactMap(\.phone).joined(separator: "; ")),
            .text(ifAny: visit.documents.map { $0.name[language] }.joined(separator: "; ")),
            .text(detail.household.name), moment(visit.trip?.leavesHome), moment(visit.trip?.arrives),
            moment(visit.trip?.isHome), .text(ifAny: journey(visit)), .text(ifAny: visit.number.map(VisitNumber.text)),
        ]
    }

    /// What the visits of one journey have in common: its first meeting. Empty where nobody travels.
    private func journey(_ visit: Visit) -> String {
        guard let trip = visit.trip else { return "" }
        guard let first = trip.shared?.meetings.first else { return visit.id.text }
        let leader = details.first { first.isMade(by: $0.visit) && $0.visit.trip?.shared == trip.shared }
        return leader?.visit.id.text ?? "\(first.session)/\(first.prisoner)"
    }

    private func clock(_ time: ClockTime?) -> ReportCell { time.map { .clock($0) } ?? .none }
    private func moment(_ time: CivilTime?) -> ReportCell { time.map { .moment($0) } ?? .none }
}

extension VisitDetail {
    /// The order of every list of visits: date, start (those without a time first), identifier.
    static func isBefore(_ a: VisitDetail, _ b: VisitDetail) -> Bool {
        let (x, y) = (a.visit, b.visit)
        return (x.date, x.start?.minutes ?? -1, x.id) < (y.date, y.start?.minutes ?? -1, y.id)
    }
}

extension String {
    /// The text with a capital at its beginning.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
