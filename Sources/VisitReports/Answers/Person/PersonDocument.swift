import VisitFormats
import VisitModel

/// All that a store holds on a child, for the child or whoever speaks for it: `visitd-person/1`. It holds names.
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
    public var json: JSON {
        let child = record.child
        return .members([
            "format": "visitd-person/1",
            "child": .members([
                "id": JSON(child.id), "name": .string(child.name), "birthDate": JSON(child.birthDate),
                "schoolCalendar": child.schoolCalendar.map { JSON($0) },
                "needs": .strings(child.needs.map(\.rawValue)),
            ]),
            "household": record.household.map { household in
                .members([
                    "id": JSON(household.id), "name": .string(household.name),
                    "kind": .string(household.kind.rawValue), "place": JSON(household.place),
                    "phone": household.phone.map { .string($0) }, "lang": .string(household.language.rawValue),
                    "organisation": household.organisation.map { JSON($0) },
                ])
            } ?? .null,
            "guardians": .array(record.guardians.map(guardian)),
            "bonds": .array(record.bonds.map(bond)),
            "visits": .array(
                record.visits.map { VisitDocument($0.visit, acts: $0.acts, language: language).json }),
            "refusals": .array(record.refusals.map { $0.listed(language) }),
            "feeds": FeedsDocument(record.feeds).json,
            "audit": AuditDocument(record.audit).json,
        ])
    }

    private func guardian(_ guardian: Guardian) -> JSON {
        .members([
            "id": JSON(guardian.id), "name": .string(guardian.name), "relation": .string(guardian.relation.rawValue),
            "birthDate": guardian.birthDate.map { JSON($0) }, "phone": guardian.phone.map { .string($0) },
        ])
    }

    private func bond(_ bond: Bond) -> JSON {
        .members([
            "prisoner": JSON(bond.prisoner),
            "prisonerName": record.prisoners.first { $0.id == bond.prisoner }.map { .string($0.name) },
            "relation": .string(bond.relation.rawValue), "contact": .string(bond.contact.rawValue),
            "papers": .strings(bond.papers.map(\.rawValue)), "maxGapDays": bond.maxGap.map { .int($0) },
        ])
    }
}
