import VisitModel

/// The answer in one word, and what it leaves of the rest.
extension EntitlementEvaluation {
    /// The gravest first: what a lesser one says no longer matters.
    private static let order: [Entitlement.Decision] = [
        .outOfPrison, .ineligible, .coResident, .suspended, .deferred, .undetermined, .restricted,
    ]

    mutating func conclude() {
        for decision in Self.order {
            let calling = verdicts.filter { $0.decision == decision }
            if calling.isEmpty { continue }
            result.decision = decision
            // Several of a kind hold until the last of them ends; one without an end has none.
            let ends = calling.map(\.until)
            result.decisiveStep = calling.compactMap(\.step).first.map { result.trace[$0] }
            result.until = ends.contains(nil) ? nil : ends.compactMap { $0 }.max()
            break
        }
        switch result.decision {
        case .allowed, .undetermined: addStay()
        case .restricted: narrow()
        case .suspended:
            result.modes = []
            result.extendedStay = nil
            result.visits = Entitlement.Quota(count: 0, period: result.visits?.period ?? .calendarMonth)
        case .deferred: result.modes = []
        case .ineligible, .coResident, .outOfPrison:
            result.modes = []
            result.visits = nil
            result.extendedStay = nil
        }
    }

    private mutating func addStay() {
        if result.extendedStay != nil { result.modes.append(.holidayStay) }
    }

    private mutating func narrow() {
        let means = restrictedMeans ?? []
        let kept = result.modes.filter(means.contains)
        result.modes = kept.isEmpty ? means : kept
        result.extendedStay = nil
        guard let visits = restrictedVisits else { return }
        let period = result.visits?.period ?? .calendarMonth
        result.visits = Entitlement.Quota(count: min(result.visits?.count ?? visits, visits), period: period)
    }
}
