import VisitModel
import VisitPlanning

/// How long records stay after a case has closed, read from the register's `retention.*` parameters.
struct RetentionParameters: Hashable {
    /// So many days after its last bond ended a child is erased: `retention.closed_case_days`; nil, and nobody is, until the
    /// operator says so.
    var closedCaseDays: Int?

    /// What is wrong with the values that were given.
    private(set) var findings: [Finding] = []

    private static let range = 0...36_500

    /// The figures that `parameters` set.
    init(_ parameters: [Parameter]) {
        for parameter in parameters where parameter.name.hasPrefix("retention.") {
            guard parameter.name == "retention.closed_case_days" else {
                findings.append(.unknown(parameter))
                continue
            }
            guard let days = Int(parameter.value), Self.range.contains(days) else {
                findings.append(
                    .value(
                        parameter,
                        expected: BilingualText(
                            en: "a whole number of days from \(Self.range.lowerBound) to \(Self.range.upperBound)",
                            zh: "\(Self.range.lowerBound) 到 \(Self.range.upperBound) 之间的整数（天）")))
                continue
            }
            closedCaseDays = days
        }
    }
}
