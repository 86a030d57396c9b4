/// The best chain of visits of one household when gaps cost: the least-weight path from the last visit over visits to
/// the end of the horizon.
///
/// Within a period every visit before is tried, since the period's room depends on it. Of the visits of earlier periods
/// the best one changes only forwards as days pass: the cost of a gap is convex, so a later visit that has overtaken an
/// earlier one stays ahead. A queue holds who leads from which day on (Galil & Park 1992): exact, in O(log days) a visit.
final class GapProgram {
    private static let none = -Double.infinity

    private let weights: Problem.Weights
    private let value: UnsafeMutablePointer<Double>
    private let back: UnsafeMutablePointer<Int32>
    /// The best chain that ends at a candidate, over states.
    private let best: UnsafeMutablePointer<Double>
    private let bestNode: UnsafeMutablePointer<Int32>
    /// Candidates of earlier periods that lead, and the day from which each does.
    private let leader: UnsafeMutablePointer<Int32>
    private let leadsFrom: UnsafeMutablePointer<Int32>
    private var firstLeader = 0
    private var leaderCount = 0
    /// How many candidates have been offered to the queue.
    private var offered = 0

    /// Room for the largest unit of `component`.
    init(_ component: Component) {
        weights = component.weights
        let count = max(1, component.units.map(\.options.count).max() ?? 1)
        let states = component.allowances.map { max($0.strict.stateCount, $0.relaxed.stateCount) }.max() ?? 1
        value = .allocate(capacity: count * states)
        back = .allocate(capacity: count * states)
        best = .allocate(capacity: count)
        bestNode = .allocate(capacity: count)
        leader = .allocate(capacity: count)
        leadsFrom = .allocate(capacity: count)
    }

    deinit {
        value.deallocate()
        back.deallocate()
        best.deallocate()
        bestNode.deallocate()
        leader.deallocate()
        leadsFrom.deallocate()
    }

    /// The points of the best chain of the only household, gap costs included; the chain in `candidates.chosen`.
    ///
    /// `penalties` holds the cost of gaps of 0 days … the whole horizon for this household.
    func run(_ candidates: Candidates, penalties: [Double]) -> Double {
        let states = candidates.stateCount
        let household = candidates.households[0]
        var points = -gapCost(household, from: household.last, to: penalties.count - 1)
        var end: Int32 = -1
        (firstLeader, leaderCount, offered) = (0, 0, 0)
        penalties.withUnsafeBufferPointer { penalty in
            for position in 0..<candidates.count {
                extend(to: position, candidates, states, household, penalty)
            }
        }
        let horizon = penalties.count - 1
        for position in 0..<candidates.count {
            let total = best[position] - penalties[horizon - Int(candidates.day[position])]
            if total > points { (points, end) = (total, bestNode[position]) }
        }
        candidates.chosen.removeAll(keepingCapacity: true)
        while end >= 0 {
            candidates.chosen.append(candidates.option[Int(end) / states])
            end = back[Int(end)]
        }
        candidates.chosen.reverse()
        return points
    }

    /// The cost of a gap, also of one that begins long before the horizon.
    private func gapCost(_ household: Candidates.Household, from: Int, to: Int) -> Double {
        Double(weights.gapCost(to - from, children: household.children, maxGap: household.maxGap))
    }

    private func extend(
        to position: Int, _ candidates: Candidates, _ states: Int, _ household: Candidates.Household,
        _ penalty: UnsafeBufferPointer<Double>
    ) {
        let first = position * states
        for state in 0..<states { value[first + state] = Self.none }
        continuePeriod(to: position, candidates, states, penalty)
        beginPeriod(at: position, candidates, states, household, penalty)
        var top = Self.none
        for state in 0..<states where value[first + state] > top {
            top = value[first + state]
            bestNode[position] = Int32(first + state)
        }
        best[position] = top
    }

    /// Chains whose visit before lies in the same period.
    private func continuePeriod(
        to position: Int, _ candidates: Candidates, _ states: Int, _ penalty: UnsafeBufferPointer<Double>
    ) {
        let day = Int(candidates.day[position])
        let (lengths, length) = (candidates.lengthCount, Int(candidates.length[position]))
        let first = position * states
        var before = position - 1
        while before >= 0, Int(candidates.day[before]) > day - candidates.lag { before -= 1 }
        while before >= 0, candidates.period[before] == candidates.period[position] {
            let earned = candidates.netValue[position] - penalty[day - Int(candidates.day[before])]
            for state in 0..<states where value[before * states + state] > Self.none {
                let after = candidates.next[state * lengths + length]
                guard after >= 0 else { continue }
                let total = value[before * states + state] + earned
                if total > value[first + Int(after)] {
                    value[first + Int(after)] = total
                    back[first + Int(after)] = Int32(before * states + state)
                }
            }
            before -= 1
        }
    }

    /// The first visit of all, and chains whose visit before lies in an earlier period.
    private func beginPeriod(
        at position: Int, _ candidates: Candidates, _ states: Int, _ household: Candidates.Household,
        _ penalty: UnsafeBufferPointer<Double>
    ) {
        let day = Int(candidates.day[position])
        offerEarlier(than: position, candidates, penalty)
        let beginning = Int(candidates.periodStates[Int(candidates.period[position])])
        let fresh = candidates.next[beginning * candidates.lengthCount + Int(candidates.length[position])]
        guard fresh >= 0 else { return }
        var points = -gapCost(household, from: household.last, to: day)
        if day <= household.due { points += household.coverage }
        var node: Int32 = -1
        while leaderCount > 1, Int(leadsFrom[firstLeader + 1]) <= day {
            firstLeader += 1
            leaderCount -= 1
        }
        if leaderCount > 0 {
            let before = Int(leader[firstLeader])
            let total = best[before] - penalty[day - Int(candidates.day[before])]
            if total > points { (points, node) = (total, bestNode[before]) }
        }
        let slot = position * states + Int(fresh)
        guard points + candidates.netValue[position] > value[slot] else { return }
        value[slot] = points + candidates.netValue[position]
        back[slot] = node
    }

    /// Offers to the queue the candidates that lie in an earlier period and far enough before `position`.
    private func offerEarlier(
        than position: Int, _ candidates: Candidates, _ penalty: UnsafeBufferPointer<Double>
    ) {
        let day = Int(candidates.day[position])
        while offered < position, candidates.period[offered] != candidates.period[position],
            Int(candidates.day[offered]) <= day - candidates.lag
        {
            if best[offered] > Self.none { offer(offered, on: day, candidates, penalty) }
            offered += 1
        }
    }

    private func offer(
        _ candidate: Int, on day: Int, _ candidates: Candidates, _ penalty: UnsafeBufferPointer<Double>
    ) {
        while leaderCount > 0 {
            let last = firstLeader + leaderCount - 1
            let from = overtakes(candidate, Int(leader[last]), from: day, candidates, penalty)
            if from > Int(leadsFrom[last]) {
                // One that overtakes after the horizon never leads.
                if from < penalty.count { lead(candidate, from: from) }
                return
            }
            leaderCount -= 1
        }
        lead(candidate, from: day)
    }

    private func lead(_ candidate: Int, from day: Int) {
        leader[firstLeader + leaderCount] = Int32(candidate)
        leadsFrom[firstLeader + leaderCount] = Int32(day)
        leaderCount += 1
    }

    /// The first day, not before `day`, on which a chain had better come from `later` than from `earlier`.
    private func overtakes(
        _ later: Int, _ earlier: Int, from day: Int, _ candidates: Candidates, _ penalty: UnsafeBufferPointer<Double>
    ) -> Int {
        let ahead = best[later] - best[earlier]
        let (late, early) = (Int(candidates.day[later]), Int(candidates.day[earlier]))
        var (low, high) = (day, penalty.count)
        while low < high {
            let middle = (low + high) / 2
            if ahead > penalty[middle - late] - penalty[middle - early] { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
