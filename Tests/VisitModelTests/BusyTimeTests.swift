import Testing
import VisitModel

@Suite("When escorts are busy")
struct BusyTimeTests {
    private func day(_ number: Int) -> Day { Day(number: 20_000 + number) }
    private func days(_ first: Int, _ last: Int) -> DayRange { DayRange(day(first), day(last)) }

    @Test("days that touch or overlap become one stretch")
    func stretches() {
        let time = BusyTime(escort: "E1", days: [days(9, 9), days(1, 3), days(2, 2), days(4, 5), days(10, 12)])
        #expect(time.days == [days(1, 5), days(9, 12)])
        #expect(BusyTime(escort: "E1", days: []).days.isEmpty)
    }

    @Test("the free stretches are the days on which the escort can travel", arguments: 0..<100)
    func free(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let busy = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            let first = Int.random(in: -5...45, using: &random)
            return days(first, first + Int.random(in: 0...9, using: &random))
        }
        var escort = Escort(id: "E1", name: "invented", home: "H1", available: days(0, 40), maxChildren: 3, busy: busy)
        if seed % 3 == 0 { escort.vettedUntil = day(Int.random(in: -3...50, using: &random)) }
        let free = Set(escort.free.flatMap { Array($0) })
        let able = Set((-10...60).map(day).filter(escort.canTravel))
        #expect(free == able)
        #expect(escort.free.map(\.count).reduce(0, +) == free.count, "No day is in two stretches.")
    }
}
