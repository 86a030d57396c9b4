import VisitFormats
import VisitModel

/// A closure of a prison with the visits that it took away, for programs: `visitd-closure/1`.
public struct ClosureDocument: Sendable {
    /// The closure.
    public var closure: Closure
    /// The visits that it cancelled.
    public var cancelled: [Visit]
    /// What else it does, or does not, that nobody may have thought of.
    public var remarks: [ClosureDoubt]
    /// The language of the sentences.
    public var language: Language

    /// A document of a closure.
    public init(_ closure: Closure, cancelled: [Visit], remarks: [ClosureDoubt], language: Language) {
        self.closure = closure
        self.cancelled = cancelled
        self.remarks = remarks
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<ClosureDocument>(format: "visitd-closure/1") { document in
        document.has("id", .text) { JSON($0.closure.id) }
        document.has("prison", .text) { JSON($0.closure.prison) }
        document.mayHave("session", .text) { $0.closure.template.map { JSON($0) } }
        document.has("from", .day) { JSON($0.closure.days.first) }
        document.has("to", .day) { JSON($0.closure.days.last) }
        document.has("reason", .text) { .string($0.closure.reason) }
        document.has("cancelled", .list(.text)) { .strings($0.cancelled.map(\.id.text)) }
        document.mayHave("remarks", listOf: remark) { document in
            document.remarks.isEmpty ? nil : document.remarks.map { (doubt: $0, language: document.language) }
        }
    }

    private static let remark = AnswerObject<(doubt: ClosureDoubt, language: Language)> { remark in
        remark.has("sentence", .text) { .string($0.doubt.sentence[$0.language]) }
        remark.has("advice", .text) { .string($0.doubt.advice[$0.language]) }
    }
}
