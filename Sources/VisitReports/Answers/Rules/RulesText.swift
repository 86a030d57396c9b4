import VisitModel

/// Every rule of a book, in a table for each pack, for a person.
public struct RulesText: Sendable {
    /// The packs, in display order.
    public var packs: [PackSummary]
    /// The language.
    public var language: Language

    /// A text of these packs.
    public init(_ packs: [PackSummary], language: Language) {
        self.packs = packs
        self.language = language
    }

    /// The text.
    public var text: String {
        packs.map { pack in
            let table = TextTable(
                [
                    .init(heading(en: "Rule", zh: "规则")), .init(heading(en: "Force", zh: "效力")),
                    .init(heading(en: "Confidence", zh: "可信度")), .init(heading(en: "Valid", zh: "有效期")),
                    .init(heading(en: "Title", zh: "名称")),
                ],
                rows: pack.rules.map {
                    [$0.id, $0.force.name[language], $0.confidence.rawValue, $0.validity, $0.title[language]]
                })
            return "\(pack.title[language]) (\(pack.id))\n\(pack.instrument[language])\n\n\(table.text)"
        }.joined(separator: "\n")
    }

    private func heading(en: String, zh: String) -> String { BilingualText(en: en, zh: zh)[language] }
}
