import VisitModel

/// Visits as a table for a person, and under it what does not hold of them. It holds names.
public struct VisitsText: Sendable {
    /// The visits, in display order.
    public var visits: [VisitDetail]
    /// The language.
    public var language: Language

    /// A text of these visits.
    public init(_ visits: [VisitDetail], language: Language) {
        self.visits = visits
        self.language = language
    }

    /// The text.
    public var text: String {
        let phrases = Phrases(language)
        guard !visits.isEmpty else { return phrases.choose("There is no such visit.\n", "没有符合条件的会见。\n") }
        let table = TextTable(
            [
                .init(phrases.choose("Visit", "会见")), .init(phrases.choose("Date", "日期")),
                .init(phrases.choose("Time", "时间")), .init(phrases.choose("Prison", "监狱")),
                .init(phrases.choose("Children", "孩子")), .init(phrases.choose("Adult", "陪同人")),
                .init(phrases.choose("Status", "状态")), .init(phrases.choose("Does not hold", "存在问题"), .right),
            ],
            rows: visits.map { row($0, phrases) })
        return table.text + flags(phrases)
    }

    private func row(_ detail: VisitDetail, _ phrases: Phrases) -> [String] {
        let visit = detail.visit
        let names = detail.children.map(\.name.onOneLine)
        return [
            visit.label, phrases.tableDate(visit.date), visit.start.map { phrases.span($0, visit.minutes) } ?? "–",
            detail.prison.name[language].onOneLine, phrases.list(names), detail.companionName?.onOneLine ?? "–",
            visit.status.name[language], detail.flags.isEmpty ? "" : String(detail.flags.count),
        ]
    }

    private func flags(_ phrases: Phrases) -> String {
        visits.filter { !$0.flags.isEmpty }.map { detail in
            let lines = FlagSentences(detail, phrases).lines.map { "  · \($0)\n" }.joined()
            return "\n\(detail.visit.label)\n" + lines
        }.joined()
    }
}

extension VisitDetail {
    /// What does not hold of it, a sentence each with its code, and with who has let it pass.
    public func flagLines(_ language: Language) -> [String] { FlagSentences(self, Phrases(language)).lines }
}

/// What does not hold of a visit, told to people who may read the names of those on it.
struct FlagSentences {
    private let flags: [VisitFlag]
    private let names: FlagNames
    private let phrases: Phrases

    init(_ detail: VisitDetail, _ phrases: Phrases) {
        (flags, names) = (detail.flags, detail.flagNames)
        self.phrases = phrases
    }

    /// One sentence for each with the code by which somebody can let it pass, for those who plan visits.
    var lines: [String] { zip(sentences, flags).map { "\($0) \($1.code.inBrackets)" } }

    /// One sentence for each, with who has let it pass.
    private var sentences: [String] {
        flags.map { flag in
            let sentence = flag.sentence(naming: names)[phrases.language].onOneLine
            guard let waiver = flag.waiver else { return sentence }
            let passed = phrases.labelled(phrases.choose("Let pass", "已放行"), waiver.reason.onOneLine)
            return phrases.paragraph([sentence, phrases.sentence(passed)])
        }
    }

    /// One sentence that says that the visit does not hold, and why, and what somebody has let pass; nil where it holds. What
    /// keeps nobody from coming is told without alarm.
    var warning: String? {
        guard !flags.isEmpty else { return nil }
        let label =
            flags.contains(where: \.isObstacle)
            ? phrases.choose("Please note, this does not hold at present", "请注意，这次安排目前存在问题")
            : phrases.choose("Please note", "请注意")
        return phrases.labelled(label, phrases.paragraph(sentences))
    }

    /// The same in a few words for a cell of a table: what does not hold, and why somebody has let it pass.
    var marks: [String] {
        flags.map { flag in
            let passed = flag.waiver.map {
                phrases.bracketed(phrases.labelled(phrases.choose("let pass", "已放行"), $0.reason.onOneLine))
            }
            return flag.code.name[phrases.language] + (passed ?? "")
        }.distinct
    }
}
