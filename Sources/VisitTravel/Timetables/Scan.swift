import VisitModel

/// One scan of a day's rides: from every stop the latest departure that still arrives at one place in time, for every
/// number of boardings and for each of several deadlines. Over a mirrored table it is the earliest arrival everywhere after
/// leaving one place.
///
/// The answer is exact: for no stop, number of boardings and deadline is there a later departure. Rides are scanned
/// from the last departure to the first. The first one found for a stop is therefore the latest, and every stop is
/// settled once for each number of boardings (Dibbelt et al. 2018, section 4; here with one arrival time and boardings
/// in the label). The sessions of a day share the scan: the labels of all deadlines lie next to each other in memory.
struct Scan: Sendable {
    /// A stop from which the place is reached without a vehicle, and how long that takes.
    struct Access: Hashable, Sendable {
        var stop: Int
        var minutes: Int
    }

    /// Where a traveller goes on after getting off.
    private static let target: Int32 = -1
    private static let never = Int16.min

    /// The most boardings.
    let boardings: Int
    /// Minutes from the day's midnight by which one must be there, the latest first.
    let deadlines: [Int]
    /// By stop, deadline and boardings less one: the latest departure, and the ride with which it begins.
    private var departure: [Int16]
    private var ride: [Int32]
    /// By stop, deadline and boardings still to come: the latest arrival that is in time, and the stop where one then gets
    /// on.
    private var arrival: [Int16]
    private var next: [Int32]

    /// Scans `table` for the ways to the place that `access` leads to.
    init(_ table: DayTable, of network: Network, to access: [Access], by deadlines: [Int], boardings: Int) {
        precondition(boardings >= 1 && boardings <= 16, "A journey has 1 to 16 boardings.")
        self.boardings = boardings
        self.deadlines = deadlines.sorted(by: >)
        let count = network.stops.count * deadlines.count * boardings
        departure = Array(repeating: Self.never, count: count)
        ride = Array(repeating: -1, count: count)
        arrival = Array(repeating: Self.never, count: count)
        next = Array(repeating: Self.target, count: count)
        for entrance in access {
            for (lane, deadline) in self.deadlines.enumerated() {
                let time = Int16(clamping: deadline - entrance.minutes)
                let first = label(entrance.stop, lane)
                for slot in first..<(first + boardings) { arrival[slot] = time }
            }
        }
        run(table, network)
    }

    /// How many labels the scan keeps, of twelve bytes each.
    var labels: Int { departure.count }

    /// Where the labels of a stop for one deadline begin.
    private func label(_ stop: Int, _ lane: Int) -> Int { (stop * deadlines.count + lane) * boardings }

    private mutating func run(_ table: DayTable, _ network: Network) {
        let paths = table.isMirrored ? network.outgoing : network.incoming
        let lanes = deadlines.count
        // For each run the fewest boardings that follow when one stays on board; for each stop the fewest in all.
        var onBoard = [UInt8](repeating: UInt8(boardings), count: table.runs.count * lanes)
        var settled = [UInt8](repeating: UInt8(boardings), count: network.stops.count * lanes)
        // How many of the deadlines the rides that are now looked at are early enough for.
        var open = 0
        for position in Self.start(of: table.scanned, deadline: deadlines.first ?? 0)..<table.scanned.count {
            let connection = table.scanned[position]
            while open < lanes, Int(connection.departs) <= deadlines[open] { open += 1 }
            for lane in 0..<open {
                let off = label(Int(connection.to), lane)
                let run = Int(connection.run) * lanes + lane
                var slot = Int(onBoard[run])
                if slot > 0, arrival[off + slot - 1] >= connection.arrives, table.alights[Int(table.places[position])] {
                    repeat { slot -= 1 } while slot > 0 && arrival[off + slot - 1] >= connection.arrives
                    onBoard[run] = UInt8(slot)
                }
                let stop = Int(connection.from) * lanes + lane
                let known = Int(settled[stop])
                guard slot < known, table.boards[Int(table.places[position])] else { continue }
                settled[stop] = UInt8(slot)
                let from = stop * boardings
                for index in slot..<known {
                    departure[from + index] = connection.departs
                    ride[from + index] = table.places[position]
                }
                let slots = (slot + 1)..<min(known + 1, boardings)
                relax(connection.from, from, connection.departs, network.changeMinutes[Int(connection.from)], slots)
                for path in paths[Int(connection.from)] {
                    relax(connection.from, label(Int(path.stop), lane), connection.departs, path.minutes, slots)
                }
            }
        }
    }

    /// Relaxes a footpath: the stop whose labels begin at `first` is left `minutes` before a departure from `stop`.
    private mutating func relax(
        _ stop: Int32, _ first: Int, _ departs: Int16, _ minutes: Int16, _ slots: Range<Int>
    ) {
        let time = Int16(clamping: Int(departs) - Int(minutes))
        for slot in slots where arrival[first + slot] < time {
            arrival[first + slot] = time
            next[first + slot] = stop
        }
    }

    /// The first ride that begins early enough.
    private static func start(of rides: [DayTable.Connection], deadline: Int) -> Int {
        var (low, high) = (0, rides.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(rides[middle].departs) > deadline { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The latest departure from `stop` with at most so many boardings, in time for the deadline at that position; nil
    /// where there is none.
    func latest(from stop: Int, boardings: Int, lane: Int = 0) -> Int? {
        let time = departure[label(stop, lane) + boardings - 1]
        return time == Self.never ? nil : Int(time)
    }

    /// A part of a journey in one run, by position of its first and last ride.
    struct Ride: Hashable, Sendable {
        var run: Int
        var first: Int
        var last: Int
    }

    /// The rides of the journey that begins at `stop` at the latest departure with at most so many boardings.
    func rides(from stop: Int, boardings: Int, lane: Int = 0, in table: DayTable) -> [Ride] {
        var rides: [Ride] = []
        var (stop, slot) = (stop, boardings - 1)
        while slot >= 0, stop != Int(Self.target) {
            let first = label(stop, lane)
            let begin = Int(ride[first + slot])
            guard begin >= 0 else { return [] }
            while slot > 0, Int(ride[first + slot - 1]) == begin { slot -= 1 }
            let run = table.runs[Int(table.connections[begin].run)]
            // With as many boardings still to come as the label says, one of the next stops is in time.
            let end = (begin..<Int(run.first + run.count)).first { position in
                let connection = table.connections[position]
                return table.alights[position]
                    && arrival[label(Int(connection.to), lane) + slot] >= connection.arrives
            }
            guard let end else { return [] }
            rides.append(Ride(run: Int(table.connections[begin].run), first: begin, last: end))
            stop = Int(next[label(Int(table.connections[end].to), lane) + slot])
            slot -= 1
        }
        return rides
    }
}
