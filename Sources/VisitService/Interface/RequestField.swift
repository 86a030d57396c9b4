import VisitApplication
import VisitFormats
import VisitModel

/// Something that a request can say: in its query, its path or its body.
struct RequestField: Sendable {
    /// What it looks like.
    enum Kind: Sendable {
        /// An identifier, or a text of at most so many characters.
        case text(most: Int)
        /// A day of the calendar, `YYYY-MM-DD`.
        case day
        /// A time of day, `HH:MM`.
        case clock
        /// A whole number.
        case number(ClosedRange<Int>)
        /// One of these words.
        case word([String])
    }

    /// Its name.
    let name: String
    /// What it looks like.
    let kind: Kind
    /// Whether it can be said several times; the values are alternatives.
    var isList = false
    /// Whether it must be said.
    var isRequired = false
    /// What it means.
    let about: String

    /// An identifier.
    static func id(_ name: String, _ about: String, isRequired: Bool = false, isList: Bool = false) -> RequestField {
        RequestField(name: name, kind: .text(most: 200), isList: isList, isRequired: isRequired, about: about)
    }

    /// A day.
    static func day(_ name: String, _ about: String, isRequired: Bool = false) -> RequestField {
        RequestField(name: name, kind: .day, isRequired: isRequired, about: about)
    }

    /// The part of a list.
    static let page = [
        RequestField.id("after", "The identifier after which the list goes on: next of the answer before."),
        RequestField(name: "limit", kind: .number(1...Page.most), about: "How many at most; otherwise \(Page.usual)."),
    ]

    /// Whose decision a step is.
    static let by = RequestField(
        name: "by", kind: .word(VisitAct.Party.allCases.map(\.rawValue)), about: "Whose decision it is.")

    /// What a child's no to a visit is a no to.
    static let declines = RequestField(
        name: "declines", kind: .word(Desk.Declines.allCases.map(\.rawValue)),
        about: "With by=child: what the child says no to; otherwise the person.")

    /// The child who says no.
    static let declining = RequestField.id("child", "With by=child: which child says no; otherwise all of the visit.")

    /// Why a step is taken.
    static func reason(isRequired: Bool) -> RequestField {
        RequestField(
            name: "reason", kind: .text(most: 2000), isRequired: isRequired,
            about: "Why; kept with the visit, never logged.")
    }
}

extension RequestField.Kind {
    /// What is expected, for people.
    var expected: BilingualText {
        switch self {
        case .text(let most):
            BilingualText(en: "a text of 1 to \(most) characters", zh: "1 到 \(most) 个字符的文字")
        case .day: .day
        case .clock: BilingualText(en: "a time of day as HH:MM", zh: "HH:MM 格式的时间")
        case .number(let range):
            BilingualText(
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
                zh: "介于 \(range.lowerBound) 和 \(range.upperBound) 之间的整数")
        case .word(let words):
            BilingualText(
                en: "one of " + words.joined(separator: ", "), zh: "下列之一：" + words.joined(separator: "、"))
        }
    }

    /// Whether `text` is such a thing.
    func admits(_ text: String) -> Bool {
        switch self {
        case .text(let most):
            (1...most).contains(text.unicodeScalars.count)
                && !text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }
        case .day: Day(text) != nil
        case .clock: ClockTime(text) != nil
        case .number(let range): Int(text).map { range.contains($0) } ?? false
        case .word(let words): words.contains(text)
        }
    }

    /// The JSON schema of such a thing.
    var schema: JSON {
        switch self {
        case .text(let most):
            .members([
                "type": "string", "minLength": 1, "maxLength": .int(most),
                // No control characters but line feeds.
                "pattern": "^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f]+$",
            ])
        case .day: .members(["type": "string", "format": "date"])
        case .clock: .members(["type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$|^24:00$"])
        case .number(let range):
            .members(["type": "integer", "minimum": .int(range.lowerBound), "maximum": .int(range.upperBound)])
        case .word(let words): .members(["type": "string", "enum": .array(words.map { .string($0) })])
        }
    }
}
