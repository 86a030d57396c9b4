import VisitModel

/// How dates, times, money and lists are said in one language.
public struct Phrases: Sendable {
    /// The language.
    public let language: Language

    /// The phrases of that language.
    public init(_ language: Language) {
        self.language = language
    }

    /// One of two wordings.
    func choose(_ english: @autoclosure () -> String, _ chinese: @autoclosure () -> String) -> String {
        language == .english ? english() : chinese()
    }

    /// A list: "a, b and c", "a、b和c"; empty for no items.
    public func list(_ items: [String]) -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        let comma = choose(", ", "、")
        return items.dropLast().joined(separator: comma) + choose(" and ", "和") + last
    }

    /// A number of things: "1 visit", "2 visits", "2次会见".
    func count(_ count: Int, _ one: String, _ many: String, _ chinese: String) -> String {
        choose("\(count) \(count == 1 ? one : many)", "\(count)\(chinese)")
    }

    /// A number of days: "1 day", "12 days", "12天".
    public func days(_ count: Int) -> String { self.count(count, "day", "days", "天") }

    /// A sentence with its full stop, whether or not it was written with one.
    func sentence(_ text: String) -> String {
        let trimmed = text.onOneLine.trimmed
        guard let last = trimmed.last else { return "" }
        return ".!?。！？…".contains(last) ? trimmed : trimmed + choose(".", "。")
    }

    /// Sentences one after the other: apart by a space in English, by nothing in Chinese.
    func paragraph(_ sentences: [String]) -> String {
        sentences.filter { !$0.isEmpty }.joined(separator: choose(" ", ""))
    }

    /// Words within brackets after others: "Beijing (at a table)", "北京（桌边会见）".
    func bracketed(_ text: String) -> String { choose(" (\(text))", "（\(text)）") }

    /// What follows a heading within a line: "Bring: …", "请带：…".
    func labelled(_ label: String, _ text: String) -> String { label + choose(": ", "：") + text }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var trimmed: String {
        let head = drop(while: \.isWhitespace)
        guard let end = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...end])
    }
}

extension Phrases {
    /// The sentence that says whose timetables the times are from; none where there are none.
    func timetables(of publishers: [String]) -> [String] {
        guard !publishers.isEmpty else { return [] }
        let names = list(publishers.map(\.onOneLine))
        return [choose("Times of trains and buses: timetable of \(names).", "车次时刻来源：\(names)。")]
    }
}
