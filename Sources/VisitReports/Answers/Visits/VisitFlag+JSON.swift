import VisitFormats
import VisitModel

extension VisitFlag {
    /// What does not hold, told in a language.
    static let answer = AnswerObject<(flag: VisitFlag, language: Language)> { flag in
        flag.has("code", .words(of: VisitFlag.Code.self)) { .string($0.flag.code.rawValue) }
        flag.has("since", .text) { JSON($0.flag.since) }
        flag.has("sentence", .text) { .string($0.flag.sentence[$0.language]) }
        flag.mayHave("subject", .text) { $0.flag.subject.isEmpty ? nil : .string($0.flag.subject) }
        flag.mayHave("waived", object: waiverAnswer) { $0.flag.waiver }
    }

    /// What keeps two from meeting, told in a language: of no visit, and so without a beginning.
    static let obstacleAnswer = AnswerObject<(flag: VisitFlag, language: Language)> { flag in
        flag.has("code", .words(of: VisitFlag.Code.self)) { .string($0.flag.code.rawValue) }
        flag.has("sentence", .text) { .string($0.flag.sentence[$0.language]) }
        flag.mayHave("subject", .text) { $0.flag.subject.isEmpty ? nil : .string($0.flag.subject) }
    }

    /// Somebody’s decision, or that a family was told: who, how, when.
    static let waiverAnswer = AnswerObject<VisitWaiver> { waiver in
        waiver.has("by", .text) { .string($0.actor) }
        waiver.has("reason", .text) { .string($0.reason) }
        waiver.has("at", .text) { JSON($0.moment) }
    }
}
