import VisitModel

/// Picks units that compete for the same thing, to be taken out together and put back in another order.
struct Neighbourhood {
    private let component: Component
    /// Options that some unit could have, of sessions and home days.
    private let homeDayOptions: [[Int32]]

    init(_ component: Component) {
        self.component = component
        var options = [[Int32]](repeating: [], count: component.homeDayTrips.count)
        for (option, pair) in component.optionPair.enumerated() where pair >= 0 {
            options[component.pairs[Int(pair)].homeDay].append(Int32(option))
        }
        homeDayOptions = options
    }

    /// Two to ten units, without repetition.
    func pick(_ plan: WorkingPlan, random: inout SeededRandom) -> [Int] {
        guard !component.optionSession.isEmpty else { return [] }
        let size = Int.random(in: 2...8, using: &random)
        // Links and escort homes are few beside the sessions; each has its turn where there are any.
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where !component.links.isEmpty: return link(size, plan, &random)
        case 1...2 where !homeDayOptions.isEmpty: return homeDay(size, &random)
        case 0...4: return session(size, plan, &random)
        default: return around(size, plan, &random)
        }
    }

    /// Units that visit a session, and units that could.
    private func session(_ size: Int, _ plan: WorkingPlan, _ random: inout SeededRandom) -> [Int] {
        let session = Int(component.optionSession[Int.random(in: component.optionSession.indices, using: &random)])
        return competitors(component.options(of: session), size, plan, &random)
    }

    /// A unit, and units that visit sessions which it could visit.
    private func around(_ size: Int, _ plan: WorkingPlan, _ random: inout SeededRandom) -> [Int] {
        let unit = unit(of: Int.random(in: component.optionSession.indices, using: &random))
        var units = [unit]
        for _ in 0..<(3 * size) where units.count < size {
            let wish = Int.random(in: component.units[unit].options, using: &random)
            let options = component.options(of: Int(component.optionSession[wish]))
            let option = options[Int.random(in: options.indices, using: &random)]
            let other = self.unit(of: Int(option))
            if !units.contains(other), plan.visits[other].contains(option) { units.append(other) }
        }
        return units
    }

    /// Units whose children could travel with one home's escorts on one day.
    private func homeDay(_ size: Int, _ random: inout SeededRandom) -> [Int] {
        let options = homeDayOptions[Int.random(in: homeDayOptions.indices, using: &random)]
        var units: [Int] = []
        for _ in 0..<(3 * size) where units.count < size {
            let unit = unit(of: Int(options[Int.random(in: options.indices, using: &random)]))
            if !units.contains(unit) { units.append(unit) }
        }
        return units
    }

    /// The two units of a link, and some that compete with one of them.
    private func link(_ size: Int, _ plan: WorkingPlan, _ random: inout SeededRandom) -> [Int] {
        let link = component.links[Int.random(in: component.links.indices, using: &random)]
        var units = [component.requests[link.first].unit, component.requests[link.second].unit]
        if units[0] == units[1] { units.removeLast() }
        return units + session(size, plan, &random).filter { !units.contains($0) }.prefix(max(0, size - 2))
    }

    private func competitors(
        _ options: ArraySlice<Int32>, _ size: Int, _ plan: WorkingPlan, _ random: inout SeededRandom
    ) -> [Int] {
        var (visitors, others): ([Int], [Int]) = ([], [])
        for _ in 0..<(4 * size) where visitors.count + others.count < size {
            let option = options[Int.random(in: options.indices, using: &random)]
            let unit = unit(of: Int(option))
            guard !visitors.contains(unit), !others.contains(unit) else { continue }
            if plan.visits[unit].contains(option) {
                visitors.append(unit)
            } else if others.count < (size + 1) / 2 {
                others.append(unit)
            }
        }
        return visitors + others
    }

    private func unit(of option: Int) -> Int { component.requests[Int(component.optionRequest[option])].unit }
}
