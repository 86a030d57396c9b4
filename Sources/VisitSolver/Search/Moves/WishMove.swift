import VisitModel

/// A unit, and units that visit sessions which it could visit: room is made for one wish, wherever it is.
struct WishMove {
    let component: Component

    /// Up to `size` units; the first is the one that wishes.
    func units(_ size: Int, _ plan: WorkingPlan, _ random: inout SeededRandom) -> [Int] {
        let unit = component.unit(ofOption: Int.random(in: component.optionSession.indices, using: &random))
        var units = [unit]
        for _ in 0..<(3 * size) where units.count < size {
            let wish = Int.random(in: component.units[unit].options, using: &random)
            let options = component.options(of: Int(component.optionSession[wish]))
            let option = options[Int.random(in: options.indices, using: &random)]
            let other = component.unit(ofOption: Int(option))
            if !units.contains(other), plan.visits[other].contains(option) { units.append(other) }
        }
        return units
    }
}
