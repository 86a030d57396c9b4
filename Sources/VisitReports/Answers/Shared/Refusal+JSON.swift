import VisitFormats
import VisitModel

extension Refusal {
    /// A refusal, told in a language.
    typealias Told = (refusal: Refusal, language: Language)

    /// The refusal as `visitd-next/1` shows it.
    func json(_ language: Language) -> JSON { Self.answer.json((self, language)) }

    /// What every document says about a refusal.
    static let answer = AnswerObject<Told> { refusal in
        refusal.has("code", .text) { .string($0.refusal.code.rawValue) }
        refusal.has("facts", .anyObject) {
            .object($0.refusal.distinctFacts.map { .init($0.name, .string($0.value)) })
        }
        refusal.has("sentence", .text) { .string($0.refusal.sentence[$0.language]) }
        refusal.has("wouldHelp", .list(.text)) { .sentences($0.refusal.wouldHelp, $0.language) }
    }

    /// What lists of refusals tell: the bond that it is about as well.
    static let listed = AnswerObject<Told> { refusal in
        refusal.has("child", .text) { JSON($0.refusal.child) }
        refusal.has("prisoner", .text) { JSON($0.refusal.prisoner) }
        refusal.has("household", .text) { JSON($0.refusal.household) }
        refusal.has(membersOf: answer) { $0 }
    }

    /// The facts; of two with the same name the first, since an object must not name a member twice (RFC 8259, section 4).
    private var distinctFacts: [Fact] {
        facts.enumerated().filter { position, fact in
            !facts[..<position].contains { $0.name == fact.name }
        }.map(\.element)
    }
}
