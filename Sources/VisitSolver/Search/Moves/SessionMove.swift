import VisitModel

/// Units that visit a session, and units that could: its tables go to whom they serve best.
struct SessionMove {
    let component: Component

    /// Up to `size` units, at most half of them without a visit in the session.
    func units(_ size: Int, _ plan: WorkingPlan, _ random: inout SeededRandom) -> [Int] {
        let session = Int(component.optionSession[Int.random(in: component.optionSession.indices, using: &random)])
        let options = component.options(of: session)
        var (visitors, others): ([Int], [Int]) = ([], [])
        for _ in 0..<(4 * size) where visitors.count + others.count < size {
            let option = options[Int.random(in: options.indices, using: &random)]
            let unit = component.unit(ofOption: Int(option))
            guard !visitors.contains(unit), !others.contains(unit) else { continue }
            if plan.visits[unit].contains(option) {
                visitors.append(unit)
            } else if others.count < (size + 1) / 2 {
                others.append(unit)
            }
        }
        return visitors + others
    }
}
