import VisitModel

extension Entitlement.Decision {
    /// The answer as a sentence.
    var sentence: BilingualText {
        switch self {
        case .allowed: BilingualText(en: "Visits are allowed.", zh: "可以会见。")
        case .restricted: BilingualText(en: "Contact is allowed, by restricted means only.", zh: "可以会见，但只能采用受限的方式。")
        case .deferred: BilingualText(en: "Visits wait for now.", zh: "暂缓会见，期满后另行安排。")
        case .suspended: BilingualText(en: "Visits are suspended.", zh: "会见已被暂停。")
        case .ineligible: BilingualText(en: "The rules do not allow a visit.", zh: "按规定不能会见。")
        case .coResident:
            BilingualText(en: "The child lives with the prisoner; no visit is needed.", zh: "孩子与服刑人员同住，无须会见。")
        case .outOfPrison:
            BilingualText(en: "The prisoner is not in prison on that day.", zh: "当天服刑人员不在监狱。")
        case .undetermined:
            BilingualText(
                en: "This cannot be answered: law, a fact or a figure is missing, as the steps say.",
                zh: "无法得出结论：缺少规定、事实或数值，详见各步骤。")
        }
    }
}

extension TraceStep.Confidence {
    /// How sure we are of what the rule says.
    var name: BilingualText {
        switch self {
        case .verified: BilingualText(en: "verified in the instrument itself", zh: "已核对原文")
        case .verifiedSecondHand: BilingualText(en: "verified second-hand", zh: "据转述核对")
        case .known: BilingualText(en: "well known, not verified", zh: "公认，未核对原文")
        case .uncertain: BilingualText(en: "uncertain", zh: "不确定")
        }
    }
}

extension Phrases {
    /// A period after a number: "in a calendar month", "每个自然月".
    func per(_ period: Period) -> String {
        switch period {
        case .calendarMonth: choose("in a calendar month", "每个自然月")
        case .calendarYear: choose("in a calendar year", "每个自然年")
        case .days(let count, _): choose("in each period of \(days(count))", "每\(days(count))")
        case .trailing(let count): choose("in any \(days(count))", "任意\(days(count))内")
        }
    }
}
