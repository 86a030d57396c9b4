import VisitModel

extension Check {
    /// The journeys of a month, held and ahead, each paid once, are within the budget of who pays for them. What was
    /// really spent counts instead of the estimate where somebody has written it down.
    static let budget = Check(.budgetOver, of: .purse) { visits, world in
        guard let first = visits.first else { return [] }
        let purse = world.purse(of: first)
        guard let budget = world.budgets[purse] else { return [] }
        let journeys = Dictionary(grouping: visits, by: \.journey).values.map { visits in
            visits.sorted { $1.yields(to: $0) }
        }
        let costs = journeys.map { world.cents(of: $0) }
        let spent = costs.reduce(0, +)
        guard spent > budget.count else { return [] }
        var room = budget.count
        var flags: [VisitFlag] = []
        for (journey, cents) in zip(journeys, costs).sorted(by: { $1.0[0].yields(to: $0.0[0]) }) {
            if cents <= room {
                room -= cents
                continue
            }
            let facts: [Refusal.Fact] = [
                Refusal.Fact("month", "\(purse.month)"), Refusal.Fact("cents", "\(spent)"),
                Refusal.Fact("allowed", "\(budget.count)"), Refusal.Fact("currency", world.figures.currency),
            ]
            let subject = purse.organisation.map { "organisation \($0)" } ?? ""
            flags += journey.filter(\.isAhead).map { $0.flag(.budgetOver, subject, facts) }
        }
        return flags
    }
}

extension JudgedWorld {
    /// From which purse each journey is paid that costs money: that of its first visit.
    func purses(of visits: [JudgedVisit]) -> [JudgedVisit.JourneyKey: Purse] {
        guard !budgets.isEmpty else { return [:] }
        var purses: [JudgedVisit.JourneyKey: Purse] = [:]
        for visit in visits where purses[visit.journey] == nil && isPaid(visit) {
            purses[visit.journey] = purse(of: visit)
        }
        return purses
    }

    /// Whose money of which month pays for the journey whose first visit this is: of the escort's organisation, where
    /// an escort goes along, otherwise of the household's. Where no budget names an organisation all money is the
    /// operator's.
    func purse(of visit: JudgedVisit) -> Purse {
        let month = visit.visit.date.month
        guard hasSharedBudgets else { return Purse(nil, month) }
        for case .escort(let escort) in visit.adults {
            return Purse(households[escort.home]?.organisation, month)
        }
        return Purse(visit.household?.organisation, month)
    }

    /// Whether money is, or was, needed for it.
    func isPaid(_ visit: JudgedVisit) -> Bool {
        visit.visit.status.needsMoney || costs[visit.visit.id] != nil
    }

    /// What the journey of these visits costs: what was spent, where that is on record, otherwise its estimate.
    fileprivate func cents(of journey: [JudgedVisit]) -> Int {
        let real = journey.flatMap { costs[$0.visit.id, default: []] }
        if !real.isEmpty { return real.reduce(0) { $0 + $1.cents.count } }
        return journey.compactMap { $0.visit.trip?.cents.count }.max() ?? 0
    }
}
