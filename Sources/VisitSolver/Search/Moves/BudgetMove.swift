import VisitModel

/// Units whose visits a month's budget pays for, and units for which it could: the money goes where it serves best.
struct BudgetMove {
    private let component: Component
    /// Options that each budget pays for, where it does for any.
    private let options: [[Int32]]

    init(_ component: Component) {
        self.component = component
        var options = [[Int32]](repeating: [], count: component.budgets.count)
        for (option, budget) in component.optionBudget.enumerated() where budget >= 0 {
            options[Int(budget)].append(Int32(option))
        }
        self.options = options.filter { !$0.isEmpty }
    }

    /// Whether money can be short.
    var isPossible: Bool { !options.isEmpty }

    /// Up to `size` units, at most half of them without a visit that the budget pays for.
    func units(_ size: Int, _ plan: WorkingPlan, _ random: inout SeededRandom) -> [Int] {
        let options = options[Int.random(in: options.indices, using: &random)]
        let budget = component.optionBudget[Int(options[0])]
        var (payers, others): ([Int], [Int]) = ([], [])
        for _ in 0..<(4 * size) where payers.count + others.count < size {
            let unit = component.unit(ofOption: Int(options[Int.random(in: options.indices, using: &random)]))
            guard !payers.contains(unit), !others.contains(unit) else { continue }
            if plan.visits[unit].contains(where: { component.optionBudget[Int($0)] == budget }) {
                payers.append(unit)
            } else if others.count < (size + 1) / 2 {
                others.append(unit)
            }
        }
        return payers + others
    }
}
