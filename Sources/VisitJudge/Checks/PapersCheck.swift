import VisitModel

extension Check {
    /// The papers that the rules ask for are in the file, apart from those that the adult brings on the day.
    static let papers = Check(.papersMissing) { visit, _ in
        visit.answers.filter { $0.verdict == .admitted && !$0.missingPapers.isEmpty }.map { answer in
            visit.flag(
                .papersMissing, "child \(answer.child)",
                answer.missingPapers.map { Refusal.Fact("paper", $0.rawValue) })
        }
    }
}
