import VisitModel
import VisitSolver

/// The only way back from the solver's integers to the trade's words.
struct PlanBuilder {
    private var builder: ProblemBuilder
    private let problem: Problem
    private let solution: Solution
    private let formation: PartyFormation
    private let facts: BondFacts
    private let published: Plan?
    private let run: PlanningRun

    init(
        builder: ProblemBuilder, problem: Problem, solution: Solution, formation: PartyFormation,
        facts: BondFacts, published: Plan?, run: PlanningRun
    ) {
        self.builder = builder
        self.problem = problem
        self.solution = solution
        self.formation = formation
        self.facts = facts
        self.published = published
        self.run = run
    }

    /// The plan, ready to be published.
    func plan() -> Plan {
        var builder = builder
        let stamp = run.now()
        var escorts = EscortRoster(facts: facts)
        let chosen = solution.visits.filter { builder.agreed[$0] == nil }
            .sorted { order($0) < order($1) }
        var succession = PlanSuccession(published: published, standing: builder.standing, horizon: run.horizon)
        var visits: [Visit] = []
        for assignment in chosen {
            let party = builder.parties[assignment.request.position]
            let session = builder.survey.sessions[assignment.session.position]
            var visit = visit(of: party, in: session, trip: builder.survey.trip(for: party, to: session))
            visit.companion = companion(of: party, in: session, trip: visit.trip, &escorts)
            visits.append(visit)
        }
        visits = succession.settle(visits, at: stamp, newIdentifier: run.newIdentifier)
        visits.sort { ($0.date, $0.start ?? .midnight, $0.id) < ($1.date, $1.start ?? .midnight, $1.id) }
        return Plan(
            today: run.request.today, horizon: run.horizon, published: stamp, fingerprint: run.fingerprint,
            visits: visits, refusals: refusals(chosen), changes: succession.changes,
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

    /// The visit of `party` in `session`, not yet with an identifier.
    private func visit(of party: Party, in session: Session, trip: Trip?) -> Visit {
        let entitlement = party.entitlement(on: session.date)
        let reasons = VisitReasons(facts: facts, parameters: run.parameters).reasons(
            for: party, in: session, trip: trip, maxGap: builder.maxGap(of: party))
        return Visit(
            id: "", status: .proposed, prisoner: party.prisoner.id, household: party.household.id,
            children: party.children.map(\.id), prison: party.prison.id, session: session.id, date: session.date,
            start: session.start, minutes: min(session.minutes, entitlement?.minutesPerVisit ?? session.minutes),
            mode: entitlement?.mode(in: session) ?? session.modes.first ?? .table,
            documents: entitlement?.documents ?? [], trip: trip, reasons: reasons)
    }

    private func companion(
        of party: Party, in session: Session, trip: Trip?, _ escorts: inout EscortRoster
    ) -> Visit.Companion? {
        let days = trip?.days ?? DayRange(session.date, session.date)
        switch party.companions {
        case .guardians: return party.guardian(on: days).map { .guardian($0.id) }
        case .escort(let home):
            return escorts.escort(from: home, on: days, to: session.id, children: party.children.count)
                .map { .escort($0) }
        }
    }

    /// One refusal for every bond without a visit ahead, by child and prisoner.
    private func refusals(_ chosen: [Assignment]) -> [Refusal] {
        let served = Set(chosen.map(\.request.position) + builder.agreed.keys.map(\.request.position))
        var refusals = formation.refusals
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
