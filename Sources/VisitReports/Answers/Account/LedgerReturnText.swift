import VisitModel

/// What going back to a day did, or would do, for a person.
public struct LedgerReturnText: Sendable {
    /// What is told, and in which language.
    public var document: LedgerReturnDocument

    /// A text of that document.
    public init(_ document: LedgerReturnDocument) {
        self.document = document
    }

    /// The text: what was taken back, and the accounts that could not be put right.
    public var text: String {
        let findings =
            document.findings.isEmpty ? "" : FindingsText(document.findings, language: document.language).text
        return sentence[document.language] + "\n" + findings
    }

    private var sentence: BilingualText {
        let (day, lines, accounts) = (document.day, document.lines, document.accounts)
        let (plans, visits) = (document.plans.map(String.init), document.cancelled.count)
        guard lines > 0 || !plans.isEmpty else {
            return BilingualText(
                en: "Nothing is written for days after \(day); there is nothing to take back.",
                zh: "\(day) 之后没有任何记录，无需撤回。")
        }
        let list =
            plans.isEmpty
            ? BilingualText(en: "none", zh: "无")
            : BilingualText(
                en: "no. " + plans.joined(separator: ", "), zh: "第 \(plans.joined(separator: "、")) 号")
        let what = BilingualText(
            en: "accounts: \(accounts), lines added: \(lines); plans withdrawn: \(list.english); proposals cancelled: "
                + "\(visits).",
            zh: "台账 \(accounts) 个，新增记录 \(lines) 行；撤回的计划：\(list.chinese)；取消的拟定会见：\(visits) 次。")
        guard !document.isDryRun else {
            return BilingualText(
                en: "This would go back to \(day): \(what.english) Nothing was written.",
                zh: "将退回至 \(day)：\(what.chinese)未写入任何内容。")
        }
        return BilingualText(
            en: "Back to \(day): \(what.english) The next run makes the plan anew.",
            zh: "已退回至 \(day)：\(what.chinese)下次运行时重新制定计划。")
    }
}
