/// The best chain of visits of several households that share a prisoner, when gaps cost.
///
/// A label-setting algorithm: a label is the value of a chain and the day of each household's last visit. A label is
/// dropped where another one dominates it: the same first visits made, and ahead by at least what its earlier visits
/// can yet cost more. Since gap costs are convex, that is most at the end of the horizon. Beyond `mostLabels` per state
/// the least promising are dropped too, so the program is exact for few households and good for more. Plans alone use
/// it: bounds must be exact.
final class LabelProgram {
    struct Label {
        var value: Double
        var last: SIMD4<Int32>
        /// What each household's open gap costs if nobody of it comes any more.
        var closing: SIMD4<Double>
        var mask: Int
        /// The visit with which it ends, in `steps`; −1 before the first.
        var step: Int32
    }

    private struct Step {
        var position: Int32
        var before: Int32
    }

    static let mostLabels = 16

    private let weights: Problem.Weights
    private var steps: [Step] = []
    /// Labels at the beginning of a period, then those of each state within it.
    private var earlier: [Label] = []
    private var current: [[Label]] = []
    private var fresh: [(state: Int, position: Int, label: Label)] = []

    init(weights: Problem.Weights) {
        self.weights = weights
    }

    /// The points of the chain found, gap costs included; the chain in `candidates.chosen`.
    func run(_ candidates: Candidates) -> Double {
        begin(candidates)
        var period: Int32 = -1
        var pushed = 0
        for position in 0..<candidates.count {
            let day = candidates.day[position]
            if candidates.period[position] != period {
                period = candidates.period[position]
                closePeriod(day, candidates)
            }
            while pushed < fresh.count, candidates.day[fresh[pushed].position] <= day - Int32(candidates.lag) {
                let entry = fresh[pushed]
                if candidates.period[entry.position] == period {
                    insert(entry.label, into: &current[entry.state], on: day, candidates)
                } else {
                    insert(entry.label, into: &earlier, on: day, candidates)
                }
                pushed += 1
            }
            extend(to: position, candidates)
        }
        return finish(candidates)
    }

    private func begin(_ candidates: Candidates) {
        steps.removeAll(keepingCapacity: true)
        fresh.removeAll(keepingCapacity: true)
        earlier.removeAll(keepingCapacity: true)
        if current.count < candidates.stateCount {
            current = Array(repeating: [], count: candidates.stateCount)
        }
        for state in current.indices { current[state].removeAll(keepingCapacity: true) }
        var start = Label(value: 0, last: .zero, closing: .zero, mask: 0, step: -1)
        for number in 0..<candidates.householdCount {
            let household = candidates.households[number]
            start.last[number] = Int32(household.last)
            start.closing[number] = gapCost(household, Int32(household.last), Int32(candidates.horizon))
        }
        earlier.append(start)
    }

    private func closePeriod(_ day: Int32, _ candidates: Candidates) {
        for state in current.indices {
            for label in current[state] { insert(label, into: &earlier, on: day, candidates) }
            current[state].removeAll(keepingCapacity: true)
        }
    }

    private func extend(to position: Int, _ candidates: Candidates) {
        let lengths = candidates.lengthCount
        let length = Int(candidates.length[position])
        let beginning = Int(candidates.periodStates[Int(candidates.period[position])])
        let first = candidates.next[beginning * lengths + length]
        if first >= 0 {
            for label in earlier { append(label, to: position, state: Int(first), candidates) }
        }
        for state in 0..<candidates.stateCount {
            let next = candidates.next[state * lengths + length]
            guard next >= 0 else { continue }
            for label in current[state] { append(label, to: position, state: Int(next), candidates) }
        }
    }

    private func append(_ label: Label, to position: Int, state: Int, _ candidates: Candidates) {
        let number = Int(candidates.household[position])
        let household = candidates.households[number]
        let day = candidates.day[position]
        var longer = label
        longer.value += candidates.netValue[position] - gapCost(household, label.last[number], day)
        if household.bit != 0, label.mask & household.bit == 0 {
            if Int(day) <= household.due { longer.value += household.coverage }
            longer.mask |= household.bit
        }
        longer.last[number] = day
        longer.closing[number] = gapCost(household, day, Int32(candidates.horizon))
        longer.step = Int32(steps.count)
        steps.append(Step(position: Int32(position), before: label.step))
        fresh.append((state, position, longer))
    }

    private func insert(_ label: Label, into pool: inout [Label], on day: Int32, _ candidates: Candidates) {
        func dominates(_ a: Label, _ b: Label) -> Bool {
            guard a.mask == b.mask else { return false }
            let dearer = a.closing - b.closing
            return a.value - b.value >= dearer.replacing(with: 0, where: dearer .< 0).sum()
        }
        for other in pool where dominates(other, label) { return }
        pool.removeAll { dominates(label, $0) }
        pool.append(label)
        guard pool.count > Self.mostLabels else { return }
        var (worst, least) = (0, Double.infinity)
        for (position, label) in pool.enumerated() {
            let optimisticValue = optimisticValue(label, on: day, candidates)
            if optimisticValue < least { (worst, least) = (position, optimisticValue) }
        }
        pool.remove(at: worst)
    }

    /// What the label is worth if every household came in two weeks.
    private func optimisticValue(_ label: Label, on day: Int32, _ candidates: Candidates) -> Double {
        var value = label.value
        for number in 0..<candidates.householdCount {
            value -= gapCost(candidates.households[number], label.last[number], day + 14)
        }
        return value
    }

    private func finish(_ candidates: Candidates) -> Double {
        var (points, step) = (-Double.infinity, Int32(-1))
        func consider(_ label: Label) {
            let value = label.value - label.closing.sum()
            if value > points { (points, step) = (value, label.step) }
        }
        earlier.forEach(consider)
        current.forEach { $0.forEach(consider) }
        fresh.forEach { consider($0.label) }
        candidates.chosen.removeAll(keepingCapacity: true)
        while step >= 0 {
            candidates.chosen.append(candidates.option[Int(steps[Int(step)].position)])
            step = steps[Int(step)].before
        }
        candidates.chosen.reverse()
        return points
    }

    private func gapCost(_ household: Candidates.Household, _ from: Int32, _ to: Int32) -> Double {
        Double(weights.gapCost(Int(to - from), children: household.children, maxGap: household.maxGap))
    }
}
