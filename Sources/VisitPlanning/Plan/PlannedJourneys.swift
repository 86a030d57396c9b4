import VisitModel
import VisitSolver

/// The visits of a solution put together into journeys, each with the persons who go along.
struct PlannedJourneys {
    /// The journey of a visit, and who goes along.
    struct Made {
        var trip: Trip?
        var companion: Visit.Companion?
        /// Which of the journeys it is made on.
        var outing: Int
    }

    let builder: ProblemBuilder
    /// The visits that are proposed and then those that are agreed, each by time.
    let planned: [PlannedVisit]
    /// The assignment of each visit.
    let assignments: [Assignment]
    /// The journey of each visit.
    private(set) var made: [Made]
    /// Which escorts are under way when.
    private(set) var roster: EscortRoster

    /// - Parameters:
    ///   - builder: what has built the problem.
    ///   - visits: those of the solution, in any order.
    init(_ builder: ProblemBuilder, _ visits: some Sequence<Assignment>) {
        self.builder = builder
        func order(_ assignment: Assignment) -> (Int, Day, ClockTime, Int) {
            let session = builder.survey.sessions[assignment.session.position]
            return (
                builder.agreed[assignment] == nil ? 0 : 1, session.date, session.start, assignment.request.position
            )
        }
        // What people have asked for, where the plan cannot make it, is none of the plan's journeys.
        assignments = visits.filter { builder.agreed[$0]?.status != .requested }.sorted { order($0) < order($1) }
        planned = assignments.map { assignment in
            PlannedVisit(
                party: builder.parties[assignment.request.position],
                session: builder.survey.sessions[assignment.session.position], agreed: builder.agreed[assignment])
        }
        made = (0..<planned.count).map { Made(outing: $0) }
        roster = EscortRoster(facts: builder.facts, tripsPerDay: builder.parameters.escortTripsPerDay)
        makeJourneys()
    }

    private mutating func makeJourneys() {
        var planner = OutingPlanner(
            planned, survey: builder.survey, facts: builder.facts, tablesPerAdult: builder.parameters.tablesPerAdult)
        let outings = planner.plan()
        reserve(outings)
        // Who is away for several days is harder to find than who is away for one.
        let sorted = outings.sorted { $0.isHarderToAccompany(than: $1) }
        for (number, outing) in sorted.enumerated() {
            let trips = outing.trips(planned)
            let companions = OutingCompanions(outing, planned, planner, &roster).companions
            for (position, visit) in outing.visits.enumerated() {
                made[visit] = Made(trip: trips[position], companion: companions[position], outing: number)
            }
        }
    }

    /// The visits that people have agreed or asked for keep their escorts.
    private mutating func reserve(_ outings: [Outing]) {
        struct Journey: Hashable {
            let escort: Identifier<Escort>
            let timeAway: TimeAway
        }
        var known: Set<Journey> = []
        func take(_ visit: Visit, _ timeAway: TimeAway) {
            for case .escort(let escort) in visit.adults
            where known.insert(Journey(escort: escort, timeAway: timeAway)).inserted {
                roster.reserve(escort, timeAway)
            }
        }
        var inside: Set<Identifier<Visit>> = []
        for outing in outings {
            for visit in outing.visits {
                guard let agreed = planned[visit].agreed else { continue }
                inside.insert(agreed.id)
                take(agreed, outing.timeAway ?? TimeAway(of: agreed))
            }
        }
        let made = Set(planned.indices.compactMap { builder.currentVisits[assignments[$0]]?.id })
        for visit in builder.ahead where !inside.contains(visit.id) && !made.contains(visit.id) {
            take(visit, TimeAway(of: visit))
        }
    }
}
