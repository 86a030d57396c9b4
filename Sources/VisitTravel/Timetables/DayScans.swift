import VisitModel

/// Scans of one day from any stop, for who wants to know how well a network joins its stops, or how fast it is searched.
public struct DayScans: Sendable {
    private let network: Network
    private let there: DayTable
    private let mirrored: DayTable

    /// The rides of `network` on `day`.
    public init(_ network: Network, on day: Day) {
        self.network = network
        there = DayTable(network, on: day, accessible: false)
        mirrored = there.mirrored()
    }

    /// How many rides from one stop to the next there are on the day.
    public var rides: Int { there.connections.count }
    /// The stops at which a vehicle calls on the day, by position.
    public var served: [Int] {
        var isServed = Array(repeating: false, count: network.stops.count)
        for ride in there.connections {
            (isServed[Int(ride.from)], isServed[Int(ride.to)]) = (true, true)
        }
        return isServed.indices.filter { isServed[$0] }
    }

    /// From how many stops one gets to `stop` by each of several times with at most so many boardings, taken together: one
    /// scan for all stops and times.
    public func origins(of stop: Int, by times: [ClockTime], boardings: Int) -> Int {
        count(Scan(there, of: network, to: at(stop), by: times.map(\.minutes), boardings: boardings))
    }

    /// To how many stops one gets from `stop` after each of several times with at most so many boardings, taken together.
    public func destinations(of stop: Int, after times: [ClockTime], boardings: Int) -> Int {
        count(Scan(mirrored, of: network, to: at(stop), by: times.map { -$0.minutes }, boardings: boardings))
    }

    private func at(_ stop: Int) -> [Scan.Access] { [Scan.Access(stop: stop, minutes: 0)] }

    private func count(_ scan: Scan) -> Int {
        scan.deadlines.indices.reduce(0) { sum, lane in
            sum
                + network.stops.indices.count { stop in
                    scan.latest(from: stop, boardings: scan.boardings, lane: lane) != nil
                }
        }
    }
}
