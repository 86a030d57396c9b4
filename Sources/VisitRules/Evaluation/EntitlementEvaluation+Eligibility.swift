import VisitModel

/// Whether this child may visit this prisoner at all.
extension EntitlementEvaluation {
    mutating func decideEligibility() {
        decideExclusions()
        decideRelation()
        decideConsent()
    }

    private mutating func decideExclusions() {
        for item in active(.eligibility) {
            guard case .exclusion = effect(of: item) else { continue }
            record(item)
            call(for: .ineligible)
        }
    }

    /// A relation is admitted where any rule admits it; where no rule mentions relations, all are.
    private mutating func decideRelation() {
        var speaking: [Active] = []
        var admitting: [Active] = []
        for item in active(.eligibility) {
            guard case .eligibility(let relations) = effect(of: item) else { continue }
            speaking.append(item)
            if relations.contains(contact.relation) { admitting.append(item) }
        }
        if speaking.isEmpty { return }
        if !admitting.isEmpty {
            for item in admitting { record(item) }
            return
        }
        let name = contact.relation.name
        for item in speaking {
            record(
                item,
                adding: BilingualText(
                    en: "The prisoner is the child's \(name.english): not one of them.",
                    zh: "服刑人员是该儿童的\(name.chinese)，不在此列。"))
        }
        call(for: .ineligible)
    }

    private mutating func decideConsent() {
        for item in active(.require) {
            guard case .consent = effect(of: item) else { continue }
            if contact.consents {
                record(item)
                continue
            }
            record(item, adding: BilingualText(en: "The prisoner does not want it.", zh: "服刑人员本人不愿会见。"))
            call(for: .ineligible)
        }
    }
}
