import VisitModel

/// What would help most: what one more table, person, escort trip, visit or 10,000 cents would be worth to the plan, the
/// most first. It holds no names of people.
public struct BottlenecksReport: Report {
    /// The plan whose prices are told.
    public var plan: Plan
    /// The sessions of the plan’s days.
    public var sessions: [Session]
    /// The prisons, for their names.
    public var prisons: [Prison]
    /// The points of one visit, to make points easier to grasp.
    public var pointsPerVisit: Int
    /// The language.
    public var language: Language

    /// A report of `plan`.
    public init(_ plan: Plan, sessions: [Session], prisons: [Prison], pointsPerVisit: Int, language: Language) {
        self.plan = plan
        self.sessions = sessions
        self.prisons = prisons
        self.pointsPerVisit = pointsPerVisit
        self.language = language
    }

    /// As many are told to people; the spreadsheet and the document hold all.
    public static let mostTold = 40

    private var phrases: Phrases { Phrases(language) }
    private var title: String { ReportName.bottlenecks.title[language] }
    private var subtitle: String {
        let count = phrases.count(plan.prices.count, "bottleneck", "bottlenecks", "处瓶颈")
        return phrases.labelled(phrases.days(plan.horizon), count)
    }
    private var empty: String? {
        plan.prices.isEmpty
            ? phrases.choose("Nothing is scarce: one more of anything would not help.", "目前没有紧缺之处，再增加任何一项都无帮助。") : nil
    }
    private var footer: String {
        phrases.choose(
            "Points are an estimate from the planner’s prices; \(pointsPerVisit) points weigh as much as one visit.",
            "分值由计划程序的影子价格估算；\(pointsPerVisit)分相当于一次会见。")
    }

    /// One price in words.
    private struct Line {
        var price: Plan.Price
        var what: String
        var place: String
        var moment: String
    }

    private var lines: [Line] {
        let sessions = Dictionary(sessions.map { ($0.id.text, $0) }) { first, _ in first }
        let prisons = Dictionary(prisons.map { ($0.id, $0) }) { first, _ in first }
        return plan.prices.map { price in
            let session = sessions[price.subject]
            let prison = session.flatMap { prisons[$0.prison] }
            let isOfSession = price.kind == .table || price.kind == .seat
            let place = isOfSession ? prison?.name[language].onOneLine ?? price.subject : price.subject
            let start = isOfSession ? session.map { " " + $0.start.description } ?? "" : ""
            return Line(
                price: price, what: price.kind.wouldHelp[language], place: place,
                moment: (price.day?.description ?? "") + start)
        }
    }

    private func visits(_ price: Plan.Price) -> String {
        let tenths = price.points * 10 / max(1, pointsPerVisit)
        return "\(tenths / 10).\(tenths % 10)"
    }

    private func cells(_ line: Line) -> [String] {
        [line.what, line.place, line.moment, String(line.price.points), visits(line.price)]
    }

    private var columns: [String] {
        [
            phrases.choose("What would help", "增加什么"), phrases.choose("Where", "何处"), phrases.choose("When", "何时"),
            phrases.choose("Points", "分值"), phrases.choose("Visits’ worth", "相当于会见次数"),
        ]
    }

    /// The report in plain text.
    public var text: String {
        let table = TextTable(columns.map { .init($0) }, rows: lines.prefix(Self.mostTold).map(cells)).text
        let more = plan.prices.count - Self.mostTold
        let rest = more > 0 ? [phrases.choose("… and \(more) that would help less.", "……另有\(more)处作用较小。")] : []
        let body = empty.map { [$0] } ?? [table] + rest + [footer]
        return ([title, subtitle, ""] + body).map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined()
    }

    /// The report as a page.
    public var html: String {
        let rows = lines.prefix(Self.mostTold).map { GroupedTable.Row(cells: cells($0)) }
        let groups = rows.isEmpty ? [] : [GroupedTable.Group(heading: title, rows: rows)]
        let body = PageTemplate.groupedTable.render(
            GroupedTable(groups: groups, columns: columns, hasBoxes: false, empty: empty))
        return HTMLPage(language: language, title: title, subtitle: subtitle, body: body, footer: footer).html
    }

    /// All prices, a row each.
    public var csv: String {
        let heading =
            language == .english
            ? ["kind", "subject", "where", "when", "points"] : ["类别", "编号", "何处", "何时", "分值"]
        let rows = lines.map { line in
            [line.price.kind.rawValue, line.price.subject, line.place, line.moment, String(line.price.points)]
        }
        return CSVText(heading: heading, rows: rows).text
    }

    /// All prices for programs: `visitd-bottlenecks/1`.
    public var json: JSON {
        .members([
            "format": "visitd-bottlenecks/1",
            "plan": .int(plan.number),
            "pointsPerVisit": .int(pointsPerVisit),
            "bottlenecks": .array(
                lines.map { line in
                    .members([
                        "kind": .string(line.price.kind.rawValue),
                        "subject": .string(line.price.subject),
                        "date": line.price.day.map { JSON($0) },
                        "points": .int(line.price.points),
                        "sentence": .string(phrases.labelled(line.what, line.place + " " + line.moment)),
                    ])
                }),
        ])
    }
}

extension Plan.Price.Kind {
    /// What one unit more is, in words.
    var wouldHelp: BilingualText {
        switch self {
        case .table: BilingualText(en: "One more table", zh: "增加一张会见桌")
        case .seat: BilingualText(en: "Room for one more person", zh: "增加一个名额")
        case .trip: BilingualText(en: "One more escort trip", zh: "增加一次陪同出行")
        case .budget: BilingualText(en: "10,000 cents more in the budget", zh: "预算增加一万分")
        case .visit: BilingualText(en: "One more visit in the quota", zh: "增加一次会见额度")
        }
    }
}
