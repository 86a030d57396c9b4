import VisitFormats
import VisitModel

/// What would help most: the shadow prices of one more table, person, escort trip or visit, and of 100 more units of the
/// currency, the highest first. It holds no names of people.
public struct BottlenecksReport: Report {
    /// The plan whose prices are told.
    public var plan: Plan
    /// The sessions of the plan’s days.
    public var sessions: [Session]
    /// The prisons, for their names.
    public var prisons: [Prison]
    /// The points of one visit, to make points easier to grasp.
    public var pointsPerVisit: Int
    /// The ISO 4217 code of the currency.
    public var currency: String
    /// The language.
    public var language: Language

    /// A report of `plan`.
    public init(
        _ plan: Plan, sessions: [Session], prisons: [Prison], pointsPerVisit: Int, currency: String, language: Language
    ) {
        self.plan = plan
        self.sessions = sessions
        self.prisons = prisons
        self.pointsPerVisit = pointsPerVisit
        self.currency = currency
        self.language = language
    }

    /// As many are told to people; the spreadsheet and the document hold all.
    public static let mostTold = 40

    private var phrases: Phrases { Phrases(language) }

    /// What it says: the dearest first, and all of them for spreadsheets.
    public var content: ReportContent {
        let lines = lines
        let count = phrases.count(plan.prices.count, "bottleneck", "bottlenecks", "处瓶颈")
        let more = plan.prices.count - Self.mostTold
        var parts: [ReportContent.Part] = [.table(table(Array(lines.prefix(Self.mostTold))))]
        if lines.isEmpty {
            parts = [
                .paragraph(
                    phrases.choose("Nothing is scarce: one more of anything would not help.", "目前没有紧缺之处，再增加任何一项都无帮助。"))
            ]
        } else if more > 0 {
            parts.append(.paragraph(phrases.choose("… and \(more) that would help less.", "……另有\(more)处作用较小。")))
        }
        return ReportContent(
            name: .bottlenecks, language: language, title: ReportName.bottlenecks.title[language],
            subtitle: phrases.labelled(phrases.days(plan.horizon), count),
            sections: [.init(parts: parts)], records: [records(lines)],
            notes: [
                phrases.choose(
                    "Points are an estimate from the planner’s prices; \(pointsPerVisit) points weigh as much as one visit.",
                    "分值由计划程序的影子价格估算；\(pointsPerVisit)分相当于一次会见。")
            ])
    }

    /// One price in words.
    private struct Line {
        var price: Plan.Price
        var what: String
        var place: String
        var start: ClockTime?

        var moment: String {
            (price.day?.description ?? "") + (start.map { " \($0)" } ?? "")
        }
    }

    private var lines: [Line] {
        let sessions = Dictionary(sessions.map { ($0.id.text, $0) }) { first, _ in first }
        let prisons = Dictionary(prisons.map { ($0.id, $0) }) { first, _ in first }
        return plan.prices.map { price in
            let session = sessions[price.subject]
            let prison = session.flatMap { prisons[$0.prison] }
            let isOfSession = price.kind == .table || price.kind == .seat
            let place = isOfSession ? prison?.name[language].onOneLine ?? price.subject : price.subject
            return Line(
                price: price, what: price.kind.wouldHelp(currency)[language], place: place,
                start: isOfSession ? session?.start : nil)
        }
    }

    private func table(_ lines: [Line]) -> ReportTable {
        ReportTable(
            id: "bottlenecks", title: ReportName.bottlenecks.title[language],
            columns: [
                .init("what", phrases.choose("What would help", "增加什么")), .init("where", phrases.choose("Where", "何处")),
                .init("when", phrases.choose("When", "何时")), .init("points", phrases.choose("Points", "分值")),
                .init("visits", phrases.choose("Visits’ worth", "相当于会见次数")),
            ],
            rows: lines.map { line in
                [
                    .text(line.what), .text(line.place), .text(ifAny: line.moment), .number(line.price.points),
                    .decimal(tenths: line.price.points * 10 / max(1, pointsPerVisit)),
                ]
            })
    }

    /// All prices, a row each.
    private func records(_ lines: [Line]) -> ReportTable {
        ReportTable(
            id: "bottlenecks", title: ReportName.bottlenecks.title[language],
            columns: [
                .init("kind", phrases.choose("kind", "类别")), .init("subject", phrases.choose("subject", "编号")),
                .init("where", phrases.choose("where", "何处")), .init("date", phrases.choose("date", "日期")),
                .init("start", phrases.choose("start", "开始")), .init("points", phrases.choose("points", "分值")),
            ],
            rows: lines.map { line in
                [
                    .text(line.price.kind.rawValue), .text(line.price.subject), .text(line.place),
                    .day(ifKnown: line.price.day), line.start.map { .clock($0) } ?? .none, .number(line.price.points),
                ]
            })
    }

    /// All prices for programs: `visitd-bottlenecks/1`.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<BottlenecksReport>(format: "visitd-bottlenecks/1") { document in
        document.has("plan", .whole) { .int($0.plan.number) }
        document.has("pointsPerVisit", .whole) { .int($0.pointsPerVisit) }
        document.has("bottlenecks", listOf: bottleneck) { document in
            document.lines.map { (line: $0, phrases: document.phrases) }
        }
    }

    private static let bottleneck = AnswerObject<(line: Line, phrases: Phrases)> { bottleneck in
        bottleneck.has("kind", .words(of: Plan.Price.Kind.self)) { .string($0.line.price.kind.rawValue) }
        bottleneck.has("subject", .text) { .string($0.line.price.subject) }
        bottleneck.mayHave("date", .day) { $0.line.price.day.map { JSON($0) } }
        bottleneck.has("points", .whole) { .int($0.line.price.points) }
        bottleneck.has("sentence", .text) {
            .string($0.phrases.labelled($0.line.what, $0.line.place + " " + $0.line.moment))
        }
    }
}

extension Plan.Price.Kind {
    /// What one unit more is, in words; money in its currency.
    func wouldHelp(_ currency: String) -> BilingualText {
        switch self {
        case .table: BilingualText(en: "One more table", zh: "增加一张会见桌")
        case .seat: BilingualText(en: "Room for one more person", zh: "增加一个名额")
        case .trip: BilingualText(en: "One more escort trip", zh: "增加一次陪同出行")
        case .budget:
            BilingualText(
                en: "\(Plan.Price.budgetUnit.text(currency: currency).english) more in the budget",
                zh: "预算增加\(Plan.Price.budgetUnit.text(currency: currency).chinese)")
        case .visit: BilingualText(en: "One more visit in the quota", zh: "增加一次会见额度")
        }
    }
}
