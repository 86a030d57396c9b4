import VisitFormats
import VisitModel
import VisitReports
import VisitRules

/// Every rule of a book, in a list: for people a table, for programs `visitd-rules/1`.
struct RulesText {
    private let book: RuleBook
    private let language: Language

    init(_ book: RuleBook, language: Language) {
        self.book = book
        self.language = language
    }

    /// A table for each pack.
    var text: String {
        book.packs.map { pack in
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

    /// The document.
    var json: JSON {
        .members([
            "format": "visitd-rules/1",
            "packs": .array(
                book.packs.map { pack in
                    .members([
                        "id": .string(pack.id), "title": .string(pack.title[language]),
                        "instrument": .string(pack.instrument[language]),
                        "rules": .array(pack.rules.map { RuleText($0, language: language).members }),
                    ])
                }),
        ])
    }

    private func heading(en: String, zh: String) -> String { BilingualText(en: en, zh: zh)[language] }
}

/// One rule: what it says, on whose word, how sure we are.
struct RuleText {
    private let rule: Rule
    private let language: Language

    init(_ rule: Rule, language: Language) {
        self.rule = rule
        self.language = language
    }

    /// The rule in lines.
    var text: String {
        var lines = [
            "\(rule.id)  \(rule.title[language])",
            line(en: "Source", zh: "来源", rule.citation[language]),
            line(en: "Force", zh: "效力", rule.force.name[language]),
            line(en: "Confidence", zh: "可信度", rule.confidence.rawValue),
            line(en: "Valid", zh: "有效期", rule.validity),
        ]
        lines += rule.provisions.map { "  · \($0.sentence.source[language])" }
        if let notes = rule.notes { lines.append(line(en: "Note", zh: "说明", notes[language])) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The document `visitd-rule/1`.
    var json: JSON {
        guard case .object(let own) = members else { return members }
        return .object([.init("format", "visitd-rule/1")] + own)
    }

    /// The rule's members in a document.
    var members: JSON {
        .members([
            "id": .string(rule.id), "title": .string(rule.title[language]),
            "citation": .string(rule.citation[language]), "force": .string(rule.force.rawValue),
            "confidence": .string(rule.confidence.rawValue), "validFrom": .string("\(rule.validFrom)"),
            "validTo": rule.validTo.map { .string("\($0)") },
            "effects": .array(rule.provisions.map { .string($0.sentence.source[language]) }),
            "notes": rule.notes.map { .string($0[language]) },
        ])
    }

    private func line(en: String, zh: String, _ value: String) -> String {
        "  \(BilingualText(en: en, zh: zh)[language]): \(value)"
    }
}

extension Rule {
    /// From when to when it applies: `2016-12-05 …`.
    fileprivate var validity: String { "\(validFrom) … \(validTo.map { "\($0)" } ?? "")" }
}
