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

    private let repair: PlanRepair
    private let problem: Problem
    private let solution: Solution
    private let heading: Heading
    private var identifiers: VisitIdentifiers

    /// - Parameters:
    ///   - repair: what has made of the solution one that holds, with the journeys of its visits.
    ///   - identifiers: how new visits are named.
    init(
        _ repair: PlanRepair, _ problem: Problem, _ solution: Solution, heading: Heading,
        identifiers: VisitIdentifiers
    ) {
        self.repair = repair
        self.problem = problem
        self.solution = solution
        self.heading = heading
        self.identifiers = identifiers
    }

    private var journeys: PlannedJourneys { repair.journeys }
    private var builder: ProblemBuilder { journeys.builder }
    private var facts: RegisterIndex { builder.facts }

    /// The plan, ready to be published.
    ///
    /// - Parameter refusals: those of bonds that are in no party of the problem.
    func plan(refusals: [Refusal]) -> Plan {
        let stamp = heading.stamp
        // What people have asked for stays as it is where the plan cannot make it.
        let made = Set(journeys.assignments.compactMap { builder.currentVisits[$0]?.id })
        let kept = builder.asked.filter { !made.contains($0.id) }
        var reasons = ChangeReasons(repair, refusals: refusals)
        var succession = PlanSuccession(
            published: builder.published, besides: Set(kept.map(\.id)), horizon: heading.horizon
        ) { reasons.reason($0, now: $1) }
        var visits: [Visit] = []
        for (position, visit) in journeys.planned.enumerated() where visit.agreed == nil {
            visits.append(self.visit(of: visit.party, in: visit.session, journeys.made[position]))
        }
        var identifiers = identifiers
        visits = succession.settle(visits, at: stamp, naming: &identifiers)
        visits += refreshed(at: stamp) + kept
        visits.sort { ($0.date, $0.start ?? .midnight, $0.id) < ($1.date, $1.start ?? .midnight, $1.id) }
        return Plan(
            today: heading.today, horizon: heading.horizon, published: stamp, fingerprint: heading.fingerprint,
            visits: visits, refusals: self.refusals(besides: refusals, keeping: kept), changes: succession.changes,
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

    /// Agreed visits whose journey is shared with others, or was: they stay where they are, and their journey is told
    /// anew. A journey that people have agreed is not torn: while all of its meetings are to be held, whatever does not hold of
    /// one of them, it stays whole.
    private func refreshed(at stamp: Instant) -> [Visit] {
        let ahead = Dictionary(grouping: builder.ahead, by: \.session)
        return journeys.planned.enumerated().compactMap { position, visit in
            guard let agreed = visit.agreed, let trip = journeys.made[position].trip, agreed.trip != trip,
                // A journey to the session's new hours is none to the agreed ones.
                agreed.start == visit.session.start, trip.shared != nil || agreed.trip?.shared != nil
            else { return nil }
            let meetings = agreed.trip?.shared?.meetings ?? []
            let isAgreed = meetings.allSatisfy { meeting in
                ahead[meeting.session, default: []].contains { meeting.isMade(by: $0) }
            }
            let isTorn = !meetings.allSatisfy { trip.shared?.meetings.contains($0) ?? false }
            guard !(isAgreed && isTorn) else { return nil }
            var refreshed = agreed
            refreshed.trip = trip
            return refreshed.following(agreed, at: stamp)
        }
    }

    /// The visit of `party` in `session`, not yet with an identifier.
    private func visit(of party: Party, in session: Session, _ made: PlannedJourneys.Made) -> Visit {
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
    private func refusals(besides others: [Refusal], keeping kept: [Visit]) -> [Refusal] {
        let served = Set((solution.visits + builder.agreed.keys).map(\.request.position))
        var refusals = others
        for (party, reason) in builder.withoutOptions { refusals += party.refusals(reason) }
        let codes = Dictionary(solution.refused.map { ($0.request.position, $0) }) { first, _ in first }
        for (position, party) in builder.parties.enumerated() where !served.contains(position) {
            let reason = codes[position].map(Sentences.reason)
            refusals += party.refusals(reason ?? Sentences.outweighed)
        }
        let ahead = Set(
            kept.flatMap { visit in
                visit.children.map { RegisterIndex.ChildAndPrisoner(child: $0, prisoner: visit.prisoner) }
            })
        return refusals.filter {
            !ahead.contains(RegisterIndex.ChildAndPrisoner(child: $0.child, prisoner: $0.prisoner))
        }
        .sorted { ($0.child, $0.prisoner) < ($1.child, $1.prisoner) }
    }
}

extension Party {
    /// The same refusal for every bond of the party.
    func refusals(_ reason: Sentences.Reason) -> [Refusal] {
        children.map { reason.refusal(child: $0.id, prisoner: prisoner.id, household: household.id) }
    }
}
