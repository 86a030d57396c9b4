import VisitModel
import VisitPlanning
import VisitReports
import VisitStore

extension ReportDesk {
    /// The time since each bond's last visit, with the distance to the prison.
    func coverage() throws -> CoverageReport {
        let outlooks = try outlooks()
        let facts = RegisterIndex(try view.register())
        var distances: [CoverageReport.OriginDestination: Metres] = [:]
        for outlook in outlooks {
            let way = CoverageReport.OriginDestination(outlook.household.id, outlook.prisoner.prison)
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
            prisons: register.prisons, pointsPerVisit: ProblemBuilder.pointsPerVisit, currency: currency,
            language: language)
    }

    /// What the published plan changed.
    func changes() throws -> ChangesReport {
        let plan = try lastPlan()
        let details = try view.visitDetails(.all, from: plan.today, keepCancelledSince: plan.today)
        let register = try view.register()
        let names: [(Visit.Companion, String)] =
            register.guardians.map { (.guardian($0.id), $0.name) } + register.escorts.map { (.escort($0.id), $0.name) }
        return ChangesReport(
            plan, details: details, adults: Dictionary(names) { first, _ in first }, language: language)
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
        let facts = RegisterIndex(register)
        return PublicStatistics(
            register.bonds.compactMap { facts.statistics(of: $0, on: today) }, today: today,
            smallest: parameters.smallestCount, language: language)
    }

    /// What may be spent, and what journeys cost, really where that is written down: each month that has either, by whose
    /// money it is.
    func budget() throws -> BudgetReport {
        let register = try view.register()
        let payers = Payers(register)
        let written = Dictionary(grouping: register.costs, by: \.visit)
            .mapValues { $0.reduce(Cents.zero) { $0 + $1.cents } }
        let first = today.month.firstDay - 366
        let visits = try view.visitDetails(.all, from: first, keepCancelledSince: first).map(\.visit)
        var lines: [BudgetReport.Purse: BudgetReport.Line] = [:]
        for budget in register.budgets {
            let purse = BudgetReport.Purse(organisation: budget.organisation, month: budget.month)
            lines[purse] = .init(purse, budget: budget.cents)
        }
        for journey in Self.journeys(
            visits.filter { $0.trip != nil && $0.status.needsMoney || written[$0.id] != nil }
        ) {
            let first = journey[0]
            let purse = BudgetReport.Purse(organisation: payers.payer(of: first), month: first.date.month)
            let spent = journey.compactMap { written[$0.id] }
            let money = spent.isEmpty ? first.trip?.cents ?? .zero : spent.reduce(.zero, +)
            var line = lines[purse] ?? .init(purse, budget: nil)
            if first.status.isAhead { line.planned += money } else { line.held += money }
            line.journeys += 1
            lines[purse] = line
        }
        return BudgetReport(
            lines.values.sorted { $0.purse < $1.purse }, today: today, currency: currency, language: language,
            organisations: register.organisations)
    }

    /// The visits of each journey, the first of which comes first.
    private static func journeys(_ visits: [Visit]) -> [[Visit]] {
        var journeys: [[Visit]] = []
        var known: [SharedTrip: Int] = [:]
        for visit in visits {
            guard let shared = visit.trip?.shared else {
                journeys.append([visit])
                continue
            }
            if let number = known[shared] {
                journeys[number].append(visit)
            } else {
                known[shared] = journeys.count
                journeys.append([visit])
            }
        }
        return journeys
    }
}
