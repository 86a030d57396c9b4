import Foundation
import VisitTestSupport

@testable import VisitSolver

/// The outside judge, the generator and the exact solver of `Tests/solver`: Python programs that share no code with ours.
enum SolverTools {
    /// Where the programs stand.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../solver").standardized
        .path

    static let python = OutsideTool.python()
    static let highs = OutsideTool.python("highspy")

    /// A generated problem.
    static func generate(_ arguments: [String]) throws -> [UInt8] {
        try python.run(["-B", "\(folder)/generate.py"] + arguments, input: [])
    }

    /// What the outside judge says of a plan.
    struct Verdict: Decodable {
        struct Objective: Decodable {
            var covered, dueChildren, childrenSeen, maxGapDays, neglect, visits, minutes: Int
            var spacing, changes, cost, score: Int
        }

        var feasible: Bool
        var violations: Int
        var rules: [String]
        var objective: Objective
    }

    /// The outside judge's verdict on the plan of one problem.
    static func judge(_ problem: [UInt8], _ plan: String) throws -> Verdict {
        try TemporaryFolder.use { folder in
            let pair = [try folder.write(problem, to: "problem.json"), try folder.write(plan, to: "plan.json")]
            return try judge(pair)[0]
        }
    }

    /// The outside judge's verdicts on files: a problem, its plan, the next problem, its plan.
    static func judge(_ paths: [String]) throws -> [Verdict] {
        try lines(python.run(["-B", "\(folder)/judge.py", "--report"] + paths, input: []))
    }

    /// What the exact solver found.
    struct Exact: Decodable {
        var bound: Double
        var score: Int
        var optimal: Bool
        var feasible: Bool
    }

    /// The exact solver's answers for files of problems.
    static func exact(_ paths: [String], seconds: Int) throws -> [Exact] {
        try lines(highs.run(["-B", "\(folder)/exact.py", "--time", "\(seconds)"] + paths, input: []))
    }

    private static func lines<Answer: Decodable>(_ answer: [UInt8]) throws -> [Answer] {
        try answer.split(separator: UInt8(ascii: "\n")).map { line in
            try JSONDecoder().decode(Answer.self, from: Data(line))
        }
    }
}
