/// A run of days, both ends included.
public struct DayRange: Hashable, Sendable, CustomStringConvertible {
    /// The first day.
    public let first: Day
    /// The last day, not before the first.
    public let last: Day

    /// The days from `first` to `last`, both included. `last` must not lie before `first`.
    public init(_ first: Day, _ last: Day) {
        precondition(first <= last, "A range of days ends at \(last), before it begins at \(first).")
        self.first = first
        self.last = last
    }

    /// `count` days beginning at `first`. `count` must be at least 1.
    public init(from first: Day, days count: Int) {
        self.init(first, first + (count - 1))
    }

    /// The number of days.
    public var count: Int { last - first + 1 }

    /// Whether `day` is one of them.
    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    /// Whether the two ranges share a day.
    public func overlaps(_ other: DayRange) -> Bool { first <= other.last && other.first <= last }

    /// The first and the last day, or the only one.
    public var description: String { first == last ? "\(first)" : "\(first)…\(last)" }
}

extension DayRange: Sequence {
    /// The days in order.
    public func makeIterator() -> AnyIterator<Day> {
        var next = first
        return AnyIterator {
            guard next <= last else { return nil }
            defer { next = next + 1 }
            return next
        }
    }
}
