import VisitModel

/// The days of a replayed ledger, for a person.
public struct LedgerReplayText: Sendable {
    /// The days.
    public var days: [LedgerDay]
    /// The language.
    public var language: Language

    /// A text of those days.
    public init(_ days: [LedgerDay], language: Language) {
        self.days = days
        self.language = language
    }

    /// One line for each day on which something changed, and for the last.
    public var text: String {
        let phrases = Phrases(language)
        let headings = [
            phrases.choose("available", "可用"), phrases.choose("accumulated", "累积"), phrases.choose("privilege", "优待"),
            phrases.choose("owed", "欠额"), phrases.choose("granted", "发放"), phrases.choose("expired", "失效"),
        ]
        let shown = days.indices.filter { index in
            index == 0 || index == days.count - 1 || days[index].balance != days[index - 1].balance
                || days[index].granted + days[index].privilegeGranted + days[index].expired
                    + days[index].privilegeExpired > 0
        }
        return TextTable(
            [.init(phrases.choose("Day", "日期"))] + headings.map { .init($0, .right) },
            rows: shown.map { row(days[$0]) }
        ).text
    }

    private func row(_ day: LedgerDay) -> [String] {
        [
            day.date.description, "\(day.balance.available)", "\(day.balance.accumulated)", "\(day.balance.privilege)",
            "\(day.balance.debt)+\(day.balance.privilegeDebt)", "\(day.granted)+\(day.privilegeGranted)",
            "\(day.expired)+\(day.privilegeExpired)",
        ]
    }
}
