import VisitFormats
import VisitModel

/// A prisoner's visit account for programs: `visitd-account/1`.
public struct AccountDocument: Sendable {
    /// The account.
    public var statement: AccountStatement
    /// The language of sentences and citations.
    public var language: Language

    /// A document of that account.
    public init(_ statement: AccountStatement, language: Language) {
        self.statement = statement
        self.language = language
    }

    /// The document.
    public var json: JSON {
        .members([
            "format": "visitd-account/1",
            "prisoner": JSON(statement.prisoner),
            "today": JSON(statement.today),
            "countedBy": statement.policy != nil ? "visit-orders" : statement.quota != nil ? "period" : .null,
            "visits": statement.quota.map { .members(["count": .int($0.count), "per": JSON($0.period)]) },
            "nextIssue": statement.nextIssue.map { JSON($0) },
            "open": .int(statement.balance.visitsOpen),
            "balance": balance,
            "entries": .array(statement.entries.map(line)),
        ])
    }

    private var balance: JSON {
        let balance = statement.balance
        return .members([
            "available": .int(balance.available), "accumulated": .int(balance.accumulated),
            "privilege": .int(balance.privilege), "visits": .int(balance.visits),
            "debt": .members(["visit": .int(balance.debt), "privilege": .int(balance.privilegeDebt)]),
        ])
    }

    private func line(_ entry: LedgerEntry) -> JSON {
        .members([
            "date": JSON(entry.day), "unit": .string(entry.unit.rawValue), "kind": .string(entry.kind.rawValue),
            "cause": .string(entry.cause.rawValue), "count": .int(entry.count),
            "visit": entry.visit.map { JSON($0) }, "rule": entry.rule.isEmpty ? nil : .string(entry.rule),
            "citation": statement.citations[entry.rule].map { .string($0[language]) },
            "sentence": .string(entry.sentence[language]), "note": entry.note.isEmpty ? nil : .string(entry.note),
        ])
    }
}
