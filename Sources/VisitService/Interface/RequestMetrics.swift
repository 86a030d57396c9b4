import Synchronization
import VisitModel

/// The metrics of the service for Prometheus (text format 0.0.4): by route and status, without the content of requests.
final class RequestMetrics: Sendable {
    private struct Key: Hashable, Comparable {
        var method: String
        var route: String
        var status: Int

        static func < (a: Key, b: Key) -> Bool { (a.route, a.method, a.status) < (b.route, b.method, b.status) }
    }

    private struct Counts {
        var requests: [Key: Int] = [:]
        /// Requests by the bound within which they were answered; one more for those beyond the last.
        var within = [Int](repeating: 0, count: RequestMetrics.bounds.count + 1)
        var seconds = 0.0
    }

    /// The bounds of the times of answers, in seconds.
    private static let bounds = [0.001, 0.005, 0.02, 0.1, 0.5, 2.5]

    private let counts = Mutex(Counts())

    /// Nothing counted yet.
    init() {}

    /// Counts a request that was answered.
    func count(_ method: String, _ route: String, _ status: Int, _ taken: Duration) {
        let seconds = taken / .seconds(1)
        let bound = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        counts.withLock { counts in
            counts.requests[Key(method: method, route: route, status: status), default: 0] += 1
            counts.within[bound] += 1
            counts.seconds += seconds
        }
    }

    /// The text.
    ///
    /// - Parameters:
    ///   - planStatus: how the plan stands; nil where the store does not answer.
    ///   - upkeep: how the store is kept; nil where the store does not answer.
    func text(_ state: Operation.State, isRunning: Bool, planStatus: PlanStatus?, upkeep: UpkeepFigures?) -> String {
        let counts = counts.withLock { $0 }
        var lines = [
            "# HELP visitd_requests_total Requests that were answered.", "# TYPE visitd_requests_total counter",
        ]
        for (key, count) in counts.requests.sorted(by: { $0.key < $1.key }) {
            lines.append(
                "visitd_requests_total{method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\"} \(count)"
            )
        }
        lines += [
            "# HELP visitd_request_seconds How long answers took.", "# TYPE visitd_request_seconds histogram",
        ]
        var sum = 0
        for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], counts.within) {
            sum += count
            lines.append("visitd_request_seconds_bucket{le=\"\(bound)\"} \(sum)")
        }
        lines += ["visitd_request_seconds_sum \(counts.seconds)", "visitd_request_seconds_count \(sum)"]
        lines += Self.gauge("visitd_rule_packs", "Rule packs in force.", state.packs.count)
        lines += Self.gauge(
            "visitd_kept", "What was kept as it was at the last reload, for its faults.", state.refusals.count)
        lines += Self.gauge("visitd_run_active", "Planning runs of this process that are going on.", isRunning ? 1 : 0)
        return (lines + Self.lines(of: planStatus) + (upkeep?.lines ?? [])).joined(separator: "\n") + "\n"
    }

    private static func lines(of planStatus: PlanStatus?) -> [String] {
        guard let planStatus else { return [] }
        var lines = [
            "# HELP visitd_visits_flagged Visits ahead that do not hold.", "# TYPE visitd_visits_flagged gauge",
        ]
        for status in Visit.Status.all(where: \.isAhead) {
            lines.append("visitd_visits_flagged{status=\"\(status.rawValue)\"} \(planStatus.flagged[status] ?? 0)")
        }
        if let published = planStatus.published {
            lines += gauge(
                "visitd_plan_published_seconds", "When the plan was published, in Unix time.", published.seconds)
        }
        if let reviewed = planStatus.reviewed {
            lines += gauge(
                "visitd_last_night_seconds", "When all visits were last looked at, in Unix time.", reviewed.seconds)
        }
        return lines
    }

    static func gauge(_ name: String, _ help: String, _ value: Int) -> [String] {
        ["# HELP \(name) \(help)", "# TYPE \(name) gauge", "\(name) \(value)"]
    }
}
