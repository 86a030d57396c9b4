import VisitModel

/// One instrument as data: its rules, and the operator's parameters that stand for what it leaves open.
public struct RulePack: Hashable, Sendable {
    /// Its identifier: `CN-MOJ118`.
    public var id: String
    /// What it is called.
    public var title: BilingualText
    /// The instrument that its rules paraphrase.
    public var instrument: BilingualText
    /// Where the text was read, and what could not be established about it.
    public var source: BilingualText
    /// Where the instrument binds; empty where the scopes of its rules say that already.
    public var binds: [Rule.Binding] = []
    /// Figures that the instrument leaves to the operator.
    public var parameters: [RuleParameter]
    /// The rules, in the order of the file.
    public var rules: [Rule]
    /// The file that it was read from.
    public var file: String
}

/// A figure that no source gives, or that only the operator can know: named, explained, and with a cautious default.
public struct RuleParameter: Hashable, Sendable {
    /// What its value counts.
    public enum Unit: String, Sendable, CaseIterable {
        case count, minutes, hours, days, months, years, kilometres
        /// `yes` or `no`.
        case yesNo = "yes-no"
    }

    /// Its name in the register's parameters: `cn.women.extra_minutes`.
    public var name: String
    /// What its value counts.
    public var unit: Unit
    /// The value that is used where the operator has set none; nil where the rules refuse to compute without one.
    public var preset: Int?
    /// The values that make sense.
    public var range: ClosedRange<Int>
    /// What it decides, why no source gives it, and what might be set.
    public var explanation: BilingualText
    /// Where it is declared.
    public var location: SourceLocation

    /// The number that `text` means (`yes` is 1, `no` and `off` are 0); nil where it is no number or out of range.
    public func number(_ text: String) -> Int? {
        let number: Int?
        switch (unit, text) {
        case (.yesNo, "yes"): number = 1
        case (.yesNo, "no"): number = 0
        case (.yesNo, _): number = nil
        case (_, "off"): number = 0
        default: number = Int(text)
        }
        return number.flatMap { range.contains($0) ? $0 : nil }
    }

    /// `number` as the operator would write it.
    public func text(_ number: Int) -> String {
        unit == .yesNo ? (number == 0 ? "no" : "yes") : String(number)
    }
}
