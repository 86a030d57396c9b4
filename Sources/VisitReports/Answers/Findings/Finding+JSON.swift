import VisitFormats
import VisitModel

extension Finding {
    /// A finding, told in a language.
    typealias Told = (finding: Finding, language: Language)

    /// What every document says about a finding.
    static let answer = AnswerObject<Told> { finding in
        finding.has("severity", .text) { .string($0.finding.severity.rawValue) }
        finding.has("code", .text) { .string($0.finding.code) }
        finding.has("subject", .text) { .string($0.finding.subject) }
        finding.mayHave("file", .text) { $0.finding.location.map { .string($0.file) } }
        finding.mayHave("line", .whole) { $0.finding.location?.line.map { .int($0) } }
        finding.mayHave("column", .whole) { $0.finding.location?.column.map { .int($0) } }
        finding.has("sentence", .text) { .string($0.finding.sentence[$0.language]) }
        finding.mayHave("advice", .text) { told in told.finding.advice.map { .string($0[told.language]) } }
        finding.mayHave("visits", .list(.text)) { told in
            told.finding.visits.isEmpty ? nil : .strings(told.finding.visits.map(\.text))
        }
    }
}
