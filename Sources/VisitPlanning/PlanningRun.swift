import VisitModel
import VisitRules
import VisitSolver
import VisitTravel

/// Makes a plan, from top to bottom:
///
///     snapshot → entitlements per bond and date → sessions per prison → travel options → Problem → Solution
///     → repair → judge → difference to the published plan → Plan
/// It reads nothing but its input and writes nothing: no store, no file, no clock.
///
/// `VisitApplication/Night/NightlyRun.swift` calls it and publishes the plan.
package struct PlanningRun: Sendable {
    private let input: PlanningInput
    private let control: RunControl
    private let parameters: PlanningParameters

    package init(_ input: PlanningInput, control: RunControl = RunControl()) {
        self.input = input
        self.control = control
        parameters = PlanningParameters(input.snapshot.register.parameters)
    }

    private var request: PlanRequest { input.request }
    private var snapshot: PlanningSnapshot { input.snapshot }

    /// The days that the plan covers.
    package var horizon: DayRange {
        parameters.horizon(from: request.from ?? request.today + 1, weeks: request.weeks)
    }

    /// A digest of all that the plan is made from.
    package var fingerprint: String {
        "data \(snapshot.dataRevision) · today \(request.today) · days \(horizon) · rules \(input.book.fingerprint)"
            + " · seed \(request.seed) · rounds \(request.iterations.map(String.init) ?? "unlimited")"
    }

    /// The published plan, where it was made from exactly this.
    package var planInForce: Plan? {
        snapshot.plan.flatMap { $0.fingerprint == fingerprint ? $0 : nil }
    }

    /// Makes the plan; with it, what had become impossible and was let go.
    ///
    /// - Throws: `PlanningError.stopped` when cancelled, `PlanningError.brokenPlan` where the solver is at fault.
    package func plan() throws -> (plan: Plan, warnings: [Finding]) {
        let register = snapshot.register
        let facts = RegisterIndex(register, notHolding: input.notHolding)
        let travel = TravelParameters(register.parameters)
        let context = PlanningContext(
            register, facts, today: request.today, horizon: horizon, published: snapshot.plan,
            unsettled: snapshot.unsettled(before: request.today), orders: input.accounts.orderQuotas(over: horizon),
            cityReach: Metres(Int(travel[.urbanReach] * 1000)))

        control.progress(PlanProgress(.rules, 0.05))
        let formation = PartyFormation(
            bonds: register.bonds, facts: facts, book: input.book, horizon: horizon,
            threads: request.threads)
        try stopWhenCancelled()

        control.progress(PlanProgress(.journeys, 0.15))
        let planner = TravelPlanner(places: register.places, distances: register.distances, parameters: travel)
        let survey = OptionSurvey(
            context, prisons: register.prisons,
            calendar: SessionCalendar(templates: register.templates, closures: register.closures),
            journeys: JourneySurvey(finder: TripFinder(planner, timetables: snapshot.timetables)))
        var builder = ProblemBuilder(context, parties: formation.parties, survey: survey)
        let problem = try builder.problem()
        try stopWhenCancelled()

        control.progress(PlanProgress(.solving, 0.3))
        let prices = PlanPrices(problem)
        let solution = solve(problem, from: prices.known(from: snapshot.plan))
        try stopWhenCancelled()

        control.progress(PlanProgress(.judging, 0.9))
        let repair = PlanRepair(builder, problem, solution)
        let (held, repaired) = repair.repairer.repaired()
        guard repaired.verdict.violations.isEmpty else {
            throw PlanningError.brokenPlan(
                repaired.verdict.violations.map { $0.finding(in: held, subject: "plan").sentence.english })
        }

        let heading = PlanBuilder.Heading(
            today: request.today, horizon: horizon, stamp: input.stamp, fingerprint: fingerprint)
        var plan = PlanBuilder(repair, held, repaired, heading: heading, identifiers: input.identifiers)
            .plan(refusals: formation.refusals)
        plan.prices = prices.prices(of: repaired.bottlenecks)
        return (plan, held.warnings)
    }

    private func solve(_ problem: Problem, from prices: [Bottleneck]) -> Solution {
        let begun = control.elapsed()
        let options = SolverOptions(
            seed: request.seed, iterations: request.iterations, timeLimit: request.timeLimit,
            threads: request.threads)
        return Solver(problem, options: options, prices: prices, now: { [control] in control.elapsed() - begun }).solve(
            progress: { [control] in control.progress(PlanProgress(.solving, 0.3 + 0.6 * $0.fraction)) },
            isCancelled: control.isCancelled)
    }

    private func stopWhenCancelled() throws {
        if control.isCancelled() { throw PlanningError.stopped }
    }
}
