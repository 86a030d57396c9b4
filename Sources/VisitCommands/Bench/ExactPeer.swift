import Foundation
import VisitModel
import VisitSolver

/// Exact solvers on the same instance: one integer program, solved by HiGHS or OR-Tools' CP-SAT from Python.
///
/// The model has a variable per option and one per household that is to be covered; gaps, escorts, budgets and links are
/// not in it, so it is a peer for instances without them.
struct ExactPeer {
    /// The solvers.
    enum Method: String, CaseIterable {
        case highs
        case cpsat
    }

    private let problem: Problem

    init(_ problem: Problem) {
        self.problem = problem
    }

    /// The score of the best plan that it finds in so many seconds; nil where Python or the solver is missing.
    func solve(_ method: Method, seconds: Double) -> (score: Int, seconds: Double)? {
        guard let folder = try? BenchFolder() else { return nil }
        defer { folder.remove() }
        let (model, script, answer) = (folder.path + "/model.json", folder.path + "/exact.py", folder.path + "/score")
        guard (try? instance.text(pretty: false).write(toFile: model, atomically: true, encoding: .utf8)) != nil,
            (try? Self.script.write(toFile: script, atomically: true, encoding: .utf8)) != nil,
            let used = Peer.seconds(of: ["python3", script, model, method.rawValue, "\(seconds)", answer]),
            let text = try? String(contentsOfFile: answer, encoding: .utf8), let score = Int(text)
        else { return nil }
        return (score, used)
    }

    /// Variables and constraints: `[gain, [rows]]` per option, `[room]` per row.
    private var instance: JSON {
        var rows: [String: Int] = [:]
        var room: [Int] = []
        func row(_ name: String, _ limit: Int) -> JSON {
            if rows[name] == nil {
                rows[name] = room.count
                room.append(limit)
            }
            return .int(rows[name, default: 0])
        }
        var variables: [JSON] = []
        for (number, request) in problem.requests.enumerated() {
            let index = RequestIndex(number)
            let prisoner = problem.prisoners[request.prisoner.position]
            let due = problem.due(index)
            for option in problem.options(of: index) {
                let session = problem.sessions[option.session.position]
                let period = prisoner.quota.period.days(around: problem.start + session.day)
                let used = prisoner.used.reduce(0) { $0 + (period.contains($1.day) ? $1.visits : 0) }
                let owner = request.prisoner.position
                var uses: [JSON] = [
                    .array([row("s\(option.session.position)", session.tables), .int(problem.tables(for: index))]),
                    .array([row("q\(owner).\(period.first)", max(0, prisoner.quota.visits - used)), 1]),
                    .array([row("f\(request.family.position).\(session.day)", 1), 1]),
                ]
                if let minutes = prisoner.quota.minutes {
                    uses.append(.array([row("m\(owner).\(period.first)", minutes), .int(session.minutes)]))
                }
                // A visit on day d lies in the windows of `minGap` days that begin on d − minGap + 1 … d.
                for first in (session.day - max(1, prisoner.minGap) + 1)...session.day {
                    uses.append(.array([row("g\(owner).\(first)", 1), 1]))
                }
                let gain = problem.weights.visit - problem.weights.cost * Int(option.cost)
                let covers = due < problem.days && session.day <= due ? number : -1
                variables.append(.array([.int(gain), .int(covers), .array(uses)]))
            }
        }
        return .members([
            "rooms": .array(room.map { .int($0) }), "variables": .array(variables),
            "cover": .array(problem.requests.map { .int(problem.weights.covered * $0.children) }),
        ])
    }

    private static let script = """
        import sys, json
        m = json.load(open(sys.argv[1])); method = sys.argv[2]; limit = float(sys.argv[3])
        V, rooms, cover = m['variables'], m['rooms'], m['cover']
        use = [[] for _ in rooms]; ways = {}
        for i, (gain, c, uses) in enumerate(V):
            for r, n in uses: use[r].append((i, n))
            if c >= 0: ways.setdefault(c, []).append(i)
        if method == 'highs':
            import highspy
            h = highspy.Highs(); h.silent(); h.setOptionValue('time_limit', limit)
            x = [h.addBinary(obj=-g) for g, _, _ in V]; y = {c: h.addBinary(obj=-cover[c]) for c in ways}
            for r, u in zip(rooms, use): h.addConstr(sum(n * x[i] for i, n in u) <= r)
            for c, w in ways.items(): h.addConstr(y[c] <= sum(x[i] for i in w))
            h.run(); score = -h.getInfo().objective_function_value
        else:
            from ortools.sat.python import cp_model
            s = cp_model.CpModel(); x = [s.NewBoolVar('') for _ in V]; y = {c: s.NewBoolVar('') for c in ways}
            for r, u in zip(rooms, use): s.Add(sum(n * x[i] for i, n in u) <= r)
            for c, w in ways.items(): s.Add(y[c] <= sum(x[i] for i in w))
            s.Maximize(sum(g * x[i] for i, (g, _, _) in enumerate(V)) + sum(cover[c] * y[c] for c in ways))
            solver = cp_model.CpSolver(); solver.parameters.max_time_in_seconds = limit
            solver.parameters.num_workers = 2; solver.Solve(s); score = solver.ObjectiveValue()
        open(sys.argv[4], 'w').write(str(round(score)))
        """
}
