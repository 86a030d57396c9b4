import VisitModel

/// One scan of a day's rides: from every stop the latest departure that still arrives at one place in time, for every
/// number of boardings. Over a mirrored table it is the earliest arrival everywhere after leaving one place.
///
/// The answer is exact: for no stop and number of boardings is there a later departure. Since rides are taken from the
/// last departure to the first, the first that is found for a stop is the latest, so that every stop is settled once for
/// each number of boardings (Dibbelt et al. 2018, section 4; here with one arrival time and boardings in the label).
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
    /// Minutes from the day's midnight by which one must be there.
    let deadline: Int
    /// By stop and boardings less one: the latest departure, and the ride with which it begins.
    private var departure: [Int16]
    private var ride: [Int32]
    /// By stop and boardings still to come: the latest arrival that is in time, and the stop where one then gets on.
    private var arrival: [Int16]
    private var next: [Int32]

    /// Scans `table` for the way to the place that `access` leads to.
    init(_ table: DayTable, of network: Network, to access: [Access], by deadline: Int, boardings: Int) {
        precondition(boardings >= 1 && boardings <= 16, "A journey has 1 to 16 boardings.")
        self.boardings = boardings
        self.deadline = deadline
        let count = network.stops.count * boardings
        departure = Array(repeating: Self.never, count: count)
        ride = Array(repeating: -1, count: count)
        arrival = Array(repeating: Self.never, count: count)
        next = Array(repeating: Self.target, count: count)
        for entrance in access {
            let time = Int16(clamping: deadline - entrance.minutes)
            for slot in 0..<boardings { arrival[entrance.stop * boardings + slot] = time }
        }
        run(table, network)
    }

    private mutating func run(_ table: DayTable, _ network: Network) {
        let paths = table.isMirrored ? network.outgoing : network.incoming
        let limit = boardings
        // For each run the fewest boardings that follow when one stays on board; for each stop the fewest in all.
        var onBoard = [UInt8](repeating: UInt8(limit), count: table.runs.count)
        var settled = [UInt8](repeating: UInt8(limit), count: network.stops.count)
        for position in Self.start(of: table.scanned, deadline: deadline)..<table.scanned.count {
            let connection = table.scanned[position]
            var slot = Int(onBoard[Int(connection.run)])
            let off = Int(connection.to) * limit
            if slot > 0, arrival[off + slot - 1] >= connection.arrives, table.alights[Int(table.places[position])] {
                repeat { slot -= 1 } while slot > 0 && arrival[off + slot - 1] >= connection.arrives
                onBoard[Int(connection.run)] = UInt8(slot)
            }
            let from = Int(connection.from)
            let known = Int(settled[from])
            guard slot < known, table.boards[Int(table.places[position])] else { continue }
            settled[from] = UInt8(slot)
            for index in slot..<known {
                departure[from * limit + index] = connection.departs
                ride[from * limit + index] = table.places[position]
            }
            let lanes = (slot + 1)..<min(known + 1, limit)
            relax(from, Int(connection.departs) - Int(network.changeMinutes[from]), via: from, lanes)
            for path in paths[from] {
                relax(Int(path.stop), Int(connection.departs) - Int(path.minutes), via: from, lanes)
            }
        }
    }

    private mutating func relax(_ stop: Int, _ time: Int, via: Int, _ lanes: Range<Int>) {
        let time = Int16(clamping: time)
        for lane in lanes where arrival[stop * boardings + lane] < time {
            arrival[stop * boardings + lane] = time
            next[stop * boardings + lane] = Int32(via)
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

    /// The latest departure from `stop` with at most so many boardings; nil where there is none.
    func latest(from stop: Int, boardings: Int) -> Int? {
        let time = departure[stop * self.boardings + boardings - 1]
        return time == Self.never ? nil : Int(time)
    }

    /// A part of a journey in one run, by position of its first and last ride.
    struct Ride: Hashable, Sendable {
        var run: Int
        var first: Int
        var last: Int
    }

    /// The rides of the journey that begins at `stop` at the latest departure with at most so many boardings.
    func rides(from stop: Int, boardings: Int, in table: DayTable) -> [Ride] {
        var rides: [Ride] = []
        var (stop, slot) = (stop, boardings - 1)
        while slot >= 0, stop != Int(Self.target) {
            let begin = Int(ride[stop * self.boardings + slot])
            guard begin >= 0 else { return [] }
            while slot > 0, Int(ride[stop * self.boardings + slot - 1]) == begin { slot -= 1 }
            let run = table.runs[Int(table.connections[begin].run)]
            // With as many boardings still to come as the label says, one of the next stops is in time.
            let end = (begin..<Int(run.first + run.count)).first { position in
                let connection = table.connections[position]
                return table.alights[position]
                    && arrival[Int(connection.to) * self.boardings + slot] >= connection.arrives
            }
            guard let end else { return [] }
            rides.append(Ride(run: Int(table.connections[begin].run), first: begin, last: end))
            stop = Int(next[Int(table.connections[end].to) * self.boardings + slot])
            slot -= 1
        }
        return rides
    }
}
