import Foundation
import VisitFormats
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

    /// The score of the best plan that it finds in so many seconds, none where it finds no plan, and how long it took with
    /// building its model; nil where Python or the solver is missing.
    func solve(_ method: Method, seconds: Double) -> (score: Int?, seconds: Double)? {
        guard let folder = try? BenchFolder() else { return nil }
        defer { folder.remove() }
        let (model, script, answer) = (folder.path + "/model.json", folder.path + "/exact.py", folder.path + "/score")
        guard (try? instance.text(pretty: false).write(toFile: model, atomically: true, encoding: .utf8)) != nil,
            (try? Self.script.write(toFile: script, atomically: true, encoding: .utf8)) != nil,
            let used = Peer.seconds(of: ["python3", script, model, method.rawValue, "\(seconds)", answer]),
            let text = try? String(contentsOfFile: answer, encoding: .utf8)
        else { return nil }
        return (Int(text), used)
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
        rows, ways = {}, {}
        for i, (gain, c, uses) in enumerate(V):
            for r, n in uses: rows.setdefault(r, []).append((i, n))
            if c >= 0: ways.setdefault(c, []).append(i)
        # A row that cannot be broken, or that says the same as another, says nothing.
        rows = {(rooms[r], tuple(u)) for r, u in rows.items() if sum(n for _, n in u) > rooms[r]}
        rows, covers = sorted(rows), sorted(ways)
        gains = [g for g, _, _ in V] + [cover[c] for c in covers]
        if method == 'highs':
            import highspy, numpy as np
            lp = highspy.HighsLp(); lp.num_col_, n = len(gains), len(V)
            terms = [u for _, u in rows] + [[(n + k, 1)] + [(i, -1) for i in ways[c]] for k, c in enumerate(covers)]
            lp.num_row_ = len(terms)
            lp.col_cost_ = -np.array(gains, float)
            lp.col_lower_, lp.col_upper_ = np.zeros(len(gains)), np.ones(len(gains))
            lp.row_lower_ = np.full(len(terms), -highspy.kHighsInf)
            lp.row_upper_ = np.array([room for room, _ in rows] + [0] * len(covers), float)
            lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
            lp.a_matrix_.start_ = np.concatenate([[0], np.cumsum([len(t) for t in terms])]).astype(np.int32)
            lp.a_matrix_.index_ = np.array([i for t in terms for i, _ in t], np.int32)
            lp.a_matrix_.value_ = np.array([k for t in terms for _, k in t], float)
            lp.integrality_ = [highspy.HighsVarType.kInteger] * len(gains)
            h = highspy.Highs(); h.silent(); h.setOptionValue('time_limit', limit); h.setOptionValue('threads', 2)
            h.passModel(lp); h.run()
            found = h.getInfo().primal_solution_status == 2
            score = -h.getInfo().objective_function_value
        else:
            from ortools.sat.python import cp_model
            s = cp_model.CpModel(); x = [s.new_bool_var('') for _ in gains]
            sum_of = cp_model.LinearExpr.weighted_sum
            for room, u in rows:
                if room == 1 and all(n == 1 for _, n in u): s.add_at_most_one(x[i] for i, _ in u)
                else: s.add(sum_of([x[i] for i, _ in u], [n for _, n in u]) <= room)
            for k, c in enumerate(covers): s.add_bool_or([x[len(V) + k].negated()] + [x[i] for i in ways[c]])
            s.maximize(sum_of(x, gains))
            solver = cp_model.CpSolver(); solver.parameters.max_time_in_seconds = limit
            solver.parameters.num_workers = 2
            found = solver.solve(s) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
            score = solver.objective_value
        open(sys.argv[4], 'w').write(str(round(score)) if found else 'no plan')
        """
}
