import VisitModel

/// The tables of days, each made once. Days on which the same services run share one.
struct DayTables: Sendable {
    /// A day's rides, forwards and mirrored.
    struct Pair: Sendable {
        var there: DayTable
        var mirrored: DayTable
    }

    private struct Key: Hashable {
        var pattern: Int
        var accessible: Bool
    }

    private var pairs: [Key: Pair] = [:]
    /// A number for each set of services that run on a day and on the day before it.
    private var patterns: [[Bool]: Int] = [:]
    private var days: [Day: Int] = [:]

    /// The rides on `day`.
    mutating func pair(_ network: Network, _ day: Day, accessible: Bool) -> Pair {
        let key = Key(pattern: pattern(network, day), accessible: accessible)
        if let known = pairs[key] { return known }
        let table = DayTable(network, on: day, accessible: accessible)
        let pair = Pair(there: table, mirrored: table.mirrored())
        pairs[key] = pair
        return pair
    }

    /// A number for the rides of `day`: two days of the same number have the same rides.
    mutating func pattern(_ network: Network, _ day: Day) -> Int {
        if let known = days[day] { return known }
        let bits = network.timetables.flatMap { timetable in
            [day - 1, day].flatMap { day in
                let isCovered = timetable.validity.contains(day)
                return timetable.services.map { isCovered && $0[day] }
            }
        }
        let number = patterns[bits] ?? patterns.count
        patterns[bits] = number
        days[day] = number
        return number
    }
}
