/// Looks for the prices with the lowest bound: the volume algorithm (Barahona & Anbil 2000).
///
/// From the best prices known it steps along a moving average of what was bought too much or too little; the average
/// is close to what a fractional plan would take. Every step gives a valid bound, so it may stop at any of them.
struct VolumeAlgorithm {
    private let relaxation: Relaxation
    private let component: Component
    /// The best prices found, and their bound.
    private(set) var prices: ShadowPrices
    private(set) var bound: Double
    /// The part of the bound that falls to each prison.
    private(set) var prisonParts: [Double]
    private(set) var sweeps = 0
    private var average: [Double]
    private var rate: Double
    private var stalls = 0
    private var restarts = 0
    private var restartRate = 0.1
    private var boundAtRestart = Double.infinity
    /// Whether steps have become too small to matter, also after beginning again.
    private(set) var isSettled = false
    /// Cents that count like one table, so that one step fits all prices.
    private let cents: Double

    /// - Parameters:
    ///   - known: prices of an earlier run, to begin with.
    ///   - guesses: where none are known, prices that may be better to begin with than that nothing is scarce: where a
    ///     whole month of sessions decides about coverage, it takes very many steps to make all of them that dear.
    init(
        _ component: Component, penalties: PenaltyTables, known: ShadowPrices? = nil, guesses: [ShadowPrices] = [],
        threads: Int = 1
    ) {
        self.component = component
        relaxation = Relaxation(component, penalties: penalties, threads: threads)
        let spent = component.optionMoney.lazy.filter { $0 > 0 }
        let sum = spent.reduce(0.0) { $0 + Double($1) }
        cents = sum > 0 ? max(1, sum / Double(spent.reduce(0) { count, _ in count + 1 })) : 1
        // Known prices are near the best ones: a long step would lead away from them.
        rate = known == nil ? 0.3 : 0.1
        prices = known ?? ShadowPrices(component)
        bound = relaxation.evaluate(prices)
        if known == nil {
            for guess in guesses {
                let value = relaxation.evaluate(guess)
                if value < bound { (bound, prices) = (value, guess) }
            }
            bound = relaxation.evaluate(prices)
        }
        prisonParts = relaxation.prisonParts
        average = []
        average = excess()
    }

    /// Long steps from a poor start can end where short steps no longer improve anything: then the search begins again
    /// from the best prices, in their own direction, as long as that helps; where it does not, with shorter steps.
    private mutating func beginAgain(score: Double) {
        if boundAtRestart - bound <= 1e-3 * max(1, bound - score) { restartRate *= 0.1 }
        guard restarts < Self.mostRestarts, restartRate >= Self.leastRestartRate else {
            isSettled = true
            return
        }
        restarts += 1
        boundAtRestart = bound
        rate = restartRate
        _ = relaxation.evaluate(prices)
        average = excess()
    }

    private static let mostRestarts = 12
    private static let leastRestartRate = 1e-4

    /// A visit of a shared quota can decide about a covered child, so its price must be able to rise faster.
    private static let quotaUnit = 0.03

    /// One step. `score` is that of the best plan known.
    mutating func step(score: Double) {
        sweeps += 1
        let trial = moved(score: score)
        let value = relaxation.evaluate(trial)
        let excess = excess()
        let share = share(of: excess)
        for i in average.indices { average[i] += share * (excess[i] - average[i]) }
        if value < bound {
            if bound - value > 1e-4 * max(1, bound - score) {
                stalls = 0
                rate = min(1.9, rate * 1.1)
            }
            (bound, prices, prisonParts) = (value, trial, relaxation.prisonParts)
        } else {
            stalls += 1
            if stalls >= 3 {
                stalls = 0
                rate *= 0.66
                if rate < 1e-2 * restartRate { beginAgain(score: score) }
            }
        }
    }

    /// The part that the newest step has in the average. Once the search has begun again it is the one that leaves least
    /// bought too much or too little, within limits (Barahona & Anbil 2000, section 2): where many sessions must become
    /// dearer together, single steps only send everybody from one to the next, and their mean alone points the way.
    private func share(of excess: [Double]) -> Double {
        guard restarts > 0 else { return Self.mostShare }
        var (along, apart) = (0.0, 0.0)
        for (mean, newest) in zip(average, excess) {
            along += mean * (mean - newest)
            apart += (mean - newest) * (mean - newest)
        }
        return apart > 0 ? min(Self.mostShare, max(Self.mostShare / 10, along / apart)) : Self.mostShare
    }

    private static let mostShare = 0.1

    /// What the last evaluation bought beyond the supply, in units of one table.
    private func excess() -> [Double] {
        var excess: [Double] = []
        excess.reserveCapacity(average.count)
        for (number, session) in component.sessions.enumerated() {
            excess.append(relaxation.taken.tables[number] - Double(session.tables))
        }
        for (number, session) in component.sessions.enumerated() {
            excess.append(session.seats == .max ? 0 : relaxation.taken.seats[number] - Double(session.seats))
        }
        for (number, budget) in component.budgets.enumerated() {
            excess.append((relaxation.taken.money[number] - Double(budget)) / cents)
        }
        for (day, trips) in component.homeDayTrips.enumerated() {
            excess.append(relaxation.taken.trips[day] - Double(trips))
        }
        for (period, room) in component.periodRoom.enumerated() {
            excess.append((relaxation.taken.quotas[period] - Double(room)) / Self.quotaUnit)
        }
        return excess
    }

    private func moved(score: Double) -> ShadowPrices {
        var trial = prices
        var norm = 0.0
        forEachPrice(&trial) { price, i, _ in
            // A price at zero cannot fall.
            if price > 0 || average[i] > 0 { norm += average[i] * average[i] }
        }
        guard norm > 0 else { return trial }
        let step = rate * max(bound - score, 1e-3 * abs(bound)) / norm
        forEachPrice(&trial) { price, i, unit in
            price = min(component.mustHave / 8, max(0, price + step * average[i] / unit))
        }
        return trial
    }

    /// Visits every price with its place in `average` and the unit in which its excess is measured.
    private func forEachPrice(_ prices: inout ShadowPrices, _ body: (inout Double, Int, Double) -> Void) {
        var i = 0
        func visit(_ list: inout [Double], _ unit: Double) {
            for position in list.indices {
                body(&list[position], i, unit)
                i += 1
            }
        }
        visit(&prices.tables, 1)
        visit(&prices.seats, 1)
        visit(&prices.money, cents)
        visit(&prices.trips, 1)
        visit(&prices.quotas, Self.quotaUnit)
    }
}
