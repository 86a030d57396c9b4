import VisitModel
import VisitSolver
import VisitTravel

/// Makes of a solution one that holds for the persons who would go: what does not is taken out, and its children are given
/// another session where there is one.
///
/// Nothing else of the plan is moved, so that this ends: every round takes something out, and after a few rounds nothing is
/// put in any more.
struct PlanRepair {
    /// The visits with their journeys.
    private(set) var journeys: PlannedJourneys
    private(set) var repairer: PlanRepairer
    private let builder: ProblemBuilder
    private var survey: OptionSurvey

    /// How often a session is looked for in place of those that did not hold. One that is found can get in the way of another
    /// that was found in the same round.
    private static let mostRounds = 8

    init(_ builder: ProblemBuilder, _ problem: Problem, _ solution: Solution) {
        self.builder = builder
        survey = builder.survey
        repairer = PlanRepairer(problem, solution)
        repairer.restorePublished()
        journeys = PlannedJourneys(builder, repairer.visits)
        var round = 1
        while true {
            let breaches = PlanBreaches(journeys).found()
            guard !breaches.isEmpty else { return }
            for (visit, shortage) in breaches { repairer.takeOut(visit, for: shortage) }
            if round < Self.mostRounds { place(Set(breaches.map(\.visit.request))) }
            journeys = PlannedJourneys(builder, repairer.visits)
            round += 1
        }
    }

    /// Gives other sessions to these requests: first to those that have no visit now, then to those who have waited longest.
    private mutating func place(_ requests: Set<RequestIndex>) {
        let served = Set(repairer.visits.map(\.request))
        let sorted = requests.map { request in
            let last = builder.parties[request.position].lastVisit(builder.facts)?.number ?? .min
            return (request: request, rank: (served.contains(request) ? 1 : 0, last, request.position))
        }.sorted { $0.rank < $1.rank }
        let company = Dictionary(grouping: journeys.planned.indices) { journeys.planned[$0].party.household.id }
        var repairer = repairer
        for (request, _) in sorted {
            let party = builder.parties[request.position]
            let own = company[party.household.id, default: []].filter {
                repairer.visits.contains(journeys.assignments[$0])
            }
            _ = repairer.place(request) { [journeys] session in
                shortage(of: party, in: session.position, own, journeys)
            }
        }
        self.repairer = repairer
    }

    /// For want of what the party cannot have that session, beside the journeys as they are; nil where it can.
    private mutating func shortage(
        of party: Party, in position: Int, _ own: [Int], _ journeys: PlannedJourneys
    ) -> PlanRepairer.Shortage? {
        let session = builder.survey.sessions[position]
        if let apart = builder.separated[party.prisoner.id], isPresent(apart, in: session) { return .presence }
        guard let trip = survey.trip(for: [party], adults: 1, to: session)?.trip.shifted(days: session.date.number)
        else { return .presence }
        let time = TimeAway(trip)
        let isUnderWay = own.contains { other in
            let planned = journeys.planned[other]
            let shares = planned.party.children.contains { child in party.children.contains { $0.id == child.id } }
            let others = journeys.made[other].trip.map(TimeAway.init) ?? TimeAway(at: planned.session)
            return (shares || !party.companions.isEscort) && others.overlaps(time)
        }
        if isUnderWay { return .presence }
        guard let home = party.companions.home else { return nil }
        // At several tables an escort can take the children along who is there anyway.
        guard (party.prison.tablesPerAdult ?? builder.parameters.tablesPerAdult) == 1 else { return nil }
        let engagement = Engagement(party, to: session, time)
        return journeys.roster.hasEscort(from: home, engagement, children: party.children.count) ? nil : .adult
    }

    private func isPresent(_ prisoners: Set<Identifier<Prisoner>>, in session: Session) -> Bool {
        let isPlanned = repairer.visits.contains { visit in
            builder.survey.sessions[visit.session.position].id == session.id
                && prisoners.contains(builder.parties[visit.request.position].prisoner.id)
        }
        return isPlanned || builder.ahead.contains { $0.session == session.id && prisoners.contains($0.prisoner) }
    }
}
