import VisitFormats
import VisitModel

extension CalledOff {
    /// A visit that was called off, told in a language: identifiers, never names.
    static let answer = AnswerObject<(calledOff: CalledOff, language: Language)> { told in
        told.has("visit", .text) { JSON($0.calledOff.visit.id) }
        told.mayHave("number", .text) { $0.calledOff.visit.number.map { .string(VisitNumber.text($0)) } }
        told.has("date", .day) { JSON($0.calledOff.visit.date) }
        told.has("status", .words(of: Visit.Status.self)) { .string($0.calledOff.visit.status.rawValue) }
        told.mayHave("was", .words(of: Visit.Status.self)) { told in
            told.calledOff.flag?.calledOff.map { .string($0.rawValue) }
        }
        told.mayHave("by", .words(of: VisitAct.Party.self)) { told in
            told.calledOff.by.map { .string($0.rawValue) }
        }
        told.mayHave("code", .words(of: VisitFlag.Code.self)) { told in
            told.calledOff.flag.map { .string($0.code.rawValue) }
        }
        told.has("sentence", .text) { .string($0.calledOff.why()[$0.language]) }
    }
}
