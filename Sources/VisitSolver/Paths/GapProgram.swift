/// The best chain of visits of one household when gaps cost: the least-weight path from the last visit over visits to
/// the end of the horizon.
///
/// The cost of a gap grows with its length, so the search for the best predecessor goes backwards and stops as soon as
/// even the best of all earlier chains, at the gap reached, could not win: exact, and mostly a few steps.
final class GapProgram {
    private static let none = -Double.infinity

    private let weights: Problem.Weights
    private let value: UnsafeMutablePointer<Double>
    private let back: UnsafeMutablePointer<Int32>
    /// The best chain that ends at a candidate, over states, and at it or any before it.
    private let best: UnsafeMutablePointer<Double>
    private let bestNode: UnsafeMutablePointer<Int32>
    private let bestSoFar: UnsafeMutablePointer<Double>

    /// Room for the largest unit of `component`.
    init(_ component: Component) {
        weights = component.weights
        let count = max(1, component.units.map(\.options.count).max() ?? 1)
        let states = component.allowances.map { max($0.strict.stateCount, $0.relaxed.stateCount) }.max() ?? 1
        value = .allocate(capacity: count * states)
        back = .allocate(capacity: count * states)
        best = .allocate(capacity: count)
        bestNode = .allocate(capacity: count)
        bestSoFar = .allocate(capacity: count)
    }

    deinit {
        value.deallocate()
        back.deallocate()
        best.deallocate()
        bestNode.deallocate()
        bestSoFar.deallocate()
    }

    /// The points of the best chain of the only household, gap costs included; the chain in `candidates.chosen`.
    ///
    /// `penalties` holds the cost of gaps of 0 days … the whole horizon for this household.
    func run(_ candidates: Candidates, penalties: [Double]) -> Double {
        let states = candidates.stateCount
        let household = candidates.households[0]
        var points = -gapCost(household, from: household.last, to: penalties.count - 1)
        var end: Int32 = -1
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
        let before = continuePeriod(to: position, candidates, states, penalty)
        beginPeriod(at: position, from: before, candidates, states, household, penalty)
        var top = Self.none
        for state in 0..<states where value[first + state] > top {
            top = value[first + state]
            bestNode[position] = Int32(first + state)
        }
        best[position] = top
        bestSoFar[position] = max(top, position > 0 ? bestSoFar[position - 1] : Self.none)
    }

    /// Chains whose visit before lies in the same period.
    ///
    /// - Returns: the last candidate of the periods before.
    private func continuePeriod(
        to position: Int, _ candidates: Candidates, _ states: Int, _ penalty: UnsafeBufferPointer<Double>
    ) -> Int {
        let day = Int(candidates.day[position])
        let (lengths, length) = (candidates.lengthCount, Int(candidates.length[position]))
        let first = position * states
        var before = position - 1
        while before >= 0, Int(candidates.day[before]) > day - candidates.lag { before -= 1 }
        while before >= 0, candidates.period[before] == candidates.period[position] {
            let earned = candidates.worth[position] - penalty[day - Int(candidates.day[before])]
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
        return before
    }

    /// The first visit of all, and chains whose visit before, at `last` or earlier, lies in a period before.
    private func beginPeriod(
        at position: Int, from last: Int, _ candidates: Candidates, _ states: Int,
        _ household: Candidates.Household, _ penalty: UnsafeBufferPointer<Double>
    ) {
        let day = Int(candidates.day[position])
        let beginning = Int(candidates.periodStates[Int(candidates.period[position])])
        let fresh = candidates.next[beginning * candidates.lengthCount + Int(candidates.length[position])]
        guard fresh >= 0 else { return }
        var points = -gapCost(household, from: household.last, to: day)
        if day <= household.due { points += household.coverage }
        var node: Int32 = -1
        var before = last
        while before >= 0 {
            let gap = penalty[day - Int(candidates.day[before])]
            if bestSoFar[before] - gap <= points { break }
            let total = best[before] - gap
            if total > points { (points, node) = (total, bestNode[before]) }
            before -= 1
        }
        let slot = position * states + Int(fresh)
        guard points + candidates.worth[position] > value[slot] else { return }
        value[slot] = points + candidates.worth[position]
        back[slot] = node
    }
}
