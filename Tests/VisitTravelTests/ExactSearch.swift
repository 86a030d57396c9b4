import VisitModel

@testable import VisitTravel

/// The latest departures by brute force, to hold the scan against: every ride of every trip with every other, boarding by
/// boarding, with no regard to order.
struct ExactSearch {
    private let network: Network
    private let table: DayTable

    init(_ network: Network, _ table: DayTable) {
        self.network = network
        self.table = table
    }

    /// By boardings less one and stop: the latest departure; nil where there is none.
    func departures(to access: [Scan.Access], by deadline: Int, boardings: Int) -> [[Int?]] {
        var limits = [Int?](repeating: nil, count: network.stops.count)
        for entrance in access { limits[entrance.stop] = deadline - entrance.minutes }
        let atEnd = limits
        var answers: [[Int?]] = []
        for _ in 0..<boardings {
            var latest = [Int?](repeating: nil, count: network.stops.count)
            for run in table.runs {
                let rides = Int(run.first)..<Int(run.first + run.count)
                for begin in rides {
                    for end in begin..<rides.upperBound {
                        let (on, off) = (table.connections[begin], table.connections[end])
                        guard let limit = limits[Int(off.to)], Int(off.arrives) <= limit else { continue }
                        latest[Int(on.from)] = max(latest[Int(on.from)] ?? .min, Int(on.departs))
                    }
                }
            }
            answers.append(latest)
            limits = atEnd
            for stop in network.stops.indices {
                if let own = latest[stop] { raise(&limits, stop, own - Int(network.changeMinutes[stop])) }
                for path in network.outgoing[stop] {
                    if let there = latest[Int(path.stop)] { raise(&limits, stop, there - Int(path.minutes)) }
                }
            }
        }
        return answers
    }

    private func raise(_ limits: inout [Int?], _ stop: Int, _ time: Int) {
        limits[stop] = max(limits[stop] ?? .min, time)
    }
}
