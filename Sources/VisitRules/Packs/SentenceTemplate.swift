import VisitModel

/// A sentence of the trace in both languages, with places for what only the case knows: `… until {until}.`
public struct SentenceTemplate: Hashable, Sendable {
    /// What can be filled in.
    public enum Placeholder: String, Sendable, CaseIterable {
        /// The effect's number, as used.
        case value
        /// The last day.
        case until
        /// The day on which the event began.
        case since
        /// The child's age on the date.
        case childAge = "child_age"
        /// The first day on which restoration may be asked for.
        case review
        /// `until 2027-01-09`, or that no end is on record.
        case end
        /// How long something lasts, or how much of it there may be: a number of days, months or years.
        case limit
        /// Within how many of the latest months something is counted.
        case window
        /// From one issue of orders, or one period, to the next, in days.
        case every
        /// After how many days an order is kept or lost, or a clock begins.
        case kept
        /// How many orders can be held.
        case cap
        /// How many events a rule asks for.
        case least
    }

    enum Piece: Hashable, Sendable {
        case text(String)
        case place(Placeholder)
    }

    /// The sentence as written.
    public let source: BilingualText
    private let english: [Piece]
    private let chinese: [Piece]
    private let isConstant: Bool

    /// A sentence; nil with the unknown placeholder where one is used.
    static func parse(_ source: BilingualText) -> Result<SentenceTemplate, UnknownPlaceholder> {
        Result {
            () throws(UnknownPlaceholder) in
            SentenceTemplate(
                source: source, english: try pieces(of: source.english), chinese: try pieces(of: source.chinese))
        }
    }

    /// A placeholder that means nothing.
    struct UnknownPlaceholder: Error {
        var name: String
    }

    private init(source: BilingualText, english: [Piece], chinese: [Piece]) {
        self.source = source
        self.english = english
        self.chinese = chinese
        isConstant = (english + chinese).allSatisfy { if case .text = $0 { true } else { false } }
    }

    private static func pieces(of text: String) throws(UnknownPlaceholder) -> [Piece] {
        var pieces: [Piece] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            guard let place = Placeholder(rawValue: name) else { throw UnknownPlaceholder(name: name) }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            pieces.append(.place(place))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        return pieces
    }

    /// What a case fills in; nil is written as a dash.
    struct Values {
        var value: Int?
        var until: Day?
        var since: Day?
        var childAge: Int?
        var review: Day?
        var figures: [Placeholder: Int] = [:]
    }

    /// The sentence with `values` filled in.
    func filled(with values: Values) -> BilingualText {
        if isConstant { return source }
        let end = values.until.map { BilingualText(en: "until \($0)", zh: "至 \($0)") } ?? Self.openEnd
        return BilingualText(
            en: Self.text(english, values, end.english), zh: Self.text(chinese, values, end.chinese))
    }

    private static let openEnd = BilingualText(en: "with no end on record", zh: "（记录中没有截止日）")

    private static func text(_ pieces: [Piece], _ values: Values, _ end: String) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .place(.value): values.value.map(String.init) ?? "—"
            case .place(.until): values.until?.description ?? "—"
            case .place(.since): values.since?.description ?? "—"
            case .place(.childAge): values.childAge.map(String.init) ?? "—"
            case .place(.review): values.review?.description ?? "—"
            case .place(.end): end
            case .place(let figure): values.figures[figure].map(String.init) ?? "—"
            }
        }.joined()
    }
}
