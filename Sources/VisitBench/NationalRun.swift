import Dispatch
import Foundation
import Synchronization
import VisitFormats
import VisitModel
import VisitSolver

/// Solves an instance prison by prison on several threads: each prison is made, read, solved, counted and forgotten, so
/// that memory does not grow with the nation.
///
/// With `isWarm` each prison is solved again at once as of the next night: some of its households have changed, its plan
/// is published, its prices are known. The seconds of both nights are counted apart.
final class NationalRun: Sendable {
    /// What one night came to.
    struct Night: Sendable {
        var bound = 0
        var score = 0
        var visits = 0
        var covered = 0
        var dueChildren = 0
        var changes = 0
        /// Seconds of all threads together.
        var seconds = 0.0
        /// The largest gap of a prison.
        var worstGap = 0.0

        var gap: Double { bound == 0 ? 0 : Double(bound - score) / Double(abs(bound)) }

        mutating func add(_ solution: Solution, seconds: Double) {
            bound += solution.certificate.bound
            score += solution.certificate.score
            visits += solution.visits.count
            covered += solution.certificate.objective.covered
            dueChildren += solution.certificate.objective.dueChildren
            changes += solution.certificate.objective.changes
            self.seconds += seconds
            worstGap = max(worstGap, solution.certificate.gap)
        }
    }

    /// What is asked for.
    struct Request: Sendable {
        var seed: UInt64
        var threads: Int
        /// Seconds for the first night, and for the second.
        var coldLimit: Double
        var warmLimit: Double
        var isWarm: Bool
        /// The prison whose problem and plan are written out, and the folder.
        var shown: Int?
        var folder: String
    }

    private let cold: SolverInstance
    private let warm: SolverInstance
    private let request: Request
    private let order: [Int]
    private let families: Int
    private let state = Mutex((next: 0, cold: Night(), warm: Night(), failure: (any Error)?.none))

    init(_ instance: SolverInstance, _ request: Request) {
        self.request = request
        cold = instance
        var next = instance
        next.settings.changedPerMille = 10
        warm = next
        order = instance.families.indices.sorted { (instance.families[$1], $0) < (instance.families[$0], $1) }
        families = instance.families.reduce(0, +)
    }

    /// Solves every prison once, or twice.
    func run(progress: @escaping @Sendable (Double) -> Void) throws -> (cold: Night, warm: Night) {
        DispatchQueue.concurrentPerform(iterations: request.threads) { _ in
            while let prison = takeNext() {
                do {
                    try solve(prison)
                } catch {
                    state.withLock { $0.failure = error }
                }
                progress(state.withLock { Double($0.next) } / Double(order.count))
            }
        }
        let (_, cold, warm, failure) = state.withLock { $0 }
        if let failure { throw failure }
        return (cold, warm)
    }

    private func takeNext() -> Int? {
        state.withLock { state in
            guard state.next < order.count, state.failure == nil else { return nil }
            defer { state.next += 1 }
            return order[state.next]
        }
    }

    private func solve(_ prison: Int) throws {
        let first = try night(cold, prison, limit: request.coldLimit, name: "cold", published: [], prices: [])
        state.withLock { $0.cold.add(first.solution, seconds: first.seconds) }
        guard request.isWarm else { return }
        let plan = first.solution.visits.map { visit in
            (
                first.problem.requests[visit.request.position].id.text,
                first.problem.sessions[visit.session.position].id.text
            )
        }
        // Prisoners who left or came shift the numbers: the prices of shared quotas are known by sessions alone.
        let prices = first.solution.bottlenecks.filter { bottleneck in
            if case .visit = bottleneck.resource { false } else { true }
        }
        let second = try night(
            warm, prison, limit: request.warmLimit, name: "warm", published: plan, prices: prices)
        state.withLock { $0.warm.add(second.solution, seconds: second.seconds) }
    }

    /// Makes, reads and solves one prison within its share of the time.
    private func night(
        _ instance: SolverInstance, _ prison: Int, limit: Double, name: String,
        published: [(request: String, session: String)], prices: [Bottleneck]
    ) throws -> (problem: Problem, solution: Solution, seconds: Double) {
        let begin = ContinuousClock.now
        let elapsed: @Sendable () -> Double = { (ContinuousClock.now - begin) / .seconds(1) }
        let share = limit * Double(request.threads) * Double(instance.families[prison]) / Double(families)
        let bytes = instance.document(of: prison..<(prison + 1), published: published)
        let problem = try ProblemDocument.read(bytes)
        let options = SolverOptions(
            seed: request.seed, timeLimit: max(0.01, Self.solvingShare * share - elapsed()), threads: 1)
        let solution = Solver(problem, options: options, prices: prices, now: elapsed).solve()
        let seconds = elapsed()
        if request.shown == prison {
            let folder = URL(filePath: request.folder)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: folder.appending(path: "prison-\(prison).\(name).problem.json"))
            let plan = PlanDocument.json(solution, of: problem).text(pretty: false)
            try Data(plan.utf8).write(to: folder.appending(path: "prison-\(prison).\(name).plan.json"))
        }
        return (problem, solution, seconds)
    }

    /// The rest is for judging and explaining.
    private static let solvingShare = 0.95
}
