import VisitModel

/// A prisoner's visit account for a person: what it holds, then line by line how that came about.
public struct AccountText: Sendable {
    /// The account.
    public var statement: AccountStatement
    /// The language.
    public var language: Language

    /// A text of that account.
    public init(_ statement: AccountStatement, language: Language) {
        self.statement = statement
        self.language = language
    }

    private var phrases: Phrases { Phrases(language) }

    /// What the account holds and when more comes, in sentences.
    var summary: [String] { [holds, next].filter { !$0.isEmpty } }

    /// The text.
    public var text: String {
        let lines = summary
        guard !statement.entries.isEmpty else { return lines.joined(separator: "\n") + "\n" }
        return lines.joined(separator: "\n") + "\n\n" + table + sources
    }

    private var holds: String {
        let (balance, id) = (statement.balance, statement.prisoner.text.onOneLine)
        if statement.policy != nil {
            var parts = [
                phrases.choose(
                    "\(balance.available) available", "可用\(balance.available)张"),
                phrases.choose("\(balance.accumulated) accumulated", "累积\(balance.accumulated)张"),
                phrases.choose("\(balance.privilege) privilege", "优待\(balance.privilege)张"),
            ]
            let owed = balance.debt + balance.privilegeDebt
            if owed > 0 { parts.append(phrases.choose("\(owed) owed", "欠\(owed)张")) }
            return phrases.choose(
                "\(id) holds visit orders on \(statement.today): \(phrases.list(parts)).",
                "\(statement.today)，\(id)持有探访令：\(phrases.list(parts))。")
        }
        guard let quota = statement.quota else {
            return phrases.choose(
                "No rule gives \(id) a number of visits on \(statement.today); nothing is counted.",
                "\(statement.today)没有规则为\(id)规定会见次数，不计次。")
        }
        let number = phrases.count(quota.count, "visit", "visits", "次")
        return phrases.choose(
            "\(id) has \(number) \(phrases.per(quota.period)); on \(statement.today) \(balance.visits) left.",
            "\(id)\(phrases.per(quota.period))\(number)会见；\(statement.today)尚余\(balance.visits)次。")
    }

    private var next: String {
        guard let day = statement.nextIssue, let policy = statement.policy else { return "" }
        let number = LedgerEntry.Unit.visitOrder.counted(policy.amount)[language]
        return phrases.choose("The next \(number) will be issued on \(day).", "下次于\(day)发放\(number)。")
    }

    private var table: String {
        var account = Running()
        return TextTable(
            [
                .init(phrases.choose("Day", "日期")), .init(phrases.choose("Holds", "余额"), .right),
                .init(phrases.choose("What happened", "事项")), .init(phrases.choose("Rule", "依据")),
            ],
            rows: statement.entries.map { entry in
                account.post(entry)
                let sentence = phrases.paragraph(
                    [entry.sentence[language], entry.note.isEmpty ? "" : phrases.sentence(entry.note)])
                return [entry.day.description, String(account.holds), sentence, entry.rule]
            }
        ).text
    }

    private var sources: String {
        let rules = Set(statement.entries.map(\.rule)).sorted()
        let lines = rules.compactMap { rule in
            statement.citations[rule].map { "  [\(rule.onOneLine)] \($0[language].onOneLine)\n" }
        }
        return lines.isEmpty ? "" : "\n" + lines.joined()
    }

    /// What is held after each line, less what is owed.
    private struct Running {
        /// What it was after each of the lines that count.
        private var after: [Int] = []
        var holds: Int { after.last ?? 0 }

        mutating func post(_ entry: LedgerEntry) {
            switch entry.kind {
            case .granted, .carried, .refunded, .repaid, .waived: after.append(holds + entry.count)
            case .used, .owed, .withdrawn: after.append(holds - entry.count)
            case .expired: after.append(entry.visit == nil ? holds - entry.count : holds)
            case .accumulated: after.append(holds)
            case .reverted: _ = after.popLast()
            }
        }
    }
}
