import VisitModel

/// Replans one unit, or some of its households, within the room that the others leave: the step from which every
/// search move is made.
final class UnitPlanner {
    let component: Component
    private let candidates: Candidates
    private let chain = ChainProgram()
    private let gap: GapProgram
    private let labels: LabelProgram
    private let penalties: PenaltyTables
    private let linkPartners: LinkPartners

    init(_ component: Component, penalties: PenaltyTables) {
        self.component = component
        self.penalties = penalties
        candidates = Candidates(component)
        linkPartners = LinkPartners(component)
        gap = GapProgram(component)
        labels = LabelProgram(weights: component.weights)
    }

    /// Takes away the visits of `unit`, fixed ones excepted, to make room for others.
    func clear(_ unit: Int, in plan: WorkingPlan) {
        let kept = plan.visits[unit].filter { component.isFixed[Int($0)] }
        if kept.count != plan.visits[unit].count { plan.place(kept, for: unit) }
    }

    /// Gives `unit` the best visits that there is room for.
    ///
    /// With prices, visits in scarce sessions must earn `scale` times their price: room is left for others.
    func replan(_ unit: Int, in plan: WorkingPlan, prices: ShadowPrices?, scale: Double, random: inout SeededRandom) {
        let requests = component.units[unit].requests
        if requests.count == 1 {
            replan(unit, [requests.lowerBound], in: plan, prices, scale)
            return
        }
        // Several visits on one day are possible only between households, which the programs do not know: one by one.
        let together = component.units[unit].minGap == 0 ? 1 : Candidates.mostHouseholds
        if requests.count <= together {
            replan(unit, Array(requests), in: plan, prices, scale)
            return
        }
        clear(unit, in: plan)
        let order = Array(requests).shuffled(using: &random)
        for first in stride(from: 0, to: order.count, by: together) {
            replan(unit, Array(order[first..<min(order.count, first + together)]).sorted(), in: plan, prices, scale)
        }
    }

    /// Gives these households of `unit` the best visits that there is room for; the unit's others keep theirs.
    func replan(_ unit: Int, _ active: [Int], in plan: WorkingPlan, _ prices: ShadowPrices?, _ scale: Double) {
        let before = plan.visits[unit]
        let kept = before.filter { option in
            component.isFixed[Int(option)] || !active.contains(Int(component.optionRequest[Int(option)]))
        }
        if kept.count != before.count { plan.place(kept, for: unit) }
        gather(unit, active, plan, prices, scale)
        guard candidates.count > 0 else { return }
        run(active)
        var result = kept
        for option in kept
        where component.isFixed[Int(option)] && active.contains(Int(component.optionRequest[Int(option)]))
            && !candidates.chosen.contains(option)
        {
            // Minutes counted in coarse grains can leave no chain through the fixed visits; then all stays as it was.
            plan.place(before, for: unit)
            return
        }
        for option in candidates.chosen where !kept.contains(option) {
            // Two visits of one unit can together exceed a budget that each alone respects.
            guard plan.hasRoom(for: Int(option)) else { continue }
            result.insert(option, at: result.firstIndex { $0 > option } ?? result.count)
            plan.place(result, for: unit)
        }
    }

    private func run(_ active: [Int]) {
        if component.isFlat {
            _ = chain.run(candidates)
        } else if active.count == 1 {
            _ = gap.run(candidates, penalties: penalties[active[0]])
        } else {
            _ = labels.run(candidates)
        }
    }

    private func gather(_ unit: Int, _ active: [Int], _ plan: WorkingPlan, _ prices: ShadowPrices?, _ scale: Double) {
        let shape = component.units[unit]
        let table = component.allowances[shape.allowance].strict
        candidates.begin(
            lag: max(1, shape.minGap), table: table,
            states: component.periodStates[shape.periodStart..<(shape.periodStart + shape.periods)])
        for request in active { candidates.add(component.household(request)) }
        let obstacles = obstacles(unit, active, plan, table)
        let partners = linkPartners.near(active, plan)
        for option in shape.options {
            guard let household = active.firstIndex(of: Int(component.optionRequest[option])) else { continue }
            let day = component.optionDay[option]
            let period = component.optionPeriod[option]
            guard candidates.periodStates[Int(period)] >= 0 else { continue }
            var netValue = component.optionGain[option]
            if component.isFixed[option] {
                netValue += component.mustHave
            } else {
                guard plan.hasRoom(for: option),
                    obstacles.isEmpty || !obstacles.contains(where: { abs($0 - day) < Int32(shape.minGap) })
                else { continue }
                if let prices, scale > 0 {
                    netValue -= scale * prices.price(of: option, in: component)
                    netValue -= (1 - scale) * Double(plan.tripCost(of: option))
                } else {
                    netValue -= Double(plan.tripCost(of: option))
                }
            }
            netValue += LinkPartners.saving(partners, household, on: day)
            candidates.add(
                day: day, period: period, length: component.optionLength[option], household: Int32(household),
                netValue: netValue, option: Int32(option))
        }
    }

    /// Days of the unit's visits that stay; their periods begin with what these use up.
    private func obstacles(_ unit: Int, _ active: [Int], _ plan: WorkingPlan, _ table: Allowance.Table) -> [Int32] {
        guard component.units[unit].requests.count > active.count else { return [] }
        var days: [Int32] = []
        for option in plan.visits[unit] where !active.contains(Int(component.optionRequest[Int(option)])) {
            days.append(component.optionDay[Int(option)])
            let period = Int(component.optionPeriod[Int(option)])
            let state = Int(candidates.periodStates[period])
            guard state >= 0 else { continue }
            candidates.periodStates[period] =
                table.next[state * table.lengthCount + Int(component.optionLength[Int(option)])]
        }
        return days
    }
}

extension Component {
    /// What the path programs need to know of a request.
    func household(_ number: Int) -> Candidates.Household {
        let request = requests[number]
        return Candidates.Household(
            request: number, children: request.children, last: request.last, maxGap: request.maxGap, due: request.due,
            coverage: request.isDue ? Double(weights.covered * request.children) : 0)
    }
}
