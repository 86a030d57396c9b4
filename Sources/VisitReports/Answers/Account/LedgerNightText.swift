import VisitModel

/// What a night's computing of all accounts did, for a person.
public struct LedgerNightText: Sendable {
    /// What is told, and in which language.
    public var document: LedgerNightDocument

    /// A text of that document.
    public init(_ document: LedgerNightDocument) {
        self.document = document
    }

    /// The text: a sentence, and the accounts that could not be computed.
    public var text: String {
        let (accounts, lines, today) = (document.accounts, document.lines, document.today)
        let sentence = BilingualText(
            en: "\(accounts) accounts computed up to \(today); lines that the store did not have: \(lines).",
            zh: "已将 \(accounts) 个台账推算至 \(today)；库中原先没有的记录：\(lines) 行。")
        let findings =
            document.findings.isEmpty ? "" : FindingsText(document.findings, language: document.language).text
        return sentence[document.language] + "\n" + findings
    }
}
