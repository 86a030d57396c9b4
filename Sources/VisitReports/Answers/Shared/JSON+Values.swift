import VisitFormats
import VisitModel

/// How single values of the trade are written in every document.
extension JSON {
    /// An identifier.
    init<Entity>(_ identifier: Identifier<Entity>) { self = .string(identifier.text) }
    /// A day: `YYYY-MM-DD`.
    init(_ day: Day) { self = .string(day.description) }
    /// A time of day: `HH:MM`.
    init(_ clock: ClockTime) { self = .string(clock.description) }
    /// A moment: `YYYY-MM-DDTHH:MM:SSZ`.
    init(_ instant: Instant) { self = .string(instant.description) }

    /// A list of texts.
    static func strings(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }

    /// A list of sentences in one language.
    static func sentences(_ sentences: [BilingualText], _ language: Language) -> JSON {
        .strings(sentences.map { $0[language] })
    }

    /// A period: `"calendarMonth"`, `"calendarYear"`, `{days, anchor}` or `{trailingDays}`, as the solver's problems write it.
    init(_ period: Period) {
        switch period {
        case .calendarMonth: self = "calendarMonth"
        case .calendarYear: self = "calendarYear"
        case .days(let count, let anchor): self = .members(["days": .int(count), "anchor": JSON(anchor)])
        case .trailing(let days): self = .members(["trailingDays": .int(days)])
        }
    }
}

extension JSON.Member {
    /// The members that have a value, in that order.
    static func list(_ members: KeyValuePairs<String, JSON?>) -> [JSON.Member] {
        members.compactMap { name, value in value.map { JSON.Member(name, $0) } }
    }
}
