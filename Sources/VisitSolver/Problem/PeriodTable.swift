import VisitModel

/// In which quota period each day of the horizon lies, for every sort of period that a prisoner of the problem has.
///
/// Periods of n days repeat, so prisoners with anchors that differ by a multiple of n share a sort. Numbers count from
/// 0 within the horizon, in order.
struct PeriodTable: Sendable {
    private(set) var sortOfPrisoner: [Int32] = []
    /// Per sort, the number of the period of each day.
    private(set) var numbers: [[Int32]] = []
    private(set) var spans: [[DayRange]] = []
    private var known: [Period: Int32] = [:]
    private let start: Day
    private let days: Int

    init(start: Day, days: Int, prisoners: [Problem.Prisoner]) {
        self.start = start
        self.days = days
        sortOfPrisoner.reserveCapacity(prisoners.count)
        for prisoner in prisoners { sortOfPrisoner.append(sort(of: prisoner.quota.period)) }
    }

    /// The number of the period that `day` lies in, for `prisoner`.
    func number(of day: Int, for prisoner: Int) -> Int {
        Int(numbers[Int(sortOfPrisoner[prisoner])][day])
    }

    /// The days of each period that touches the horizon, for `prisoner`.
    func spans(for prisoner: Int) -> [DayRange] {
        spans[Int(sortOfPrisoner[prisoner])]
    }

    private mutating func sort(of period: Period) -> Int32 {
        let canonical = Self.canonical(period, start: start)
        if let sort = known[canonical] { return sort }
        var numbers: [Int32] = []
        var spans: [DayRange] = []
        for day in 0..<days {
            if spans.last?.contains(start + day) != true { spans.append(canonical.days(around: start + day)) }
            numbers.append(Int32(spans.count - 1))
        }
        let sort = Int32(self.numbers.count)
        self.numbers.append(numbers)
        self.spans.append(spans)
        known[canonical] = sort
        return sort
    }

    private static func canonical(_ period: Period, start: Day) -> Period {
        switch period {
        case .calendarMonth, .calendarYear, .trailing: period
        case .days(let count, _): .days(count, anchor: period.days(around: start).first)
        }
    }
}
