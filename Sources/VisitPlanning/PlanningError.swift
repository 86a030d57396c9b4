import VisitModel

/// Why there is no plan, or no session to move a visit into.
public enum PlanningError: Failure, Hashable {
    /// The run was stopped.
    case stopped
    /// The plan that was made breaks a condition of the problem: the solver is at fault.
    case brokenPlan([String])
    /// The prison has no such session, or several on that day and no time was said.
    case noSession(Identifier<Prison>, Day, ClockTime?, known: [ClockTime])

    /// What sort of failure it is.
    public var kind: FailureKind {
        switch self {
        case .stopped: .tryAgain
        case .brokenPlan: .bug
        case .noSession: .noInput
        }
    }

    /// A stable word for it.
    public var code: String {
        switch self {
        case .stopped: "stopped"
        case .brokenPlan: "refused-by-judge"
        case .noSession: "no-session"
        }
    }

    /// What could not be done, and why.
    public var sentence: BilingualText {
        switch self {
        case .stopped:
            BilingualText(en: "The run was stopped; nothing was published.", zh: "运行被中止；未发布任何内容。")
        case .brokenPlan(let violations):
            BilingualText(
                en:
                    "The plan breaks \(violations.count) conditions and was not published: "
                    + violations.prefix(3).joined(separator: "; ") + ".",
                zh: "计划违反了 \(violations.count) 项条件，未发布："
                    + violations.prefix(3).joined(separator: "；") + "。")
        case .noSession(let prison, let date, let start, let known):
            BilingualText(
                en:
                    "The prison \(prison) has \(known.isEmpty ? "no session" : "sessions at \(Self.list(known))") on \(date); "
                    + "expected one\(start.map { " at \($0)" } ?? "").",
                zh: "监狱 \(prison) 在 \(date) \(known.isEmpty ? "没有会见场次" : "的场次为 \(Self.list(known))")；"
                    + "应有一场\(start.map { "（\($0)）" } ?? "")。")
        }
    }

    /// What to do about it, if there is something.
    public var advice: BilingualText? {
        guard case .noSession(_, _, nil, let known) = self, known.count > 1 else { return nil }
        return BilingualText(en: "Perhaps say the time as well.", zh: "不妨同时给出时间。")
    }

    private static func list(_ times: [ClockTime]) -> String { times.map(\.description).joined(separator: ", ") }
}
