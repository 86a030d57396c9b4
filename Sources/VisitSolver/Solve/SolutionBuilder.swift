import VisitModel

/// Puts the components' plans together, has them judged, and writes the certificate.
struct SolutionBuilder {
    private let problem: Problem

    init(_ problem: Problem) {
        self.problem = problem
    }

    func solution(of results: [ComponentResult]) -> Solution {
        let visits = results.flatMap(\.visits).sorted { a, b in
            let (first, second) = (problem.sessions[a.session.position], problem.sessions[b.session.position])
            return a.request != b.request
                ? a.request < b.request
                : (first.day, first.startMinute, a.session) < (second.day, second.startMinute, b.session)
        }
        let verdict = Judge.check(problem, visits)
        let certificate = certificate(results, verdict, visits)
        var statistics = SearchStatistics()
        for result in results {
            statistics.components += result.statistics.components
            statistics.sweeps += result.statistics.sweeps
            statistics.moves += result.statistics.moves
            statistics.improvements += result.statistics.improvements
            statistics.wasCut = statistics.wasCut || result.statistics.wasCut
        }
        var saturated: [RequestIndex: [SessionIndex]] = [:]
        for result in results {
            for (request, sessions) in result.saturated { saturated[request] = sessions }
        }
        return Solution(
            visits: visits, refused: RefusalFinder(problem, visits, saturated: saturated).refused(),
            certificate: certificate,
            bottlenecks: results.flatMap(\.bottlenecks).enumerated()
                .sorted { ($1.element.shadowPrice, $0.offset) < ($0.element.shadowPrice, $1.offset) }.map(\.element),
            verdict: verdict, statistics: statistics, saturated: saturated)
    }

    private func certificate(_ results: [ComponentResult], _ verdict: Verdict, _ visits: [Assignment]) -> Certificate {
        let bound = results.reduce(0) { $0 + Int($1.bound) }
        let covered = results.reduce(0) { $0 + $1.coverageBound }
        return Certificate(
            bound: bound, score: verdict.score,
            covered: Certificate.Level(value: verdict.objective.covered, bound: covered),
            visits: Certificate.Level(value: verdict.objective.visits, bound: mostVisits()),
            objective: verdict.objective, prisons: prisonParts(results, bound, verdict))
    }

    /// Parts that add up to the bound, each rounded.
    private func prisonParts(_ results: [ComponentResult], _ bound: Int, _ verdict: Verdict) -> [Certificate.PrisonPart]
    {
        var parts = [Double](repeating: 0, count: problem.prisons.count)
        for result in results {
            // What rounding and a search that met its bound took off is shared by the component's prisons.
            let sum = result.prisonParts.reduce(0) { $0 + $1.bound }
            let rest = (result.bound - sum) / Double(max(1, result.prisonParts.count))
            for (prison, part) in result.prisonParts { parts[prison.position] += part + rest }
        }
        var (exact, given) = (0.0, 0)
        return problem.prisons.indices.map { prison in
            exact += parts[prison]
            let own = (prison == problem.prisons.count - 1 ? bound : Int(exact.rounded())) - given
            given += own
            return Certificate.PrisonPart(prison: PrisonIndex(prison), bound: own, score: verdict.prisonScores[prison])
        }
    }

    /// No more visits than tables that somebody could use, and no more than quotas allow.
    private func mostVisits() -> Int {
        var isUsable = [Bool](repeating: false, count: problem.sessions.count)
        var hasPeriod = [Set<Int>](repeating: [], count: problem.prisoners.count)
        for position in problem.requests.indices {
            let prisoner = problem.requests[position].prisoner.position
            for option in problem.options(of: RequestIndex(position)) {
                isUsable[option.session.position] = true
                let day = problem.sessions[option.session.position].day
                hasPeriod[prisoner].insert(problem.periods.number(of: day, for: prisoner))
            }
        }
        let tables = problem.sessions.indices.reduce(0) { $0 + (isUsable[$1] ? problem.sessions[$1].tables : 0) }
        var quota = 0
        for (position, prisoner) in problem.prisoners.enumerated() {
            let spans = problem.periods.spans(for: position)
            for period in hasPeriod[position].sorted() {
                let used = prisoner.used.reduce(0) { $0 + (spans[period].contains($1.day) ? $1.visits : 0) }
                quota += max(0, prisoner.quota.visits - used)
            }
        }
        return min(tables, quota)
    }
}
