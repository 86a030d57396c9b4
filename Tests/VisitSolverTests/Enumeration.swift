import VisitModel

@testable import VisitSolver

/// The best score of any legal plan, found by trying them all. For worlds of about a dozen options.
///
/// Legality is asked of the judge alone: rules only ever forbid more as visits are added, so a plan that is illegal
/// stays so.
struct Enumeration {
    private let problem: Problem
    private let choices: [Assignment]
    private(set) var best = Int.min
    private(set) var bestVisits: [Assignment] = []

    init(_ problem: Problem) {
        self.problem = problem
        let fixed = Set(problem.fixed)
        choices = problem.requests.indices.flatMap { request in
            problem.options(of: RequestIndex(request)).map {
                Assignment(request: RequestIndex(request), session: $0.session)
            }
        }.filter { !fixed.contains($0) }
        var visits = problem.fixed
        explore(0, &visits)
    }

    private mutating func explore(_ next: Int, _ visits: inout [Assignment]) {
        let verdict = Judge.check(problem, visits)
        guard verdict.violations.isEmpty else { return }
        if verdict.score > best { (best, bestVisits) = (verdict.score, visits) }
        for position in next..<choices.count {
            visits.append(choices[position])
            explore(position + 1, &visits)
            visits.removeLast()
        }
    }
}
