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
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<AccountDocument>(format: "visitd-account/1") { document in
        document.has("prisoner", .text) { JSON($0.statement.prisoner) }
        document.has("today", .day) { JSON($0.statement.today) }
        document.has("countedBy", .words(["visit-orders", "period"]).orNull) { document in
            document.statement.policy != nil ? "visit-orders" : document.statement.quota != nil ? "period" : .null
        }
        document.mayHave("visits", object: Entitlement.Quota.answer) { $0.statement.quota }
        document.mayHave("nextIssue", .day) { $0.statement.nextIssue.map { JSON($0) } }
        document.has("open", .whole) { .int($0.statement.balance.visitsOpen) }
        document.has("balance", object: balance) { $0.statement.balance }
        document.has("entries", listOf: line) { document in
            document.statement.entries.map { entry in
                (entry, citation: document.statement.citations[entry.rule], language: document.language)
            }
        }
    }

    private static let balance = AnswerObject<LedgerBalance> { balance in
        balance.has("available", .whole) { .int($0.available) }
        balance.has("accumulated", .whole) { .int($0.accumulated) }
        balance.has("privilege", .whole) { .int($0.privilege) }
        balance.has("visits", .whole) { .int($0.visits) }
        balance.has("debt", object: OrderPair.answer) { OrderPair(visit: $0.debt, privilege: $0.privilegeDebt) }
    }

    private typealias Line = (entry: LedgerEntry, citation: BilingualText?, language: Language)

    private static let line = AnswerObject<Line> { line in
        line.has("date", .day) { JSON($0.entry.day) }
        line.has("unit", .words(of: LedgerEntry.Unit.self)) { .string($0.entry.unit.rawValue) }
        line.has("kind", .words(of: LedgerEntry.Kind.self)) { .string($0.entry.kind.rawValue) }
        line.has("cause", .words(of: LedgerEntry.Cause.self)) { .string($0.entry.cause.rawValue) }
        line.has("count", .whole) { .int($0.entry.count) }
        line.mayHave("visit", .text) { $0.entry.visit.map { JSON($0) } }
        line.mayHave("rule", .text) { $0.entry.rule.isEmpty ? nil : .string($0.entry.rule) }
        line.mayHave("citation", .text) { line in line.citation.map { .string($0[line.language]) } }
        line.has("sentence", .text) { .string($0.entry.sentence[$0.language]) }
        line.mayHave("note", .text) { $0.entry.note.isEmpty ? nil : .string($0.entry.note) }
    }
}

/// A number of visit orders and one of privilege orders.
struct OrderPair: Sendable {
    var visit: Int
    var privilege: Int

    /// What every document says about them.
    static let answer = AnswerObject<OrderPair> { pair in
        pair.has("visit", .whole) { .int($0.visit) }
        pair.has("privilege", .whole) { .int($0.privilege) }
    }
}
