import VisitModel
import VisitRules

/// How many visits a prisoner with visit orders can have in each stretch between two issues.
///
/// The solver counts visits per period and carries nothing over. The orders that are held are therefore spread evenly
/// over the horizon, on top of what each issue brings; the account is run ahead with that use, so that no stretch is
/// given more than would be there.
struct OrderQuota {
    /// The stretches, each with the visits it can have.
    let stretches: [(days: DayRange, visits: Int)]
    /// The counting period of the stretches.
    let period: Period

    init(account: VisitAccount, policy: VisitOrderPolicy, horizon: DayRange) {
        let anchor = account.lastVisitOrder ?? horizon.first
        period = .days(policy.every, anchor: anchor)
        var ranges: [DayRange] = []
        var day = horizon.first
        while day <= horizon.last {
            let range = period.days(around: day)
            ranges.append(range)
            day = range.last + 1
        }
        var ahead = account
        let spread = (account.balance.visitsOpen + ranges.count - 1) / max(1, ranges.count)
        stretches = ranges.enumerated().map { number, range in
            for night in DayRange(max(range.first, horizon.first), range.last) {
                ahead.night(of: night, under: policy)
            }
            let visits = min(ahead.balance.visitsOpen, policy.amount + spread)
            for visit in 0..<visits { ahead.book(Identifier("ahead-\(number)-\(visit)"), on: range.last) }
            return (range, visits)
        }
    }
}
