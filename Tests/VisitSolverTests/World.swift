import VisitModel

@testable import VisitSolver

/// Builds small problems in a few words. Day 0 is Monday 4 January 2027; months end on days 27 (January) and 55.
struct World {
    var draft: ProblemDraft

    init(
        days: Int = 56, catchUp: Int = 28,
        weights: Problem.Weights = Problem.Weights(covered: 100_000, visit: 2000, change: 300)
    ) {
        draft = ProblemDraft(start: Day(number: 20_822), days: days, catchUp: catchUp, weights: weights)
    }

    /// A prison with a session of an hour at 09:00 on each of these days.
    @discardableResult
    mutating func prison(
        _ id: String = "P", on days: [Int], tables: Int = 1, seats: Int? = nil, minutes: Int = 60, tableSeats: Int = 4
    ) -> PrisonIndex {
        let prison = PrisonIndex(draft.prisons.count)
        draft.prisons.append(Problem.Prison(id: Identifier(id), tableSeats: tableSeats))
        for day in days { session(prison, on: day, tables: tables, seats: seats, minutes: minutes) }
        return prison
    }

    @discardableResult
    mutating func session(
        _ prison: PrisonIndex, on day: Int, at minute: Int = 540, tables: Int = 1, seats: Int? = nil, minutes: Int = 60
    ) -> SessionIndex {
        draft.sessions.append(
            Problem.Session(
                id: Identifier("S\(draft.sessions.count)"), prison: prison, day: day, startMinute: minute,
                minutes: minutes, tables: tables, seats: seats))
        return SessionIndex(draft.sessions.count - 1)
    }

    @discardableResult
    mutating func prisoner(
        in prison: PrisonIndex = PrisonIndex(0), visits: Int = 2, minutes: Int? = nil, period: Period = .calendarMonth,
        used: [Problem.UsedVisits] = [], minGap: Int = 7
    ) -> PrisonerIndex {
        draft.prisoners.append(
            Problem.Prisoner(
                id: Identifier("I\(draft.prisoners.count)"), prison: prison,
                quota: Problem.Quota(visits: visits, minutes: minutes, period: period), used: used, minGap: minGap))
        return PrisonerIndex(draft.prisoners.count - 1)
    }

    /// A request with every session of the prisoner's prison among its options, at the same cost.
    @discardableResult
    mutating func request(
        of prisoner: PrisonerIndex, family: Int? = nil, party: Int = 2, children: Int = 1, lastVisit: Int? = -30,
        maxGap: Int = 30, home: EscortHomeIndex? = nil, cost: Int = 100, money: Int = 0, payer: Int = 0,
        only sessions: [SessionIndex]? = nil
    ) -> RequestIndex {
        let prison = draft.prisoners[prisoner.position].prison
        let all = draft.sessions.indices.map { SessionIndex($0) }.filter {
            draft.sessions[$0.position].prison == prison
        }
        return draft.add(
            Problem.Request(
                id: Identifier("R\(draft.requests.count)"), family: FamilyIndex(family ?? draft.requests.count),
                prisoner: prisoner, party: party, children: children, lastVisit: lastVisit, maxGap: maxGap,
                escortHome: home, payer: payer),
            options: (sessions ?? all).map { Problem.Option(session: $0, cost: cost, money: money) })
    }

    /// A home whose escorts make `trips` trips with `children` children on every day.
    @discardableResult
    mutating func home(trips: Int, children: Int, weekdays: Set<Weekday> = Set(Weekday.allCases)) -> EscortHomeIndex {
        let home = EscortHomeIndex(draft.escortHomes.count)
        draft.escortHomes.append(Identifier("H\(home.position)"))
        draft.escorts.append(
            Problem.EscortRow(
                home: home, weekdays: weekdays, firstDay: 0, lastDay: draft.days - 1, trips: trips,
                maxChildren: children))
        return home
    }

    func problem() throws(ProblemError) -> Problem { try Problem.make(draft) }

    /// One prison with sessions once a week, and as many families with a prisoner of their own.
    static func weekly(families: Int, tables: Int = 1, weeks: Int = 8) -> World {
        var world = World(days: weeks * 7)
        world.prison(on: (0..<weeks).map { $0 * 7 + 2 }, tables: tables)
        for _ in 0..<families { world.request(of: world.prisoner()) }
        return world
    }
}

extension Solver {
    /// The solution after so many moves; the judge must agree with it.
    static func solve(_ problem: Problem, seed: UInt64 = 1, iterations: Int = 200, threads: Int = 1) -> Solution {
        Solver(problem, options: SolverOptions(seed: seed, iterations: iterations, threads: threads)).solve()
    }
}
