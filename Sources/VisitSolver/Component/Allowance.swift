/// What may still be visited within one period, as a small automaton.
///
/// A state is (visits made, minutes made) in the period; adding a visit of one of the prisoner's lengths leads to another
/// state or is not allowed. A quota that cannot bind has one state. Were there more than `mostStates`, plans count minutes
/// in coarser grains, rounded up, so that they stay legal; bounds then do without minutes, so that they stay bounds.
struct Allowance: Hashable, Sendable {
    static let mostStates = 64

    /// What decides the automaton.
    struct Key: Hashable, Sendable {
        var visits: Int
        var minutes: Int?
        /// The lengths of the unit's sessions, ascending.
        var lengths: [Int]
        /// Visits that periods begin with.
        var starts: [Int]
        /// The most visits that fit a period by the minimum gap.
        var mostInPeriod: Int
    }

    /// States and transitions.
    struct Table: Hashable, Sendable {
        var stateCount = 0
        var lengthCount = 0
        /// The state after a visit: `next[state * lengthCount + length]`, or −1.
        var next: [Int32] = []
        /// The state at the beginning of a period in which so many visits are spent.
        var starts: [Int: Int32] = [:]
    }

    /// What plans obey.
    let strict: Table
    /// What bounds obey: the same where states were few, else without the minutes.
    let relaxed: Table

    init(_ key: Key) {
        let visitsBind = key.visits < key.mostInPeriod + (key.starts.max() ?? 0)
        let longest = key.lengths.last ?? 0
        let minutesBind = key.minutes.map { $0 < min(key.mostInPeriod, key.visits) * longest } ?? false
        var grain = 1
        var table = Self.build(key, visitsBind: visitsBind, minutesBind: minutesBind, grain: grain)
        while table.stateCount > Self.mostStates, grain < Self.coarsest {
            grain *= 2
            table = Self.build(key, visitsBind: visitsBind, minutesBind: minutesBind, grain: grain)
        }
        strict = table
        relaxed = grain == 1 ? table : Self.build(key, visitsBind: visitsBind, minutesBind: false, grain: 1)
    }

    static let coarsest = 2048

    private static func build(_ key: Key, visitsBind: Bool, minutesBind: Bool, grain: Int) -> Table {
        var states: [(visits: Int, minutes: Int)] = []
        var number: [[Int]: Int32] = [:]
        func state(_ visits: Int, _ minutes: Int) -> Int32 {
            let name = [visitsBind ? visits : 0, minutesBind ? minutes : 0]
            if let known = number[name] { return known }
            number[name] = Int32(states.count)
            states.append((name[0], name[1]))
            return Int32(states.count - 1)
        }
        var table = Table(lengthCount: key.lengths.count)
        for used in key.starts { table.starts[used] = state(min(used, key.visits), 0) }
        var position = 0
        // Far too many states: the caller takes a coarser grain, so the rest need not be known.
        while position < states.count, states.count <= 4 * mostStates || grain >= coarsest {
            let (visits, minutes) = states[position]
            for length in key.lengths {
                let after = minutes + (length + grain - 1) / grain
                let fitsVisits = !visitsBind || visits < key.visits
                let fitsMinutes = !minutesBind || after <= (key.minutes ?? 0) / grain
                table.next.append(fitsVisits && fitsMinutes ? state(visits + 1, after) : -1)
            }
            position += 1
        }
        table.stateCount = states.count
        return table
    }
}
