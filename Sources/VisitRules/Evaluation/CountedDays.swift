import VisitModel

/// The days that a clock counts, as stretches in order that neither overlap nor touch.
struct CountedDays {
    private var stretches: [DayRange] = []

    /// The days of `ranges`, each once.
    init(_ ranges: [DayRange]) {
        for range in ranges.sorted(by: { $0.first < $1.first }) {
            if let last = stretches.last, range.first <= last.last + 1 {
                stretches[stretches.count - 1] = DayRange(last.first, max(last.last, range.last))
            } else {
                stretches.append(range)
            }
        }
    }

    /// These days without the `other` ones.
    func subtracting(_ other: CountedDays) -> CountedDays {
        var left = self
        for pause in other.stretches {
            left.stretches = left.stretches.flatMap { range -> [DayRange] in
                guard range.overlaps(pause) else { return [range] }
                let before = range.first < pause.first ? [DayRange(range.first, pause.first - 1)] : []
                let after = pause.last < range.last ? [DayRange(pause.last + 1, range.last)] : []
                return before + after
            }
        }
        return left
    }

    /// How many of them lie between `first`, or the very first, and `last`.
    func count(from first: Day?, to last: Day) -> Int {
        stretches.reduce(0) { count, range in
            let (begin, end) = (max(range.first, first ?? range.first), min(range.last, last))
            return count + max(0, end - begin + 1)
        }
    }

    /// The first of them on which `wanted` of them lie in the window that ends with it; nil where that is never so.
    ///
    /// - Parameter opening: the first day of the window that ends on a day; nil where it is all that came before.
    func first(reaching wanted: Int, windowFrom opening: (Day) -> Day?) -> Day? {
        var position = max(0, wanted - 1)
        while let day = day(at: position) {
            let missing = wanted - count(from: opening(day), to: day)
            if missing <= 0 { return day }
            // Each day more adds one at most.
            position += missing
        }
        return nil
    }

    /// The days from `first`, or the very first, on where they are one stretch; nil where they are none or several.
    func onlyStretch(from first: Day?) -> DayRange? {
        let left = stretches.compactMap { range -> DayRange? in
            let begin = max(range.first, first ?? range.first)
            return begin <= range.last ? DayRange(begin, range.last) : nil
        }
        return left.count == 1 ? left[0] : nil
    }

    private func day(at position: Int) -> Day? {
        var left = position
        for range in stretches {
            if left < range.count { return range.first + left }
            left -= range.count
        }
        return nil
    }
}
