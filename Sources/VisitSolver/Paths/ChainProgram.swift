/// The best chain of visits to one prisoner when gaps cost nothing.
///
/// Only the order of visits matters then, so a state is what the period still allows and which households have had
/// their first visit. For each candidate in order of time: the best chain that ends there, per state; the best chains
/// that end early enough before it are kept as running maxima. Exact for all households of the prisoner together, in
/// time candidates × states × 2^households.
final class ChainProgram {
    private static let none = -Double.infinity

    private var value: [Double] = []
    private var back: [Int32] = []
    /// Best chains of earlier periods, per mask.
    private var earlier: [Double] = []
    private var earlierNode: [Int32] = []
    /// Best chains with a visit in this period, per state and mask.
    private var current: [Double] = []
    private var currentNode: [Int32] = []

    /// The points of the best chain; the chain itself in `candidates.chosen`.
    func run(_ candidates: Candidates) -> Double {
        let (states, masks) = (candidates.stateCount, candidates.maskCount)
        prepare(nodes: candidates.count * states * masks, states: states, masks: masks)
        let best = value.withUnsafeMutableBufferPointer { value in
            back.withUnsafeMutableBufferPointer { back in
                earlier.withUnsafeMutableBufferPointer { earlier in
                    earlierNode.withUnsafeMutableBufferPointer { earlierNode in
                        current.withUnsafeMutableBufferPointer { current in
                            currentNode.withUnsafeMutableBufferPointer { currentNode in
                                Sweep(
                                    candidates: candidates, states: states, masks: masks, value: value, back: back,
                                    earlier: earlier, earlierNode: earlierNode, current: current,
                                    currentNode: currentNode
                                ).run()
                            }
                        }
                    }
                }
            }
        }
        candidates.chosen.removeAll(keepingCapacity: true)
        var node = best.node
        while node >= 0 {
            candidates.chosen.append(candidates.option[Int(node) / (states * masks)])
            node = back[Int(node)]
        }
        candidates.chosen.reverse()
        return best.points
    }

    private func prepare(nodes: Int, states: Int, masks: Int) {
        if value.count < nodes {
            value = Array(repeating: 0, count: nodes)
            back = Array(repeating: -1, count: nodes)
        }
        if current.count < states * masks {
            current = Array(repeating: 0, count: states * masks)
            currentNode = Array(repeating: -1, count: states * masks)
        }
        if earlier.count < masks {
            earlier = Array(repeating: 0, count: masks)
            earlierNode = Array(repeating: -1, count: masks)
        }
    }

    private struct Sweep {
        let candidates: Candidates
        let states: Int
        let masks: Int
        let value: UnsafeMutableBufferPointer<Double>
        let back: UnsafeMutableBufferPointer<Int32>
        let earlier: UnsafeMutableBufferPointer<Double>
        let earlierNode: UnsafeMutableBufferPointer<Int32>
        let current: UnsafeMutableBufferPointer<Double>
        let currentNode: UnsafeMutableBufferPointer<Int32>

        func run() -> (points: Double, node: Int32) {
            let width = states * masks
            for mask in 0..<masks { (earlier[mask], earlierNode[mask]) = (mask == 0 ? 0 : none, -1) }
            for slot in 0..<width { current[slot] = none }
            var period: Int32 = -1
            var pushed = 0
            for position in 0..<candidates.count {
                if candidates.period[position] != period {
                    closePeriod()
                    period = candidates.period[position]
                }
                let latest = candidates.day[position] - Int32(candidates.lag)
                while pushed < position, candidates.day[pushed] <= latest {
                    push(pushed, isEarlier: candidates.period[pushed] != period)
                    pushed += 1
                }
                extend(to: position, period: period)
            }
            return best()
        }

        /// Chains of the period that ends become chains of earlier periods.
        private func closePeriod() {
            for state in 0..<states {
                for mask in 0..<masks {
                    let slot = state * masks + mask
                    if current[slot] > earlier[mask] {
                        (earlier[mask], earlierNode[mask]) = (current[slot], currentNode[slot])
                    }
                    current[slot] = none
                }
            }
        }

        private func push(_ position: Int, isEarlier: Bool) {
            let first = position * states * masks
            for state in 0..<states {
                for mask in 0..<masks {
                    let slot = state * masks + mask
                    let points = value[first + slot]
                    if isEarlier {
                        if points > earlier[mask] { (earlier[mask], earlierNode[mask]) = (points, Int32(first + slot)) }
                    } else if points > current[slot] {
                        (current[slot], currentNode[slot]) = (points, Int32(first + slot))
                    }
                }
            }
        }

        private func extend(to position: Int, period: Int32) {
            let first = position * states * masks
            for slot in 0..<(states * masks) { value[first + slot] = none }
            let length = Int(candidates.length[position])
            let lengths = candidates.lengthCount
            let beginning = Int(candidates.periodStates[Int(period)])
            let netValue = candidates.netValue[position]
            let household = candidates.households[Int(candidates.household[position])]
            let bonus = Int(candidates.day[position]) <= household.due ? household.coverage : 0
            func reach(_ state: Int32, _ mask: Int, _ points: Double, _ node: Int32) {
                let slot = first + Int(state) * masks + (mask | household.bit)
                let total = points + netValue + (mask & household.bit == 0 ? bonus : 0)
                if total > value[slot] { (value[slot], back[slot]) = (total, node) }
            }
            let fresh = candidates.next[beginning * lengths + length]
            if fresh >= 0 {
                for mask in 0..<masks where earlier[mask] > none {
                    reach(fresh, mask, earlier[mask], earlierNode[mask])
                }
            }
            for state in 0..<states {
                let next = candidates.next[state * lengths + length]
                guard next >= 0 else { continue }
                for mask in 0..<masks where current[state * masks + mask] > none {
                    reach(next, mask, current[state * masks + mask], currentNode[state * masks + mask])
                }
            }
        }

        private func best() -> (points: Double, node: Int32) {
            var (points, node) = (0.0, Int32(-1))
            for slot in 0..<(candidates.count * states * masks) where value[slot] > points {
                (points, node) = (value[slot], Int32(slot))
            }
            return (points, node)
        }
    }
}
