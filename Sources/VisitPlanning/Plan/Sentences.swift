import VisitModel

/// The reasons that a run gives, in plain words and without names.
enum Sentences {
    /// Why a bond has no visit.
    struct Reason {
        let code: Refusal.Code
        var facts: [Refusal.Fact] = []
        let sentence: BilingualText
        var wouldHelp: [BilingualText] = []

        func refusal(
            child: Identifier<Child>, prisoner: Identifier<Prisoner>, household: Identifier<Household>
        ) -> Refusal {
            Refusal(
                child: child, prisoner: prisoner, household: household, code: code, facts: facts, sentence: sentence,
                wouldHelp: wouldHelp)
        }
    }

    static let contactOnHold = Reason(
        code: .contactOnHold,
        sentence: BilingualText(
            en: "Contact is on hold until the decision about it is made.", zh: "是否会见尚待决定，目前暂停安排。"),
        wouldHelp: [
            BilingualText(
                en: "A decision about contact by whoever is responsible for it.", zh: "由负责人就是否会见作出决定。")
        ])

    /// - Parameter review: when the child is to be asked again, if somebody has set a day; it may be over.
    static func declinedByChild(review: Day?) -> Reason {
        let again = review.map {
            BilingualText(en: " Day for asking the child again: \($0).", zh: "再次询问孩子的日期：\($0)。")
        }
        return Reason(
            code: .declinedByChild, facts: review.map { [Refusal.Fact("review", "\($0)")] } ?? [],
            sentence: BilingualText(
                en: "The child does not want to visit at present, and that wish is respected.\(again?.english ?? "")",
                zh: "孩子目前不愿意会见，尊重孩子的意愿。\(again?.chinese ?? "")"),
            wouldHelp: [
                BilingualText(
                    en: """
                        Asking the child again from time to time, without pressure; a letter or a call may be welcome.
                        """,
                    zh: "不施加压力，过一段时间再问问孩子；写信或通电话也许可以接受。")
            ])
    }

    static let contactForbidden = Reason(
        code: .contactForbidden,
        sentence: BilingualText(
            en: "A court or authority has forbidden contact.", zh: "法院或主管部门禁止会见。"),
        wouldHelp: [
            BilingualText(en: "A new decision of that authority.", zh: "由作出决定的机关重新决定。")
        ])

    static let prisonerDeclines = Reason(
        code: .prisonerDeclines,
        sentence: BilingualText(
            en: "The parent in prison has not agreed to visits.", zh: "服刑的家长尚未同意会见。"),
        wouldHelp: [
            BilingualText(
                en: "A talk of the prison's staff with the parent about the children's wish to visit.",
                zh: "请监狱工作人员与该家长谈谈孩子想来会见的愿望。")
        ])

    static func released(_ day: Day) -> Reason {
        Reason(
            code: .released, facts: [Refusal.Fact("release", "\(day)")],
            sentence: BilingualText(
                en: "The parent is released on \(day), before the first visit could take place.",
                zh: "该家长将于 \(day) 释放，在可安排的会见之前。"))
    }

    static let noCompanion = Reason(
        code: .noCompanion,
        sentence: BilingualText(
            en: "There is no adult who can go along: no guardian accompanies, and no escort serves this household.",
            zh: "没有可以陪同的成年人：监护人不能陪同，也没有陪同人员负责这个家庭。"),
        wouldHelp: [
            BilingualText(
                en: "A guardian or relative who can accompany, or a charity's escort assigned to the household.",
                zh: "请一位能陪同的监护人或亲属，或为该家庭安排公益机构的陪同人员。")
        ])

    /// The reason that the rules give.
    static func notEntitled(_ entitlement: Entitlement?) -> Reason {
        let code: Refusal.Code
        let sentence: BilingualText
        switch entitlement?.decision {
        case .suspended:
            code = .suspended
            sentence = BilingualText(en: "Visits are suspended by a rule.", zh: "依规定，会见暂停。")
        case .deferred:
            code = .deferred
            sentence = BilingualText(
                en: "By a rule visits wait for now; a date is looked for afterwards.", zh: "依规定暂缓会见，期满后另行安排。")
        case .coResident:
            code = .coResident
            sentence = BilingualText(
                en: "The child lives with the parent, so no visit is needed.", zh: "孩子与家长同住，无需会见。")
        case .outOfPrison:
            code = .outOfPrison
            sentence = BilingualText(en: "The parent is not in prison at present.", zh: "该家长目前不在监狱内。")
        case .undetermined:
            code = .undetermined
            sentence = BilingualText(
                en: "The rules cannot decide this: something is missing that somebody has to supply first.",
                zh: "规则无法据此作出结论：须先补充所缺的内容。")
        case .ineligible, .allowed, .restricted, nil:
            code = .ineligible
            sentence = BilingualText(
                en: "The rules do not admit this child as a visitor.", zh: "依规定，该儿童不属于可会见的人员。")
        }
        var reason = Reason(code: code, sentence: sentence.and(entitlement?.decisiveStep))
        if let until = entitlement?.until {
            reason.facts.append(Refusal.Fact("until", "\(until)"))
            reason.wouldHelp.append(
                BilingualText(
                    en: "Planning again after \(until), when this ends.", zh: "该限制于 \(until) 结束，之后重新安排。"))
        }
        if let step = entitlement?.decisiveStep { reason.facts.append(Refusal.Fact("rule", step.rule)) }
        for missing in entitlement?.unquantified ?? [] where code == .undetermined && missing.isUnset {
            reason.facts.append(Refusal.Fact("parameter", missing.parameter))
        }
        return reason
    }

    /// The rules admit the child, but none of the adults who could go along.
    static func otherCompanion(_ entitlement: Entitlement?) -> Reason {
        var reason = Reason(
            code: .noCompanion,
            sentence: BilingualText(
                en: "The rules do not admit any of the adults who can go along.", zh: "依规定，可以陪同的成年人均不符合条件。"
            ).and(entitlement?.decisiveStep))
        if let step = entitlement?.decisiveStep { reason.facts.append(Refusal.Fact("rule", step.rule)) }
        let relations = entitlement?.escort.relations.map(\.name) ?? []
        if !relations.isEmpty {
            reason.wouldHelp.append(
                BilingualText(
                    en: "One of these as the adult: \(relations.map(\.english).joined(separator: ", ")).",
                    zh: "由以下成年人之一陪同：\(relations.map(\.chinese).joined(separator: "；"))。"))
        }
        return reason
    }

    static func notWithAdult(_ entitlement: Entitlement) -> BilingualText {
        BilingualText(
            en: "The rules do not admit the child in this adult's company.", zh: "依规定，孩子不能由此人陪同会见。"
        ).and(entitlement.decisiveStep)
    }

    static func noSession(prison: Identifier<Prison>, horizon: DayRange) -> Reason {
        Reason(
            code: .noSession, facts: [Refusal.Fact("prison", prison.text), Refusal.Fact("horizon", "\(horizon)")],
            sentence: BilingualText(
                en:
                    "The prison has no visiting session between \(horizon.first) and \(horizon.last) that this child may attend.",
                zh: "\(horizon.first) 至 \(horizon.last) 期间，监狱没有该儿童可以参加的会见场次。"),
            wouldHelp: [
                BilingualText(
                    en: "A session that can be booked in that time, of a form that the rules allow.",
                    zh: "在此期间增设可预约且规则允许的会见场次。")
            ])
    }

    static func awayOnSessions(prison: Identifier<Prison>, horizon: DayRange) -> Reason {
        Reason(
            code: .noSession, facts: [Refusal.Fact("prison", prison.text), Refusal.Fact("horizon", "\(horizon)")],
            sentence: BilingualText(
                en: "At every session that this child may attend, the child or the parent is absent.",
                zh: "该儿童可以参加的每个会见场次，孩子本人或服刑的家长都因故不能到场。"),
            wouldHelp: [
                BilingualText(
                    en: "A session on another day, or an absence that ends earlier.", zh: "另选日期增设会见场次，或提前结束不便日期。")
            ])
    }

    static let companionsAway = Reason(
        code: .noCompanion,
        sentence: BilingualText(
            en: "Every adult who could go along is absent, or banned as a visitor, on all days that are planned.",
            zh: "在计划期内，可以陪同的成年人均不便陪同，或被暂停会见资格。"),
        wouldHelp: [
            BilingualText(
                en: "Another guardian or relative who can accompany, or a charity's escort assigned to the household.",
                zh: "请另一位能陪同的监护人或亲属，或为该家庭安排公益机构的陪同人员。")
        ])

    static let noCompanionDay = Reason(
        code: .noCompanion,
        sentence: BilingualText(
            en: "No adult can go along on the days on which the prison opens its visiting room.",
            zh: "在监狱开放会见的日子里，没有成年人可以陪同。"),
        wouldHelp: [
            BilingualText(
                en: "An escort on one of those days, or a guardian who can take that day off.",
                zh: "安排一位陪同人员，或由监护人在开放日请假陪同。")
        ])

    /// The prison lets in too few at once for a child and an adult.
    static func tooFewVisitors(_ most: Int) -> Reason {
        Reason(
            code: .ineligible, facts: [Refusal.Fact("visitors", "\(most)")],
            sentence: BilingualText(
                en:
                    "The prison admits \(most == 1 ? "1 visitor" : "\(most) visitors") at once, so no child can come with an adult.",
                zh: "监狱每次最多允许 \(most) 人会见，孩子无法由成年人陪同前往。"),
            wouldHelp: [
                BilingualText(
                    en: "Asking the prison whether that number is right (max_visitors in prisons.csv).",
                    zh: "向监狱核实该人数（prisons.csv 中的 max_visitors）。")
            ])
    }
}

extension BilingualText {
    /// These words, and what the rule behind them says, cited.
    fileprivate func and(_ step: TraceStep?) -> BilingualText {
        guard let step else { return self }
        return BilingualText(
            en: "\(english) \(step.sentence.english) (\(step.citation.english))",
            zh: "\(chinese)\(step.sentence.chinese)（\(step.citation.chinese)）")
    }
}
