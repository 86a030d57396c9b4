import Testing
import VisitModel

@testable import VisitRules

@Suite("the days that a clock counts")
struct CountedDaysTests {
    private static func anyRanges(_ random: inout SeededRandom) -> [DayRange] {
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in
            DayRange(
                from: Day(number: Int.random(in: 0..<60, using: &random)),
                days: Int.random(in: 1..<30, using: &random))
        }
    }

    @Test("are those of its events without those of its pauses, each once", arguments: 0..<50 as Range<UInt64>)
    func sets(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let (counting, pausing) = (Self.anyRanges(&random), Self.anyRanges(&random))
        let days = CountedDays(counting).subtracting(CountedDays(pausing))
        let expected = Set(counting.flatMap(Array.init)).subtracting(pausing.flatMap(Array.init))
        for number in -1...100 {
            let day = Day(number: number)
            #expect(days.count(from: day, to: day) == (expected.contains(day) ? 1 : 0))
            #expect(days.count(from: nil, to: day) == expected.count { $0 <= day })
        }
    }

    @Test("reach a number on the day on which so many lie in the window", arguments: 0..<50 as Range<UInt64>)
    func reaching(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let days = CountedDays(Self.anyRanges(&random)).subtracting(CountedDays(Self.anyRanges(&random)))
        let ordered = (0..<100).map { Day(number: $0) }.filter { days.count(from: $0, to: $0) == 1 }
        for (wanted, window) in [(1, 10), (5, 5), (7, 20), (20, 40)] {
            let reached = ordered.first { day in ordered.count { $0 > day - window && $0 <= day } >= wanted }
            #expect(days.first(reaching: wanted) { $0 - (window - 1) } == reached)
            let ever = ordered.count >= wanted ? ordered[wanted - 1] : nil
            #expect(days.first(reaching: wanted) { _ in nil } == ever)
        }
    }
}
