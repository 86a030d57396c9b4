import Foundation
import VisitTestSupport

@testable import VisitSolver

/// The judge, generator and references that are not ours: Python programs in a folder beside the repository.
enum SolverTools {
    /// The folder named by `VISITD_SOLVER_TOOLS`, or `shared/solver` beside the repository.
    static let folder: String = {
        if let named = ProcessInfo.processInfo.environment["VISITD_SOLVER_TOOLS"] { return named }
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        return root.deletingLastPathComponent().appending(path: "shared/solver").path
    }()

    static let python = OutsideTool.python()
    static let solvers = OutsideTool.python("ortools", "highspy")
    static var arePresent: Bool {
        python.isPresent && FileManager.default.fileExists(atPath: "\(folder)/check.py")
    }
    static let missing = "there is no check.py in \(folder); VISITD_SOLVER_TOOLS names its folder"

    /// A generated problem.
    static func generate(_ arguments: String...) throws -> [UInt8] {
        try python.run(["-B", "\(folder)/gen.py"] + arguments, input: [])
    }

    /// What the outside judge says of a plan.
    struct Verdict: Decodable {
        struct Objective: Decodable {
            var covered, dueChildren, childrenSeen, maxGapDays, neglect, visits, minutes: Int
            var spacing, changes, cost, score: Int
        }

        var feasible: Bool
        var violations: Int
        var objective: Objective
    }

    /// The outside judge's verdict; it ends with status 1 for an illegal plan, so its answer is taken through a shell of
    /// Python.
    static func check(_ problem: [UInt8], _ plan: String) throws -> Verdict {
        try TemporaryFolder.use { folder in
            let problem = try folder.write(problem, to: "problem.json")
            let plan = try folder.write(plan, to: "plan.json")
            let program = """
                import sys, json; sys.path.insert(0, sys.argv[1]); import model, check
                m = model.load(sys.argv[2]); bad, o = check.evaluate(m, json.load(open(sys.argv[3])))
                print(json.dumps({"feasible": not bad, "violations": len(bad), "objective": o}))
                """
            let answer = try python.run(["-B", "-c", program, Self.folder, problem, plan], input: [])
            return try JSONDecoder().decode(Verdict.self, from: Data(answer))
        }
    }

    /// The head of a Python program that runs others and writes one document to `answer`. A solver may greet on standard
    /// output (HiGHS does from version 1.16 on), so that goes to standard error.
    static let answering = """
        import contextlib, io, json, os, runpy, sys
        answer = os.fdopen(os.dup(1), "w"); os.dup2(2, 1)
        def run(program, *arguments):
            sys.argv = [program, *map(str, arguments)]; out = io.StringIO()
            with contextlib.redirect_stdout(out): runpy.run_path(program, run_name="__main__")
            return out.getvalue()
        """

    /// What a reference method says: its bound, and the score of the plan that it found.
    struct Reference: Decodable {
        struct Objective: Decodable { var score: Int }
        var bound: Double
        var feasible: Bool
        var objective: Objective
        var status: [String: Int]
    }

    static func reference(_ problem: [UInt8], method: String, seconds: Int) throws -> Reference {
        try TemporaryFolder.use { folder in
            let path = try folder.write(problem, to: "problem.json")
            let program = """
                \(answering)
                sys.path.insert(0, os.path.dirname(sys.argv[1])); print(run(*sys.argv[1:]), file=answer, flush=True)
                """
            let answer = try solvers.run(
                ["-B", "-c", program, "\(Self.folder)/reference.py", path, "--method", method, "--time", "\(seconds)"],
                input: [])
            return try JSONDecoder().decode(Reference.self, from: Data(answer))
        }
    }
}
