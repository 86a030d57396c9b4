import VisitModel

extension Plan {
    /// The visits that the plan holds, without those that are cancelled or were missed.
    var visitsAhead: [Visit] { visits.filter(\.status.holdsTable) }

    /// How many bonds were refused for each reason: the most frequent first, equal ones in the order of the codes.
    var refusalCounts: [(code: Refusal.Code, count: Int)] { Refusal.counts(refusals) }
}

extension Refusal {
    /// How many of `refusals` there are of each code: the most frequent first, equal ones in the order of the codes.
    static func counts(_ refusals: [Refusal]) -> [(code: Code, count: Int)] {
        let counted = Code.allCases.map { code in (code: code, count: refusals.count { $0.code == code }) }
        return counted.filter { $0.count > 0 }.enumerated()
            .sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
            .map(\.element)
    }
}
