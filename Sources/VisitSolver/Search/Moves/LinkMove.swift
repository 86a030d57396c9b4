import VisitModel

/// The two units of a link, and some that compete with each other for a session: both parents in one journey.
struct LinkMove {
    let component: Component

    /// Whether there are links.
    var isPossible: Bool { !component.links.isEmpty }

    /// Up to `size` units; first those of the link, which may be one.
    func units(_ size: Int, _ plan: WorkingPlan, _ random: inout SeededRandom) -> [Int] {
        let link = component.links[Int.random(in: component.links.indices, using: &random)]
        var units = [component.requests[link.first].unit, component.requests[link.second].unit]
        if units[0] == units[1] { units.removeLast() }
        let competitors = SessionMove(component: component).units(size, plan, &random)
        return units + competitors.filter { !units.contains($0) }.prefix(max(0, size - 2))
    }
}
