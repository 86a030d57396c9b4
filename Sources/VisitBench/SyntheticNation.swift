import VisitModel

/// A made-up country's timetable: places on a plain, lines from place to near place, trips all day.
struct SyntheticNation {
    /// The timetable.
    let timetable: Timetable

    private static let hops = 10
    private static let tripsPerLine = 50

    /// A nation of so many places and about so many rides from one place to the next a day.
    init(places: Int, rides: Int, seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let stops = (0..<places).compactMap { number -> Timetable.Stop? in
            let (north, east) = (
                Double.random(in: 24...42, using: &random), Double.random(in: 100...120, using: &random)
            )
            return Coordinate(latitude: north, longitude: east).map {
                Timetable.Stop(id: "P\(number)", name: "Place \(number)", coordinate: $0)
            }
        }
        let validity = DayRange(WorldBench.usualDay - 30, WorldBench.usualDay + 60)
        var daily = ServiceDays(within: validity)
        for day in validity { daily[day] = true }
        var (trips, calls): ([Timetable.Trip], [Timetable.Call]) = ([], [])
        let lineCount = max(1, rides / (Self.hops * Self.tripsPerLine))
        for line in 0..<lineCount {
            let way = Self.way(from: line % places, stops, &random)
            let speed = Double.random(in: 70...200, using: &random)
            for _ in 0..<Self.tripsPerLine {
                let first = calls.count
                var clock = Int.random(in: 300...900, using: &random)
                for (position, stop) in way.enumerated() {
                    let before = stops[way[max(0, position - 1)]].coordinate
                    let metres = before.greatCircle(to: stops[stop].coordinate).count
                    clock += position == 0 ? 0 : max(3, Int(Double(metres) * 60 / (speed * 1000)))
                    calls.append(
                        Timetable.Call(stop: Int32(stop), arrives: Int16(clock), departs: Int16(clock + 2)))
                    clock += 2
                }
                trips.append(
                    Timetable.Trip(id: "T\(trips.count)", line: line, service: 0, calls: first..<calls.count))
            }
        }
        timetable = Timetable(
            id: "nation", publisher: "made up", zone: "Asia/Shanghai", validity: validity, stops: stops,
            lines: (0..<lineCount).map { Timetable.Line(name: "L\($0)", mode: .rail) }, services: [daily],
            trips: trips, calls: calls)
    }

    /// A line from `start`: each place is the nearest of some drawn by chance that it has not been to.
    private static func way(
        from start: Int, _ stops: [Timetable.Stop], _ random: inout SeededRandom
    ) -> [Int] {
        var way = [start]
        while way.count <= hops {
            let here = stops[way[way.count - 1]].coordinate
            let drawn = (0..<40).map { _ in Int.random(in: stops.indices, using: &random) }
            let next = drawn.filter { !way.contains($0) }
                .min { here.greatCircle(to: stops[$0].coordinate) < here.greatCircle(to: stops[$1].coordinate) }
            way.append(next ?? (way[way.count - 1] + 1) % stops.count)
        }
        return way
    }
}
