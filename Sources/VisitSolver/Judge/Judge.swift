import VisitModel

/// What the judge says of a plan.
public struct Verdict: Sendable {
    /// The hard rules that it breaks; none in a plan that may be published.
    public var violations: [Violation]
    /// What it reaches.
    public var objective: Objective
    /// What it scores.
    public var score: Int
    /// The part of the score that falls to each prison: requests to the prisoner's, trips to the visited one, a link's
    /// saving to that of its first request.
    public var prisonScores: [Int]
}

/// Checks a plan against a problem, from the definitions alone.
///
/// The judge shares no code with the search: it knows neither components nor prices nor increments. It looks at the
/// finished plan and counts. A plan is published only when the judge finds nothing.
public enum Judge {
    /// Judges the plan made of `visits`, in any order.
    public static func check(_ problem: Problem, _ visits: [Assignment]) -> Verdict {
        var counting = Counting(problem, visits)
        counting.checkOptions()
        counting.checkSessions()
        counting.checkPrisoners()
        counting.checkFamilies()
        counting.checkFixed()
        counting.checkEscorts()
        counting.checkBudgets()
        counting.scoreRequests()
        counting.scoreLinks()
        let score = counting.objective.score(problem.weights)
        precondition(
            counting.prisonScores.reduce(0) { $0 + $1.score(problem.weights) } == score,
            "The parts of the prisons add up to the score.")
        return Verdict(
            violations: counting.violations, objective: counting.objective, score: score,
            prisonScores: counting.prisonScores.map { $0.score(problem.weights) })
    }
}
