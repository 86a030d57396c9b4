import VisitModel

/// The sentences that tell what a bond may have.
struct EntitlementSentences {
    let entitlement: Entitlement
    let phrases: Phrases

    private var language: Language { phrases.language }

    /// The answer in one sentence, with its end where it has one.
    var decision: String {
        let until = entitlement.until.map {
            phrases.choose("This holds until \(phrases.date($0)).", "有效至\(phrases.date($0))。")
        }
        return phrases.paragraph([entitlement.decision.sentence[language], until ?? ""])
    }

    /// What is granted, a line for each thing; nothing where there is no visit to mention.
    var grants: [String] {
        switch entitlement.decision {
        case .ineligible, .coResident, .outOfPrison: return []
        case .allowed, .restricted, .deferred, .suspended, .undetermined: break
        }
        return [often, long, together, modes, companions, papers, notice, stay].compactMap { $0 }
    }

    /// Why, where something stands in the way; otherwise how often and how long.
    var reason: String {
        switch entitlement.decision {
        case .allowed, .restricted:
            let told = phrases.paragraph([often, long].compactMap { $0 })
            if !told.isEmpty { return told }
            return phrases.choose("How often is for the prison to say.", "会见次数以监狱答复为准。")
        case .deferred, .suspended, .ineligible, .undetermined, .coResident, .outOfPrison:
            if let step = entitlement.decisiveStep { return phrases.sentence(step.sentence[language]) }
            let open = entitlement.unquantified.first(where: \.isUnset)
            return open.map { phrases.sentence($0.sentence[language]) }
                ?? phrases.choose("The steps below say why.", "原因见下列步骤。")
        }
    }

    /// What the family does next.
    var whatToDo: String {
        switch entitlement.decision {
        case .allowed, .restricted:
            let told = phrases.paragraph([notice, papers, companions].compactMap { $0 })
            return told.isEmpty ? phrases.choose("Ask the prison for a date.", "请向监狱预约会见日期。") : told
        case .deferred, .suspended:
            return phrases.choose(
                "Do not travel before that; ask the prison for a date afterwards.", "在此之前请勿前往；之后再向监狱预约。")
        case .undetermined:
            return phrases.choose(
                "Ask the prison, or supply what is missing, before anybody travels.", "出发前请先向监狱确认，或补充所缺的内容。")
        case .ineligible:
            return phrases.choose("Ask your caseworker what else is possible.", "请向个案工作者了解其他办法。")
        case .coResident, .outOfPrison:
            return phrases.choose("No prison visit is needed.", "无须到监狱会见。")
        }
    }

    private var often: String? {
        entitlement.visits.map { quota in
            let per = phrases.per(quota.period)
            return phrases.choose(
                "\(phrases.count(quota.count, "visit", "visits", "")) \(per).", "\(per)可会见\(quota.count)次。")
        }
    }

    private var long: String? {
        let visit = entitlement.minutesPerVisit.map {
            phrases.choose("Up to \(phrases.duration($0)) each.", "每次最长\(phrases.duration($0))。")
        }
        let period = entitlement.minutesPerPeriod.map { quota in
            let (time, per) = (phrases.duration(quota.minutes), phrases.per(quota.period))
            return phrases.choose("\(time) \(per).", "\(per)共\(time)。")
        }
        let both = phrases.paragraph([visit, period].compactMap { $0 })
        return both.isEmpty ? nil : both
    }

    private var together: String? {
        let limit = entitlement.visitors
        let parts = [
            limit.total.map { phrases.count($0, "visitor", "visitors", "人") },
            limit.adults.map { phrases.choose(phrases.count($0, "adult", "adults", ""), "成人\($0)人") },
            limit.children.map { phrases.choose(phrases.count($0, "child", "children", ""), "儿童\($0)人") },
        ].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        let limits = phrases.choose("At most \(parts.joined(separator: ", ")).", "每次最多\(parts.joined(separator: "，"))。")
        guard limit.total != nil, limit.uncountedBelowAge > 0 else { return limits }
        let age = limit.uncountedBelowAge
        return phrases.paragraph([
            limits, phrases.choose("Children under \(age) are not counted.", "未满\(age)岁的儿童不计入人数。"),
        ])
    }

    private var modes: String? {
        guard !entitlement.modes.isEmpty else { return nil }
        let names = phrases.list(entitlement.modes.map { $0.name[language] })
        return phrases.sentence(phrases.labelled(phrases.choose("Forms", "会见方式"), names))
    }

    private var companions: String? {
        guard entitlement.escort.isRequired else { return nil }
        let relations = entitlement.escort.relations.map { $0.name[language] }
        guard !relations.isEmpty else { return phrases.choose("An adult must come along.", "须有成年人陪同。") }
        return phrases.choose(
            "An adult must come along, who is: \(relations.joined(separator: ", ")).",
            "须有成年人陪同，可以是：\(relations.joined(separator: "、"))。")
    }

    private var papers: String? {
        guard !entitlement.documents.isEmpty else { return nil }
        let names = phrases.list(entitlement.documents.map { $0.name[language] })
        return phrases.sentence(phrases.labelled(phrases.choose("Papers", "所需证件"), names))
    }

    private var notice: String? {
        entitlement.noticeDays.map {
            phrases.choose("To be requested at least \(phrases.days($0)) ahead.", "至少提前\(phrases.days($0))申请。")
        }
    }

    private var stay: String? {
        entitlement.extendedStay.map { stay in
            let days = phrases.days(stay.days)
            let nights = stay.nights ? phrases.choose("with nights", "可过夜") : phrases.choose("without nights", "不过夜")
            return phrases.choose(
                "On holidays up to \(days) together, \(stay.hours) h a day, \(nights).",
                "节假日可共处\(days)，每天\(stay.hours)小时，\(nights)。")
        }
    }
}
