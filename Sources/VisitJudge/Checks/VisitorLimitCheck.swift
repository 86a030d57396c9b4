import VisitModel

extension Check {
    /// No more persons come than may at one visit: as the prison says, otherwise the operator, otherwise the rules.
    static let visitorLimit = Check(.visitorsOver) { visit, world in
        guard visit.bringsPeople, let prison = visit.prison else { return [] }
        func flag(_ found: Int, _ limit: Int?, of counted: String? = nil) -> [VisitFlag] {
            guard let limit, found > limit else { return [] }
            let facts = [Refusal.Fact("found", "\(found)"), Refusal.Fact("allowed", "\(limit)")]
            return [visit.flag(.visitorsOver, "", facts + (counted.map { [Refusal.Fact("counted", $0)] } ?? []))]
        }
        let byOperator = world.figures.mostVisitors.first { prison.jurisdiction.isWithin($0.key) }?.value
        if let limit = prison.maxVisitors ?? byOperator { return flag(visit.persons, limit) }
        let limits = visit.answers.map(\.visitors)
        let uncounted = limits.map(\.uncountedBelowAge).min() ?? 0
        let small = visit.children.count { $0.age(on: visit.visit.date) < uncounted }
        return [
            flag(visit.persons - small, limits.compactMap(\.total).min()),
            flag(visit.visit.adults.count, limits.compactMap(\.adults).min(), of: "adults"),
            flag(visit.visit.children.count, limits.compactMap(\.children).min(), of: "children"),
        ].first { !$0.isEmpty } ?? []
    }
}
