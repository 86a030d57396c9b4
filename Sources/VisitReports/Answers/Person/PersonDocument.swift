import VisitFormats
import VisitModel

/// All that a store holds on a child, for the child or whoever speaks for it: `visitd-person/1`. It holds names, and citizen
/// numbers masked: that one is held is told, and who reads over somebody's shoulder does not learn it.
public struct PersonDocument: Sendable {
    /// What is held.
    public var record: PersonRecord
    /// The language of the sentences.
    public var language: Language

    /// A document of what is held on a child.
    public init(_ record: PersonRecord, language: Language) {
        self.record = record
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<PersonDocument>(format: "visitd-person/1") { document in
        document.has("child", object: child) { $0.record.child }
        document.has("household", household.schema.orNull) { document in
            document.record.household.map { household.json($0) } ?? .null
        }
        document.has("guardians", listOf: guardian) { $0.record.guardians }
        document.has("bonds", listOf: bond) { document in
            document.record.bonds.map { bond in
                (bond, prisoner: document.record.prisoners.first { $0.id == bond.prisoner })
            }
        }
        document.has("visits", .list(VisitDocument.schema.schema)) { document in
            .array(
                document.record.visits.map { VisitDocument($0.visit, acts: $0.acts, language: document.language).json })
        }
        document.has("refusals", listOf: Refusal.listed) { document in
            document.record.refusals.map { (refusal: $0, language: document.language) }
        }
        document.has("feeds", FeedsDocument.schema.schema) { FeedsDocument($0.record.feeds).json }
        document.has("texts", listOf: text) { $0.record.texts }
        document.has("audit", AuditDocument.schema.schema) { AuditDocument($0.record.audit).json }
    }

    private static let text = AnswerObject<FoundText> { text in
        text.has("place", .text) { .string($0.place) }
        text.has("row", .text) { .string($0.row) }
        text.has("text", .text) { .string($0.text) }
    }

    private static let child = AnswerObject<Child> { child in
        child.has("id", .text) { JSON($0.id) }
        child.has("name", .text) { .string($0.name) }
        child.has("birthDate", .day) { JSON($0.birthDate) }
        child.mayHave("schoolCalendar", .text) { $0.schoolCalendar.map { JSON($0) } }
        child.mayHave("citizenNumber", .text) { $0.citizenNumber.map { .string($0.masked) } }
        child.has("needs", .list(.words(of: Child.Need.self))) { .strings($0.needs.map(\.rawValue)) }
    }

    private static let household = AnswerObject<Household> { household in
        household.has("id", .text) { JSON($0.id) }
        household.has("name", .text) { .string($0.name) }
        household.has("kind", .words(of: Household.Kind.self)) { .string($0.kind.rawValue) }
        household.has("place", .text) { JSON($0.place) }
        household.mayHave("phone", .text) { $0.phone.map { .string($0) } }
        household.has("lang", .words(of: Language.self)) { .string($0.language.rawValue) }
        household.mayHave("organisation", .text) { $0.organisation.map { JSON($0) } }
    }

    private static let guardian = AnswerObject<Guardian> { guardian in
        guardian.has("id", .text) { JSON($0.id) }
        guardian.has("name", .text) { .string($0.name) }
        guardian.has("relation", .words(of: Guardian.Relation.self)) { .string($0.relation.rawValue) }
        guardian.mayHave("birthDate", .day) { $0.birthDate.map { JSON($0) } }
        guardian.mayHave("citizenNumber", .text) { $0.citizenNumber.map { .string($0.masked) } }
        guardian.mayHave("phone", .text) { $0.phone.map { .string($0) } }
        guardian.mayHave("wechat", .text) { $0.wechat.map { .string($0) } }
    }

    private static let bond = AnswerObject<(bond: Bond, prisoner: Prisoner?)> { bond in
        bond.has("prisoner", .text) { JSON($0.bond.prisoner) }
        bond.mayHave("prisonerName", .text) { $0.prisoner.map { .string($0.name) } }
        bond.has("relation", .words(of: Bond.Relation.self)) { .string($0.bond.relation.rawValue) }
        bond.has("contact", .words(of: Bond.Contact.self)) { .string($0.bond.contact.rawValue) }
        bond.has("papers", .list(.words(of: Paper.self))) { .strings($0.bond.papers.map(\.rawValue)) }
        bond.mayHave("maxGapDays", .whole) { $0.bond.maxGap.map { .int($0) } }
    }
}
