import VisitModel

/// Trips and places of the escorts of every home on every day of the horizon.
struct EscortDays: Sendable {
    private let days: Int
    private var trips: [Int32]
    private var maxChildren: [Int32]

    init(homes: Int, days: Int) {
        self.days = days
        trips = Array(repeating: 0, count: homes * days)
        maxChildren = trips
    }

    init(_ draft: ProblemDraft) {
        self.init(homes: draft.escortHomes.count, days: draft.days)
        for row in draft.escorts where row.firstDay < draft.days && row.lastDay >= 0 {
            for day in max(0, row.firstDay)...max(0, min(draft.days - 1, row.lastDay))
            where row.weekdays.contains((draft.start + day).weekday) {
                trips[row.home.position * days + day] += Int32(row.trips)
                maxChildren[row.home.position * days + day].raise(to: Int32(row.maxChildren))
            }
        }
    }

    subscript(home: Int, day: Int) -> (trips: Int, maxChildren: Int)? {
        guard (0..<days).contains(day), maxChildren[home * days + day] > 0 else { return nil }
        return (Int(trips[home * days + day]), Int(maxChildren[home * days + day]))
    }
}

extension Comparable {
    /// Becomes the larger of itself and `other`.
    mutating func raise(to other: Self) {
        if other > self { self = other }
    }
}
