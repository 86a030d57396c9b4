import VisitModel
import VisitRules
import VisitSolver

/// How often one prisoner may be visited in each period of the horizon, from what the rules say of all parties.
///
/// The solver knows one quota per prisoner. Where the periods differ, the largest is the quota and the others count as
/// partly used.
struct PrisonerQuota {
    let quota: Problem.Quota
    let used: [Problem.UsedVisits]

    /// Of a prisoner with visit orders: what is held and issued counts.
    ///
    /// - Parameters:
    ///   - agreed: the dates of agreed visits that are part of the problem. They have taken their orders already.
    ///   - asked: the dates of visits that are asked for and no part of the problem. They will take theirs.
    init(orders: OrderQuota, agreed: [Day], asked: [Day] = [], horizon: DayRange) {
        let stretches = orders.stretches.map { stretch in
            let (more, fewer) = (agreed.count(where: stretch.days.contains), asked.count(where: stretch.days.contains))
            return (days: stretch.days, visits: max(0, stretch.visits + more - fewer))
        }
        let most = stretches.map(\.visits).max() ?? 0
        quota = Problem.Quota(visits: most, minutes: nil, period: orders.period)
        used = stretches.compactMap { stretch in
            let closed = most - stretch.visits
            return closed > 0 ? Problem.UsedVisits(day: max(stretch.days.first, horizon.first), visits: closed) : nil
        }
    }

    /// Of a prisoner without visit orders: what the rules give in each period counts.
    ///
    /// - Parameters:
    ///   - parties: all parties that visit the prisoner. Not empty.
    ///   - past: the dates of visits that count towards the periods and are not part of the problem.
    ///   - sessionMinutes: the length of the prison's shortest session.
    init(
        parties: [Party], past: [Day], horizon: DayRange, sessionMinutes: Minutes, parameters: PlanningParameters
    ) {
        let spans = parties.flatMap { $0.answers.flatMap(\.spans) }.filter { $0.entitlement.permitsVisit }
        let allowances = spans.map {
            (days: $0.days, allowance: Self.allowance($0.entitlement, sessionMinutes, parameters))
        }
        let period = allowances.first?.allowance.period ?? .calendarMonth
        var most = 0
        var counts: [(period: DayRange, visits: Int)] = []
        var day = horizon.first
        while day <= horizon.last {
            let days = period.days(around: day)
            let visits = allowances.filter { $0.days.overlaps(days) }.map(\.allowance.visits).max() ?? 0
            counts.append((days, visits))
            most = max(most, visits)
            day = days.last + 1
        }
        quota = Problem.Quota(
            visits: most, minutes: allowances.compactMap(\.allowance.minutes).min(), period: period)
        used = counts.compactMap { count in
            let spent = past.count { count.period.contains($0) } + most - count.visits
            return spent > 0 ? Problem.UsedVisits(day: max(count.period.first, horizon.first), visits: spent) : nil
        }
    }

    /// Visits and minutes per period. Minutes that a rule guarantees without naming a number of visits become as many
    /// visits as fit into them.
    private static func allowance(
        _ entitlement: Entitlement, _ sessionMinutes: Minutes, _ parameters: PlanningParameters
    ) -> (visits: Int, minutes: Int?, period: Period) {
        if let quota = entitlement.visits { return (quota.count, nil, quota.period) }
        if let span = entitlement.minutesPerPeriod {
            let each = max(1, min(entitlement.minutesPerVisit ?? sessionMinutes, sessionMinutes).count)
            return (max(1, span.minutes.count / each), max(span.minutes.count, each), span.period)
        }
        return (parameters.visitsPerMonth, nil, .calendarMonth)
    }
}
