import VisitModel

/// Who must come along, with which papers, and how long ahead they ask.
extension EntitlementEvaluation {
    mutating func demandCompany() {
        var isRequired = false
        var hasRule = false
        var relations: [Guardian.Relation] = []
        for item in active(.require) {
            guard case .escort(let demand) = effect(of: item), let age = number(demand.belowAge, in: item) else {
                continue
            }
            hasRule = true
            guard applicability.childAge < age else {
                record(item, value: age, adding: Self.oldEnough(applicability.childAge))
                continue
            }
            isRequired = true
            let admitted = admittedRelations(by: demand)
            relations = relations.isEmpty ? admitted : narrowed(relations, by: admitted)
            guard let companion = contact.companion else {
                record(item, value: age)
                continue
            }
            if let unfitness = unfitness(of: companion, for: demand) {
                record(item, value: age, adding: unfitness.sentence)
                call(for: unfitness.isUnsettled ? .undetermined : .ineligible)
            } else {
                record(item, value: age)
            }
        }
        // Where no rule mentions it, a minor does not travel alone.
        let isAlone = hasRule ? isRequired : applicability.childAge < 18
        result.escort = Entitlement.EscortRule(isRequired: isAlone, relations: relations)
    }

    private static func oldEnough(_ age: Int) -> BilingualText {
        BilingualText(
            en: "On the day of the visit the child is \(age) and needs nobody.", zh: "会见当日该儿童 \(age) 岁，可自行前往。")
    }

    /// The relations to the child that `demand` admits, those among them that make somebody kin to the prisoner.
    private func admittedRelations(by demand: Effect.EscortDemand) -> [Guardian.Relation] {
        if demand.relations.isEmpty { return [] }
        return demand.relations
            + Guardian.Relation.allCases.filter { relation in
                !demand.relations.contains(relation)
                    && ContactCase.Kin(of: relation, to: contact.relation).map(demand.kin.contains) ?? false
            }
    }

    private func narrowed(_ a: [Guardian.Relation], by b: [Guardian.Relation]) -> [Guardian.Relation] {
        b.isEmpty ? a : a.filter(b.contains)
    }

    /// Why `companion` may not come along under `demand`, which makes this visit impossible, or must be asked about; nil
    /// where nothing is in the way.
    private func unfitness(
        of companion: ContactCase.Companion, for demand: Effect.EscortDemand
    ) -> (sentence: BilingualText, isUnsettled: Bool)? {
        if let age = companion.age, age < demand.adultAge {
            let sentence = BilingualText(
                en: "The person named is \(age), not an adult of \(demand.adultAge): another must come along.",
                zh: "所报陪同人 \(age) 岁，未满 \(demand.adultAge) 岁，须由其他成年人陪同。")
            return (sentence, false)
        }
        if demand.relations.isEmpty || companion.relation.map(demand.relations.contains) ?? false { return nil }
        if demand.admitsLegalGuardian, companion.isLegalGuardian { return nil }
        let kin = companion.kin(to: contact.relation)
        if let kin, demand.kin.contains(kin) { return nil }
        if kin == nil, let relation = companion.relation, demand.unsettled.contains(relation) {
            let sentence = BilingualText(
                en:
                    "Whether the person named, the child's \(relation.name.english), is of the prisoner's own immediate "
                    + "family is not on record: record whose sister or brother it is.",
                zh: "未登记所报陪同人（\(relation.name.chinese)）是否属于服刑人员本人的近亲属：请登记其为父方还是母方亲属。")
            return (sentence, true)
        }
        let sentence = BilingualText(
            en: "The person named is not one of those who may; with another adult the child can visit.",
            zh: "所报陪同人不在允许之列；由符合条件的其他成年人陪同即可会见。")
        return (sentence, false)
    }

    mutating func demandPapers() {
        for item in active(.require, .override) {
            switch effect(of: item) {
            case .documents(let papers):
                record(item)
                for paper in papers where !result.documents.contains(paper) {
                    result.documents.append(paper)
                    result.documentRules[paper] = rules[item.rule].id
                }
            case .notice(let amount):
                guard let days = number(amount, in: item) else { continue }
                record(item, value: days)
                if days > result.noticeDays ?? -1 { result.noticeRule = rules[item.rule].id }
                result.noticeDays = max(result.noticeDays ?? 0, days)
            case .override: record(item)
            default: break
            }
        }
    }
}
