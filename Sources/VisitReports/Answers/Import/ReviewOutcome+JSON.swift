import VisitFormats
import VisitModel

extension ReviewOutcome {
    /// What documents say about it.
    static let answer = AnswerObject<(review: ReviewOutcome, language: Language)> { told in
        told.has("ended", listOf: noted) { told in
            told.review.ended.map { (.init($0.visit, $0.flag), told.language) }
        }
        told.has("flagged", listOf: noted) { told in told.review.flagged.map { ($0, told.language) } }
        told.has("lifted", listOf: noted) { told in told.review.lifted.map { ($0, told.language) } }
        told.mayHave("putRight", listOf: noted) { told in
            told.review.putRight.isEmpty ? nil : told.review.putRight.map { ($0, told.language) }
        }
    }

    private static let noted = AnswerObject<(noted: ReviewOutcome.Noted, language: Language)> { told in
        told.has("visit", .text) { JSON($0.noted.visit.id) }
        told.mayHave("number", .text) { $0.noted.visit.number.map { .string(VisitNumber.text($0)) } }
        told.has("date", .day) { JSON($0.noted.visit.date) }
        told.has("status", .words(of: Visit.Status.self)) { .string($0.noted.visit.status.rawValue) }
        told.has("code", .words(of: VisitFlag.Code.self)) { .string($0.noted.flag.code.rawValue) }
        told.has("sentence", .text) { .string($0.noted.flag.sentence[$0.language]) }
    }
}
