import VisitFormats
import VisitModel

/// What a night's computing of all accounts did, for programs: `visitd-ledger-night/1`.
public struct LedgerNightDocument: Sendable {
    /// The day up to which the accounts were computed.
    public var today: Day
    /// How many accounts there are.
    public var accounts: Int
    /// How many lines the store did not have.
    public var lines: Int
    /// Whose account could not be computed, and why.
    public var findings: [Finding]
    /// The language of the sentences.
    public var language: Language

    /// A document of a night's computing.
    public init(today: Day, accounts: Int, lines: Int, findings: [Finding], language: Language) {
        self.today = today
        self.accounts = accounts
        self.lines = lines
        self.findings = findings
        self.language = language
    }

    /// The document.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<LedgerNightDocument>(format: "visitd-ledger-night/1") { document in
        document.has("today", .day) { JSON($0.today) }
        document.has("accounts", .whole) { .int($0.accounts) }
        document.has("lines", .whole) { .int($0.lines) }
        document.has("findings", listOf: Finding.answer) { document in
            document.findings.map { (finding: $0, language: document.language) }
        }
    }
}
