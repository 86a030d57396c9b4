import VisitModel

/// Units whose children could travel with one home's escorts on one day: trips fill up, or are saved.
struct EscortDayMove {
    private let component: Component
    /// Options of each home day that has any.
    private let options: [[Int32]]

    init(_ component: Component) {
        self.component = component
        var options = [[Int32]](repeating: [], count: component.homeDayTrips.count)
        for (option, pair) in component.optionPair.enumerated() where pair >= 0 {
            options[component.pairs[Int(pair)].homeDay].append(Int32(option))
        }
        self.options = options.filter { !$0.isEmpty }
    }

    /// Whether anybody needs an escort.
    var isPossible: Bool { !options.isEmpty }

    /// Up to `size` units.
    func units(_ size: Int, _ random: inout SeededRandom) -> [Int] {
        let options = options[Int.random(in: options.indices, using: &random)]
        var units: [Int] = []
        for _ in 0..<(3 * size) where units.count < size {
            let unit = component.unit(ofOption: Int(options[Int.random(in: options.indices, using: &random)]))
            if !units.contains(unit) { units.append(unit) }
        }
        return units
    }
}
