import VisitModel

extension Check {
    /// The papers that the rules ask for are in the file by the last day for the request, apart from those that the adult brings
    /// on the day. Until then there is time to get them.
    static let papers = Check(.papersMissing) { visit, world in
        guard visit.visit.date - world.today < visit.daysOfNotice else { return [] }
        return visit.answers.filter { $0.verdict == .admitted && !$0.missingPapers.isEmpty }.map { answer in
            visit.flag(
                .papersMissing, "child \(answer.child)",
                answer.missingPapers.map { Refusal.Fact("paper", $0.rawValue) })
        }
    }
}
