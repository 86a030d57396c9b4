import VisitModel

/// On what a prisoner's visits are counted.
package enum VisitTerms: Hashable, Sendable {
    /// On visit orders.
    case orders(Entitlement.VisitOrders)
    /// On a number per period; with how many of them make up for a deferral, and the rule.
    case period(Entitlement.Quota, madeUp: Int, rule: String)
    /// On a parameter that the operator has not set.
    case undetermined(parameter: String)

    /// The terms of an answer; nil where the rules give no number, or there is nobody to visit.
    package init?(_ entitlement: Entitlement) {
        switch entitlement.decision {
        case .ineligible, .coResident, .outOfPrison: return nil
        case .undetermined:
            guard let open = entitlement.unquantified.first(where: \.isUnset) else { return nil }
            self = .undetermined(parameter: open.parameter)
        case .allowed, .restricted, .deferred, .suspended:
            if let orders = entitlement.visitOrders {
                self = .orders(orders)
            } else if let quota = entitlement.visits {
                self = .period(quota, madeUp: entitlement.visitsMadeUp, rule: entitlement.visitsRule ?? "")
            } else {
                return nil
            }
        }
    }

    /// Both lists in one: where both speak of a day, the more generous holds.
    static func joined(
        _ a: [(days: DayRange, terms: VisitTerms)], _ b: [(days: DayRange, terms: VisitTerms)]
    ) -> [(days: DayRange, terms: VisitTerms)] {
        let starts = Set((a + b).flatMap { [$0.days.first, $0.days.last + 1] }).sorted()
        return zip(starts, starts.dropFirst()).compactMap { first, next in
            let here = (a + b).filter { $0.days.contains(first) }.map(\.terms)
            return here.max(by: { $0.generosity < $1.generosity }).map { (DayRange(first, next - 1), $0) }
        }
    }

    private var generosity: (Int, Int) {
        switch self {
        case .undetermined: (0, 0)
        case .period(let quota, _, _): (1, quota.count)
        case .orders(let orders): (2, orders.policy.amount)
        }
    }
}

/// Why a prisoner's account could not be computed.
package enum LedgerFault: Error, Hashable {
    /// The lines in the store do not fit each other.
    case damaged(Identifier<Prisoner>)
    /// A rule needs a figure that only the operator can set.
    case undetermined(Identifier<Prisoner>, parameter: String)
    /// Another process wrote to the account meanwhile.
    case overtaken(Identifier<Prisoner>)

    /// The fault, for the list of findings.
    package var finding: Finding {
        switch self {
        case .damaged(let id):
            Finding(
                .error, code: "ledger-damaged", subject: "prisoner \(id)",
                sentence: BilingualText(
                    en: "The lines of the visit account of \(id) do not fit each other; nothing was added to it.",
                    zh: "服刑人员 \(id) 的会见台账前后不符，未予续记。"),
                advice: BilingualText(
                    en: "Perhaps the file was changed by another program; restore a backup.",
                    zh: "文件可能被其他程序改动过，可从备份恢复。"))
        case .undetermined(let id, let parameter):
            Finding(
                .warning, code: "ledger-undetermined", subject: "prisoner \(id)",
                sentence: BilingualText(
                    en: "How many visits \(id) has depends on the parameter \(parameter), which is not set.",
                    zh: "服刑人员 \(id) 的会见次数取决于参数 \(parameter)，该参数尚未设定。"),
                advice: BilingualText(
                    en: "Perhaps ask the prison and set it in parameters.csv.", zh: "可向监狱了解后在 parameters.csv 中设定。"))
        case .overtaken(let id):
            Finding(
                .error, code: "ledger-overtaken", subject: "prisoner \(id)",
                sentence: BilingualText(
                    en: "Another process wrote to the visit account of \(id) meanwhile; nothing was added to it.",
                    zh: "其间另有进程写入了服刑人员 \(id) 的台账，未予续记。"),
                advice: BilingualText(en: "Perhaps try again.", zh: "可稍后重试。"))
        }
    }
}
