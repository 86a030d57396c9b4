import VisitModel
import VisitSolver

/// The only way back from the solver's integers to the trade's words.
struct PlanBuilder {
    /// What the plan says of itself.
    struct Heading {
        let today: Day
        let horizon: DayRange
        let stamp: Instant
        let fingerprint: String
    }

    private var builder: ProblemBuilder
    private let problem: Problem
    private let solution: Solution
    private let heading: Heading
    private var identifiers: VisitIdentifiers

    /// - Parameters:
    ///   - builder: what has built the problem.
    ///   - identifiers: how new visits are named.
    init(
        _ builder: ProblemBuilder, _ problem: Problem, _ solution: Solution, heading: Heading,
        identifiers: VisitIdentifiers
    ) {
        self.builder = builder
        self.problem = problem
        self.solution = solution
        self.heading = heading
        self.identifiers = identifiers
    }

    private var facts: BondFacts { builder.facts }

    /// The plan, ready to be published.
    ///
    /// - Parameter refusals: those of bonds that are in no party of the problem.
    func plan(refusals: [Refusal]) -> Plan {
        let stamp = heading.stamp
        let chosen = solution.visits.filter { builder.agreed[$0] == nil }
            .sorted { order($0) < order($1) }
        var succession = PlanSuccession(
            published: builder.published, standing: builder.standing, horizon: heading.horizon)
        let planned = (chosen + solution.visits.filter { builder.agreed[$0] != nil }.sorted { order($0) < order($1) })
            .map { assignment in
                PlannedVisit(
                    party: builder.parties[assignment.request.position],
                    session: builder.survey.sessions[assignment.session.position], agreed: builder.agreed[assignment])
            }
        let made = journeys(of: planned)
        var visits: [Visit] = []
        for (position, visit) in planned.enumerated() where visit.agreed == nil {
            visits.append(self.visit(of: visit.party, in: visit.session, made[position]))
        }
        var identifiers = identifiers
        visits = succession.settle(visits, at: stamp, naming: &identifiers)
        visits += refreshed(planned, made, at: stamp)
        visits.sort { ($0.date, $0.start ?? .midnight, $0.id) < ($1.date, $1.start ?? .midnight, $1.id) }
        return Plan(
            today: heading.today, horizon: heading.horizon, published: stamp, fingerprint: heading.fingerprint,
            visits: visits, refusals: self.refusals(chosen, besides: refusals), changes: succession.changes,
            certificate: certificate)
    }

    private var certificate: Plan.Certificate {
        let found = solution.certificate
        return Plan.Certificate(
            bound: found.bound, score: found.score, coveredChildren: found.objective.covered,
            dueChildren: found.objective.dueChildren,
            levels: found.levels.map { name, level in
                Plan.Certificate.Level(name, value: level.value, bound: level.bound)
            },
            prisons: found.prisons.map { part in
                Plan.Certificate.PrisonPart(
                    Identifier(problem.prisons[part.prison.position].id.text), bound: part.bound,
                    score: part.score)
            })
    }

    private func order(_ assignment: Assignment) -> (Day, ClockTime, Int) {
        let session = builder.survey.sessions[assignment.session.position]
        return (session.date, session.start, assignment.request.position)
    }

    /// The journey of a visit, and who goes along.
    private struct Made {
        var trip: Trip?
        var companion: Visit.Companion?
    }

    /// The journeys of all visits, each outing with the persons who go along.
    private func journeys(of planned: [PlannedVisit]) -> [Made] {
        var planner = OutingPlanner(
            planned, survey: builder.survey, facts: facts, tablesPerAdult: builder.parameters.tablesPerAdult)
        let outings = planner.plan()
        var roster = EscortRoster(facts: facts, tripsPerDay: builder.parameters.escortTripsPerDay)
        for outing in outings { reserve(outing, planned, &roster) }
        var made = [Made](repeating: Made(), count: planned.count)
        // Who is away for several days is harder to find than who is away for one.
        for outing in outings.sorted(by: { $0.isHarderToAccompany(than: $1) }) {
            let trips = outing.trips(planned)
            let companions = OutingCompanions(outing, planned, planner, &roster).companions
            for (number, visit) in outing.visits.enumerated() {
                made[visit] = Made(trip: trips[number], companion: companions[number])
            }
        }
        return made
    }

    /// Agreed visits keep their escorts.
    private func reserve(_ outing: Outing, _ planned: [PlannedVisit], _ roster: inout EscortRoster) {
        for visit in outing.visits {
            guard let agreed = planned[visit].agreed else { continue }
            for case .escort(let escort) in agreed.adults {
                roster.reserve(escort, outing.timeAway ?? TimeAway(of: agreed))
            }
        }
    }

    /// Agreed visits whose journey is shared with others, or was: they stay where they are, and their journey is told
    /// anew.
    private func refreshed(_ planned: [PlannedVisit], _ made: [Made], at stamp: Instant) -> [Visit] {
        planned.enumerated().compactMap { position, visit in
            guard let agreed = visit.agreed, let trip = made[position].trip, agreed.trip != trip,
                trip.shared != nil || agreed.trip?.shared != nil
            else { return nil }
            var refreshed = agreed
            refreshed.trip = trip
            return refreshed.following(agreed, at: stamp)
        }
    }

    /// The visit of `party` in `session`, not yet with an identifier.
    private func visit(of party: Party, in session: Session, _ made: Made) -> Visit {
        let entitlement = party.entitlement(on: session.date)
        let reasons = VisitReasons(facts: facts, parameters: builder.parameters).reasons(
            for: party, in: session, trip: made.trip, maxGap: builder.maxGap(of: party))
        return Visit(
            id: "", status: .proposed, prisoner: party.prisoner.id, household: party.household.id,
            children: party.children.map(\.id), companion: made.companion, prison: party.prison.id,
            session: session.id, date: session.date, start: session.start,
            minutes: entitlement?.minutes(in: session) ?? session.minutes,
            mode: entitlement?.mode(in: session) ?? session.modes.first ?? .table,
            documents: entitlement?.documents ?? [], trip: made.trip, reasons: reasons)
    }

    /// One refusal for every bond without a visit ahead, by child and prisoner.
    private func refusals(_ chosen: [Assignment], besides others: [Refusal]) -> [Refusal] {
        let served = Set(chosen.map(\.request.position) + builder.agreed.keys.map(\.request.position))
        var refusals = others
        for (party, reason) in builder.stranded { refusals += party.refusals(reason) }
        let codes = Dictionary(solution.refused.map { ($0.request.position, $0) }) { first, _ in first }
        for (position, party) in builder.parties.enumerated() where !served.contains(position) {
            let reason = codes[position].map(Sentences.reason)
            refusals += party.refusals(reason ?? Sentences.outweighed)
        }
        return refusals.sorted { ($0.child, $0.prisoner) < ($1.child, $1.prisoner) }
    }
}

extension Party {
    /// The same refusal for every bond of the party.
    func refusals(_ reason: Sentences.Reason) -> [Refusal] {
        children.map { reason.refusal(child: $0.id, prisoner: prisoner.id, household: household.id) }
    }
}
