/// The span over which something is counted: visits, minutes, home leaves.
///
/// The periods are typed because "a month" means different things to different rules: China counts calendar months,
/// England and Wales 28 days from an anchor, home leave the calendar year.
public enum Period: Hashable, Sendable {
    /// A calendar month.
    case calendarMonth
    /// Consecutive periods of `count` days, one of them beginning at `anchor`.
    case days(Int, anchor: Day)
    /// A calendar year.
    case calendarYear
    /// The `count` days that end with the day in question.
    case trailing(days: Int)

    /// The days of the period that `day` lies in.
    public func days(around day: Day) -> DayRange {
        switch self {
        case .calendarMonth: return day.month.days
        case .days(let count, let anchor):
            let offset = ((day - anchor) % count + count) % count
            return DayRange(from: day - offset, days: count)
        case .calendarYear:
            let year = day.civil.year
            return DayRange(Month(year: year, month: 1).firstDay, Month(year: year, month: 12).days.last)
        case .trailing(let count): return DayRange(day - (count - 1), day)
        }
    }
}
