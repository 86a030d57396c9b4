/// A day of the week, Monday first (ISO 8601).
public enum Weekday: Int, Sendable, CaseIterable, Comparable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Orders the days from Monday to Sunday.
    public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }

    /// The day's short English name, as the program writes and reads it: `mon`.
    public var shortName: String {
        switch self {
        case .monday: "mon"
        case .tuesday: "tue"
        case .wednesday: "wed"
        case .thursday: "thu"
        case .friday: "fri"
        case .saturday: "sat"
        case .sunday: "sun"
        }
    }

    /// The day's full name.
    public var name: BilingualText {
        switch self {
        case .monday: BilingualText(en: "Monday", zh: "星期一")
        case .tuesday: BilingualText(en: "Tuesday", zh: "星期二")
        case .wednesday: BilingualText(en: "Wednesday", zh: "星期三")
        case .thursday: BilingualText(en: "Thursday", zh: "星期四")
        case .friday: BilingualText(en: "Friday", zh: "星期五")
        case .saturday: BilingualText(en: "Saturday", zh: "星期六")
        case .sunday: BilingualText(en: "Sunday", zh: "星期日")
        }
    }
}
