import VisitModel
import VisitRules
import VisitSolver
import VisitTravel

/// The nightly run, from top to bottom:
///
///     snapshot → entitlements per bond and date → sessions per prison → travel options → Problem → Solution
///     → judge → difference to the published plan → Plan
///
/// A run reads nothing but its snapshot and writes nothing; `Desk.plan` gives it the one and publishes the other.
struct PlanningRun {
    let snapshot: PlanningSnapshot
    let book: RuleBook
    let request: PlanRequest
    let parameters: PlanningParameters
    let travel: TravelParameters
    /// The visit accounts as they are on the day of the run.
    let accounts: LedgerSurvey
    let now: @Sendable () -> Instant
    let newIdentifier: @Sendable () -> String
    let progress: @Sendable (PlanProgress) -> Void
    let isCancelled: @Sendable () -> Bool

    /// The days that the plan covers.
    var horizon: DayRange {
        DayRange(from: request.from ?? request.today + 1, days: (request.weeks ?? parameters.weeks) * 7)
    }

    /// A digest of all that the plan is made from.
    var fingerprint: String {
        "data \(snapshot.dataRevision) · today \(request.today) · days \(horizon) · rules \(book.fingerprint)"
            + " · seed \(request.seed) · rounds \(request.iterations.map(String.init) ?? "unlimited")"
    }

    /// The published plan, where it was made from exactly this.
    var standingPlan: Plan? {
        snapshot.plan.flatMap { $0.fingerprint == fingerprint ? $0 : nil }
    }

    /// Makes the plan; with it, what had become impossible and was let go.
    ///
    /// - Throws: `DeskError.stopped` when cancelled, `DeskError.refusedByJudge` where the solver is at fault.
    func plan() throws -> (plan: Plan, warnings: [Finding]) {
        let register = snapshot.register
        let facts = BondFacts(register, protectChildContact: parameters.protectChildContact)

        progress(PlanProgress(.rules, 0.05))
        let formation = PartyFormation(
            bonds: register.bonds, facts: facts, book: book, today: request.today, horizon: horizon,
            threads: request.threads)
        try stopWhenCancelled()

        progress(PlanProgress(.journeys, 0.15))
        let planner = TravelPlanner(places: register.places, distances: register.distances, parameters: travel)
        let survey = OptionSurvey(
            prisons: register.prisons,
            calendar: SessionCalendar(templates: register.templates, closures: register.closures),
            journeys: JourneySurvey(finder: TripFinder(planner, timetables: snapshot.timetables)), facts: facts,
            parameters: parameters, today: request.today,
            horizon: horizon)
        var builder = ProblemBuilder(
            parties: formation.parties, survey: survey, facts: facts, register: register, published: snapshot.plan,
            parameters: parameters, today: request.today, horizon: horizon,
            orders: accounts.orderQuotas(over: horizon),
            cityReach: Metres(Int(travel[.urbanReach] * 1000)))
        let problem = try builder.problem()
        try stopWhenCancelled()

        progress(PlanProgress(.solving, 0.3))
        let prices = PlanPrices(problem)
        let solution = solve(problem, from: prices.known(from: snapshot.plan))
        try stopWhenCancelled()

        progress(PlanProgress(.judging, 0.9))
        guard solution.verdict.violations.isEmpty else {
            throw DeskError.refusedByJudge(
                solution.verdict.violations.map { $0.finding(in: problem, subject: "plan").sentence.english })
        }

        var plan = PlanBuilder(
            builder: builder, problem: problem, solution: solution, formation: formation, facts: facts,
            published: snapshot.plan, run: self
        ).plan()
        plan.prices = prices.prices(of: solution.bottlenecks)
        return (plan, problem.warnings)
    }

    private func solve(_ problem: Problem, from prices: [Bottleneck]) -> Solution {
        let begin = ContinuousClock.now
        let options = SolverOptions(
            seed: request.seed, iterations: request.iterations, timeLimit: request.timeLimit,
            threads: request.threads)
        let elapsed: @Sendable () -> Double = { (ContinuousClock.now - begin) / .seconds(1) }
        return Solver(problem, options: options, prices: prices, now: elapsed).solve(
            progress: { progress(PlanProgress(.solving, 0.3 + 0.6 * $0.fraction)) }, isCancelled: isCancelled)
    }

    private func stopWhenCancelled() throws {
        if isCancelled() { throw DeskError.stopped }
    }
}
