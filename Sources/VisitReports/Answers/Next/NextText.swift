import VisitModel

/// The answer to "when is the next visit?" as one would tell it to a guardian.
///
/// Children who go together are reported together. The text holds names: it is for a person's terminal or page.
public struct NextText: Sendable {
    /// The answers, in the order in which they are told.
    public var outlooks: [Outlook]
    /// The day for which the answers hold.
    public var today: Day
    /// The ISO 4217 code of the currency of fares.
    public var currency: String
    /// The language.
    public var language: Language

    /// A text of these answers.
    public init(_ outlooks: [Outlook], today: Day, currency: String = "CNY", language: Language) {
        self.outlooks = outlooks
        self.today = today
        self.currency = currency
        self.language = language
    }

    /// The text: a paragraph for each visit or reason, apart by an empty line.
    public var text: String {
        guard !outlooks.isEmpty else {
            return Phrases(language).choose("Nobody matches this question.\n", "没有符合条件的孩子。\n")
        }
        return OutlookGroup.groups(of: outlooks).map(paragraph).joined(separator: "\n")
    }

    private func paragraph(_ group: OutlookGroup) -> String {
        let told = OutlookSentences(group: group, today: today, phrases: Phrases(language), currency: currency)
        return ([told.heading] + (told.body + told.withoutOutcome).map { "  " + $0 }).map { $0 + "\n" }.joined()
    }
}
