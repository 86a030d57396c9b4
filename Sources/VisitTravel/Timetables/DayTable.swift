import VisitModel

/// All rides from one stop to the next on one day, in the order in which a scan takes them.
///
/// A scan goes backwards in time, from an arrival to all departures. The way home is the same scan over the mirrored
/// table, in which time runs backwards and every ride leads from its end to its beginning (Dibbelt, Pajor, Strasser &
/// Wagner, "Connection Scan Algorithm", 2018).
struct DayTable: Sendable {
    /// A ride from one stop to the next.
    struct Connection: Hashable, Sendable {
        var from: Int32
        var to: Int32
        /// The run of a trip on this day, by position in `runs`.
        var run: Int32
        var departs: Int16
        var arrives: Int16
    }

    /// A trip as it runs on this day.
    struct Run: Hashable, Sendable {
        var feed: Int32
        var trip: Int32
        /// The connections of the run, in the order of the table: positions in `connections`.
        var first: Int32
        var count: Int32
    }

    /// Whether time runs backwards.
    let isMirrored: Bool
    /// The rides run by run.
    let connections: [Connection]
    /// Whether one may get on where each ride begins, and off where it ends.
    let boards: [Bool], alights: [Bool]
    let runs: [Run]
    /// The rides that a scan looks at, the last departure first.
    let scanned: [Connection]
    /// The position of each of them in `connections`.
    let places: [Int32]

    /// The rides of `network` on `day`: minutes count from its midnight. Trips of the day before that are still on their
    /// way are among them, with times before midnight below zero.
    ///
    /// - Parameter accessible: leaves out trips of which the feed says that no wheelchair can travel.
    init(_ network: Network, on day: Day, accessible: Bool) {
        var draft = DayDraft(network, accessible: accessible)
        draft.add(day - 1, shift: -1440)
        draft.add(day, shift: 0)
        self.init(
            isMirrored: false, connections: draft.connections, boards: draft.boards, alights: draft.alights,
            runs: draft.runs)
    }

    private init(isMirrored: Bool, connections: [Connection], boards: [Bool], alights: [Bool], runs: [Run]) {
        self.isMirrored = isMirrored
        self.connections = connections
        self.boards = boards
        self.alights = alights
        self.runs = runs
        let order = Self.order(connections)
        scanned = order.map { connections[$0] }
        places = order.map { Int32($0) }
    }

    /// The positions of the rides, the last departure first; of those in one minute the later in its run first. Sorted by
    /// counting, because a day has few minutes and many rides.
    private static func order(_ connections: [Connection]) -> [Int] {
        guard let low = connections.map(\.departs).min(), let high = connections.map(\.departs).max() else { return [] }
        var next = [Int](repeating: 0, count: Int(high) - Int(low) + 2)
        for ride in connections { next[Int(high) - Int(ride.departs) + 1] += 1 }
        for minute in 1..<next.count { next[minute] += next[minute - 1] }
        var order = [Int](repeating: 0, count: connections.count)
        for position in connections.indices.reversed() {
            let minute = Int(high) - Int(connections[position].departs)
            order[next[minute]] = position
            next[minute] += 1
        }
        return order
    }

    /// The same rides with time running backwards.
    func mirrored() -> DayTable {
        let last = connections.count - 1
        let turned = connections.reversed().map { ride in
            Connection(
                from: ride.to, to: ride.from, run: Int32(runs.count - 1) - ride.run, departs: -ride.arrives,
                arrives: -ride.departs)
        }
        let turnedRuns = runs.reversed().map { run in
            Run(
                feed: run.feed, trip: run.trip, first: Int32(last) - (run.first + run.count - 1), count: run.count)
        }
        return DayTable(
            isMirrored: !isMirrored, connections: turned, boards: alights.reversed(), alights: boards.reversed(),
            runs: turnedRuns)
    }
}

/// Collects the rides of one day.
private struct DayDraft {
    private let network: Network
    private let accessible: Bool
    var connections: [DayTable.Connection] = []
    var boards: [Bool] = []
    var alights: [Bool] = []
    var runs: [DayTable.Run] = []

    init(_ network: Network, accessible: Bool) {
        self.network = network
        self.accessible = accessible
    }

    mutating func add(_ day: Day, shift: Int) {
        for (feed, timetable) in network.timetables.enumerated() where timetable.validity.contains(day) {
            let runsToday = timetable.services.map { $0[day] }
            for (number, trip) in timetable.trips.enumerated() where runsToday[trip.service] {
                if accessible, trip.isAccessible == false { continue }
                let calls = timetable.calls[trip.calls]
                // Of the day before only what is still on its way matters.
                guard shift == 0 || (calls.last?.arrives ?? 0) > 1440 else { continue }
                add(calls, feed: feed, trip: number, shift: shift)
            }
        }
    }

    private mutating func add(_ calls: ArraySlice<Timetable.Call>, feed: Int, trip: Int, shift: Int) {
        let first = connections.count
        let base = Int32(network.firstStop[feed])
        for (call, next) in zip(calls, calls.dropFirst()) {
            connections.append(
                DayTable.Connection(
                    from: base + call.stop, to: base + next.stop, run: Int32(runs.count),
                    departs: Int16(clamping: Int(call.departs) + shift),
                    arrives: Int16(clamping: Int(next.arrives) + shift)))
            boards.append(call.boards && isUsable(base + call.stop))
            alights.append(next.alights && isUsable(base + next.stop))
        }
        runs.append(
            DayTable.Run(
                feed: Int32(feed), trip: Int32(trip), first: Int32(first), count: Int32(connections.count - first)))
    }

    private func isUsable(_ stop: Int32) -> Bool {
        !accessible || network.stops[Int(stop)].isAccessible != false
    }
}
