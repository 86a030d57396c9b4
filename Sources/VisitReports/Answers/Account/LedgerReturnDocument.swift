import VisitFormats
import VisitModel

/// What going back to a day did, or would do, for programs: `visitd-ledger-revert/1`.
public struct LedgerReturnDocument: Sendable {
    /// The day.
    public var day: Day
    /// How many accounts got lines.
    public var accounts: Int
    /// How many lines.
    public var lines: Int
    /// The plans that were withdrawn, by number.
    public var plans: [Int]
    /// The proposals that are cancelled, by date.
    public var cancelled: [Identifier<Visit>]
    /// Whose account could not be put right, and why.
    public var findings: [Finding]
    /// Whether nothing was written because that was asked for.
    public var isDryRun: Bool
    /// The language of the sentences.
    public var language: Language

    /// A document of going back to a day.
    public init(
        day: Day, accounts: Int, lines: Int, plans: [Int], cancelled: [Identifier<Visit>], findings: [Finding],
        isDryRun: Bool, language: Language
    ) {
        self.day = day
        self.accounts = accounts
        self.lines = lines
        self.plans = plans
        self.cancelled = cancelled
        self.findings = findings
        self.isDryRun = isDryRun
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<LedgerReturnDocument>(format: "visitd-ledger-revert/1") { document in
        document.has("toDay", .day) { JSON($0.day) }
        document.has("dryRun", .flag) { .bool($0.isDryRun) }
        document.has("accounts", .whole) { .int($0.accounts) }
        document.has("lines", .whole) { .int($0.lines) }
        document.has("withdrawnPlans", .list(.whole)) { .array($0.plans.map { .int($0) }) }
        document.has("cancelledVisits", .list(.text)) { .array($0.cancelled.map { JSON($0) }) }
        document.has("findings", listOf: Finding.answer) { document in
            document.findings.map { (finding: $0, language: document.language) }
        }
    }
}
