import VisitModel

/// A hard rule that a plan breaks.
public struct Violation: Hashable, Sendable {
    /// The rules (Docs/guides/solver-format.md, hard rules).
    public enum Kind: String, Sendable, CaseIterable {
        /// The session is not an option of the request.
        case notAnOption = "not-an-option"
        /// The visit stands twice in the plan.
        case duplicate
        /// More tables are needed than the session has.
        case tables
        /// More persons come than the session admits.
        case seats
        /// More visits in a period than the quota has left.
        case quotaVisits = "quota-visits"
        /// More minutes in a period than the quota allows.
        case quotaMinutes = "quota-minutes"
        /// Two visits to a prisoner lie too close together.
        case minGap = "min-gap"
        /// A household makes two visits on one day.
        case twiceOnADay = "twice-on-a-day"
        /// A fixed visit is not in the plan.
        case fixedMissing = "fixed-missing"
        /// No escort goes from the home that day.
        case noEscort = "no-escort"
        /// More trips than the home's escorts can make that day.
        case escorts
        /// More money than the month's budget.
        case budget
    }

    /// The rule.
    public var kind: Kind
    /// The visits that break it together, in the order of the plan.
    public var visits: [Assignment]
    /// How much was found: tables, visits, days apart, cents; 0 where nothing is counted.
    public var found: Int
    /// How much is allowed.
    public var allowed: Int

    /// A violation.
    public init(_ kind: Kind, _ visits: [Assignment], found: Int = 0, allowed: Int = 0) {
        self.kind = kind
        self.visits = visits
        self.found = found
        self.allowed = allowed
    }

    /// The violation as a finding about `subject`, by the identifiers of `problem`.
    public func finding(in problem: Problem, subject: String, severity: Finding.Severity = .error) -> Finding {
        let named = visits.prefix(4).map { visit in
            "\(problem.requests[visit.request.position].id) @ \(problem.sessions[visit.session.position].id)"
        }
        let list = named.joined(separator: ", ") + (visits.count > 4 ? ", …" : "")
        let (english, chinese) = rule
        return Finding(
            severity, code: "visit-breaks-\(kind.rawValue)", subject: subject,
            sentence: BilingualText(en: "\(english) (\(list)).", zh: "\(chinese)（\(list)）。"))
    }

    private var rule: (String, String) {
        switch kind {
        case .notAnOption: ("The session is not an option of the request", "该场次不在此申请的可选范围内")
        case .duplicate: ("The visit is given twice", "同一次会见重复出现")
        case .tables: ("The session needs \(found) tables and has \(allowed)", "该场次需要 \(found) 张会见桌，只有 \(allowed) 张")
        case .seats: ("\(found) persons would come to a session for \(allowed)", "该场次将有 \(found) 人，限 \(allowed) 人")
        case .quotaVisits:
            ("\(found) visits fall in one period; \(allowed) are left", "同一周期内有 \(found) 次会见，仅余 \(allowed) 次")
        case .quotaMinutes:
            ("\(found) minutes fall in one period; \(allowed) are allowed", "同一周期内会见 \(found) 分钟，限 \(allowed) 分钟")
        case .minGap:
            (
                "Two visits lie \(found) days apart; at least \(allowed) are required",
                "两次会见相隔 \(found) 天，至少须隔 \(allowed) 天"
            )
        case .twiceOnADay: ("One household would make two visits on one day", "同一家庭一天内有两次会见")
        case .fixedMissing: ("A fixed visit is missing", "缺少已确定的会见")
        case .noEscort: ("No escort goes from the home that day", "当天该处没有陪同人员出行")
        case .escorts:
            ("Escorts would make \(found) trips on a day; \(allowed) are possible", "当天陪同出行 \(found) 次，最多 \(allowed) 次")
        case .budget:
            ("The month's visits take \(found) cents; \(allowed) are budgeted", "当月会见花费 \(found) 分，预算为 \(allowed) 分")
        }
    }
}
