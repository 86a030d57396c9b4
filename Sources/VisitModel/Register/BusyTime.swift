/// The days on which one escort is busy, as the escort's own calendar says. What keeps the escort busy is not kept.
public struct BusyTime: Hashable, Sendable {
    /// The escort.
    public var escort: Identifier<Escort>
    /// The days, ascending and apart from each other.
    public var days: [DayRange]

    /// Busy days in any order; those that touch or overlap become one stretch.
    public init(escort: Identifier<Escort>, days: [DayRange]) {
        self.escort = escort
        self.days = []
        for range in days.sorted(by: { ($0.first, $0.last) < ($1.first, $1.last) }) {
            if let last = self.days.last, range.first <= last.last + 1 {
                self.days[self.days.count - 1] = DayRange(last.first, max(last.last, range.last))
            } else {
                self.days.append(range)
            }
        }
    }
}
