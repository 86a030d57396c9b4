import VisitModel
import VisitPlanning
import VisitReports
import VisitStore

extension ReportDesk {
    /// Who has not been seen how long, with the way to each prison.
    func coverage() throws -> CoverageReport {
        let outlooks = try outlooks()
        let facts = BondFacts(try view.register())
        var distances: [CoverageReport.Way: Metres] = [:]
        for outlook in outlooks {
            let way = CoverageReport.Way(outlook.household.id, outlook.prisoner.prison)
            guard distances[way] == nil, let prison = facts.prisons[way.prison] else { continue }
            distances[way] = facts.distance(from: way.household, to: prison)
        }
        return CoverageReport(outlooks, distances: distances, today: today, language: language)
    }

    /// What would help the published plan most. Before the first plan nothing is known.
    func bottlenecks() throws -> BottlenecksReport {
        let register = try view.register()
        let plan = try lastPlan()
        let calendar = SessionCalendar(templates: register.templates, closures: register.closures)
        return BottlenecksReport(
            plan, sessions: register.prisons.flatMap { calendar.sessions(of: $0.id, within: plan.horizon) },
            prisons: register.prisons, pointsPerVisit: ProblemBuilder.pointsPerVisit, language: language)
    }

    /// What the published plan changed.
    func changes() throws -> ChangesReport {
        let plan = try lastPlan()
        let details = try view.visitDetails(.all, from: plan.today, keepCancelledSince: plan.today)
        return ChangesReport(plan, details: details, language: language)
    }

    /// The published plan, or an empty one where there is none yet.
    private func lastPlan() throws -> Plan {
        try view.plan()
            ?? Plan(
                today: today, horizon: DayRange(today, today), published: Instant(seconds: 0), fingerprint: "",
                visits: [], refusals: [], changes: [],
                certificate: Plan.Certificate(bound: 0, score: 0, coveredChildren: 0, dueChildren: 0))
    }

    /// What may be published about the bonds with prisoners who are still in custody.
    func statistics() throws -> PublicStatistics {
        let register = try view.register()
        let parameters = PlanningParameters(register.parameters)
        let facts = BondFacts(register)
        return PublicStatistics(
            register.bonds.compactMap { facts.statistics(of: $0, on: today) }, today: today,
            smallest: parameters.smallestCount, language: language)
    }

    /// What may be spent, and what journeys cost: from the first month that has either to the last.
    func budget() throws -> BudgetReport {
        let budgets = try view.register().budgets
        let visits = try view.visitDetails(.all, from: today.month.firstDay - 366, keepCancelledSince: today)
        var lines: [Month: BudgetReport.Line] = [:]
        for budget in budgets {
            lines[budget.month] = .init(month: budget.month, budget: budget.cents, held: 0, planned: 0, journeys: 0)
        }
        var seen: Set<SharedTrip> = []
        for visit in visits.map(\.visit) where visit.status.holdsTable {
            guard let trip = visit.trip, trip.shared.map({ seen.insert($0).inserted }) ?? true else { continue }
            let month = visit.date.month
            var line =
                lines[month] ?? .init(month: month, budget: nil, held: 0, planned: 0, journeys: 0)
            if visit.status.isContact { line.held += trip.cents } else { line.planned += trip.cents }
            line.journeys += 1
            lines[month] = line
        }
        return BudgetReport(
            lines.values.sorted { $0.month < $1.month }, today: today, currency: currency, language: language)
    }
}
