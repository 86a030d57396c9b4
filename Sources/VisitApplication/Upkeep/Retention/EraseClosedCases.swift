import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// The longest time, in seconds, between the last write to a store and the day on which closed cases are erased.
    private static let longestPause = 35 * 86_400

    /// Which children would be erased, since their cases have been closed for as long as the parameter
    /// `retention.closed_case_days` says.
    ///
    /// - Throws: `RetentionError`.
    public func closedCases(today: Day) throws -> RetentionDocument {
        try requireFullReach()
        let view = try reading()
        let parameters = RetentionParameters(try view.store.parameters())
        guard parameters.findings.isEmpty else { throw RetentionError.faultyParameters(parameters.findings) }
        guard let days = parameters.closedCaseDays else { throw RetentionError.notSet }
        if let last = try view.store.latestStamp(), today.number * 86_400 - last.seconds > Self.longestPause {
            throw RetentionError.dayFarAhead(today: today, lastWrite: last)
        }
        let closed = ClosedCases(try view.register(), today: today)
        return RetentionDocument(
            days: days, isDone: false,
            cases: closed.cases.filter { $0.ended + days <= today }.map {
                .init(child: $0.child.text, ended: $0.ended, due: $0.ended + days)
            },
            withoutBond: closed.withoutBond.map(\.text))
    }

    /// Erases the children whose cases have been closed for long enough, each as `erase` does, with a line of the audit log
    /// that says why. What is published is written anew once. Stopped in the middle, the next run does the rest.
    ///
    /// - Throws: `RetentionError`, and as `erase`.
    public func eraseClosedCases(output: String? = nil, today: Day) throws -> RetentionDocument {
        var document = try closedCases(today: today)
        document.isDone = true
        guard !document.cases.isEmpty else { return document }
        try erase(
            document.cases.map { Identifier($0.child) }, because: ["retention-days=\(document.days)"], output: output,
            today: today)
        return document
    }
}
