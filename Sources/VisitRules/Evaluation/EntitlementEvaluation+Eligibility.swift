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
        var open: [Active] = []
        var unsettled: [Active] = []
        for item in active(.eligibility) {
            guard case .eligibility(let admission) = effect(of: item) else { continue }
            speaking.append(item)
            if admission.relations.contains(contact.relation) {
                admitting.append(item)
            } else if admission.isOpen {
                open.append(item)
            } else if admission.unsettled.contains(contact.relation) {
                unsettled.append(item)
            }
        }
        if speaking.isEmpty { return }
        let name = contact.relation.name
        if !admitting.isEmpty || !open.isEmpty {
            for item in admitting { record(item) }
            // One list that names the relation settles what an open one leaves to the prison.
            for item in open where admitting.isEmpty { record(item, adding: Self.mayBeLimited(name)) }
            return
        }
        if !unsettled.isEmpty {
            for item in unsettled { record(item, adding: Self.notSettled(name)) }
            return call(for: .undetermined)
        }
        for item in speaking {
            record(
                item,
                adding: BilingualText(
                    en: "The prisoner is the child's \(name.english): not one of them.",
                    zh: "服刑人员是该儿童的\(name.chinese)，不在此列。"))
        }
        call(for: .ineligible)
    }

    private static func mayBeLimited(_ relation: BilingualText) -> BilingualText {
        BilingualText(
            en:
                "The prisoner is the child's \(relation.english): a relative, but the prison may limit the circle: ask.",
            zh: "服刑人员是该儿童的\(relation.chinese)，属于亲属，但监狱可能限定会见人员范围，请先询问。")
    }

    private static func notSettled(_ relation: BilingualText) -> BilingualText {
        BilingualText(
            en: "The prisoner is the child's \(relation.english): the rule does not say whether that is enough: ask.",
            zh: "服刑人员是该儿童的\(relation.chinese)，规定未明确是否包括在内，请先询问。")
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
