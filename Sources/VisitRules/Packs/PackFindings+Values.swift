import VisitModel
import Yams

/// Typed reading of a mapping's members. Each returns nil after noting what is wrong.
extension PackFindings {
    /// The value of a key that must be there.
    mutating func required(_ key: String, of fields: PackFields) -> Node? {
        if let node = fields.value(key) { return node }
        report(
            "missing-key", fields.subject, at: fields.mark, en: "The key '\(key)' is missing.", zh: "缺少键“\(key)”。")
        return nil
    }

    /// A text that is not empty.
    mutating func text(_ key: String, of fields: PackFields) -> String? {
        guard let node = required(key, of: fields) else { return nil }
        return text(node, as: key, subject: fields.subject)
    }

    private mutating func text(_ node: Node, as name: String, subject: String) -> String? {
        guard let scalar = node.scalar, !scalar.string.isEmpty else {
            wrongType(name, subject, at: node.mark, expected: BilingualText(en: "a text", zh: "文字"))
            return nil
        }
        return scalar.string
    }

    /// A text in both languages.
    mutating func bilingual(_ key: String, of fields: PackFields) -> BilingualText? {
        guard let node = required(key, of: fields) else { return nil }
        guard let mapping = node.mapping else {
            wrongType(
                key, fields.subject, at: node.mark,
                expected: BilingualText(en: "a mapping with the keys en and zh", zh: "含 en 与 zh 两个键的映射"))
            return nil
        }
        let both = PackFields(mapping, subject: fields.subject)
        reportUnknownKeys(in: both, known: ["en", "zh"])
        var texts: [String] = []
        for language in ["en", "zh"] {
            guard let node = both.value(language) else {
                report(
                    "missing-language", fields.subject, at: node.mark ?? fields.mark,
                    en: "'\(key)' has no text in the language '\(language)'.", zh: "“\(key)”缺少语言“\(language)”的文字。")
                continue
            }
            if let text = text(node, as: "\(key).\(language)", subject: fields.subject) { texts.append(text) }
        }
        return texts.count == 2 ? BilingualText(en: texts[0], zh: texts[1]) : nil
    }

    /// A whole number within `range`.
    mutating func number(_ key: String, of fields: PackFields, in range: ClosedRange<Int>) -> Int? {
        guard let node = required(key, of: fields) else { return nil }
        guard let scalar = node.scalar, let number = Int(scalar.string) else {
            wrongType(key, fields.subject, at: node.mark, expected: BilingualText(en: "a whole number", zh: "整数"))
            return nil
        }
        guard range.contains(number) else {
            report(
                "out-of-range", fields.subject, at: node.mark,
                en: "'\(key)' is \(number); expected \(range.lowerBound) to \(range.upperBound).",
                zh: "“\(key)”为 \(number)；应在 \(range.lowerBound) 至 \(range.upperBound) 之间。")
            return nil
        }
        return number
    }

    /// A truth value written `true` or `false`; `preset` where the key is missing.
    mutating func flag(_ key: String, of fields: PackFields, preset: Bool = false) -> Bool {
        guard let node = fields.value(key) else { return preset }
        switch node.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            wrongType(
                key, fields.subject, at: node.mark, expected: BilingualText(en: "true or false", zh: "true 或 false"))
            return preset
        }
    }

    /// A day written `YYYY-MM-DD`; nil also where the key is missing.
    mutating func day(_ key: String, of fields: PackFields) -> Day? {
        guard let node = fields.value(key) else { return nil }
        if let text = node.scalar?.string, let day = Day(text) { return day }
        report(
            "no-such-day", fields.subject, at: node.mark,
            en: "'\(key)' is '\(node.scalar?.string ?? "")'; expected a day that exists, written YYYY-MM-DD.",
            zh: "“\(key)”为“\(node.scalar?.string ?? "")”；应为存在的日期，写作 YYYY-MM-DD。")
        return nil
    }

    /// One word of an enumeration; nil also where the key is missing.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ key: String, of fields: PackFields, as type: Word.Type, code: String = "unknown-value"
    ) -> Word? where Word.RawValue == String {
        fields.value(key).flatMap { word($0, key: key, subject: fields.subject, as: type, code: code) }
    }

    /// One word of an enumeration, or a list of them; empty where the key is missing or the value is `*`.
    mutating func words<Word: RawRepresentable & CaseIterable>(
        _ key: String, of fields: PackFields, as type: Word.Type
    ) -> [Word] where Word.RawValue == String {
        guard let node = fields.value(key), node.scalar?.string != "*" else { return [] }
        let nodes = node.sequence.map(Array.init) ?? [node]
        return nodes.compactMap { word($0, key: key, subject: fields.subject, as: type, code: "unknown-value") }
    }

    private mutating func word<Word: RawRepresentable & CaseIterable>(
        _ node: Node, key: String, subject: String, as type: Word.Type, code: String
    ) -> Word? where Word.RawValue == String {
        let text = node.scalar?.string ?? ""
        if let word = Word(rawValue: text) { return word }
        let known = Word.allCases.map(\.rawValue)
        report(
            code, subject, at: node.mark,
            en: "'\(key)' is '\(text)'; expected one of: \(known.joined(separator: ", ")).",
            zh: "“\(key)”为“\(text)”；可用的值：\(known.joined(separator: "、"))。",
            advice: Self.advice(for: text, among: known))
        return nil
    }

    /// The mappings of a list; nil elements are left out after being noted.
    mutating func mappings(_ key: String, of fields: PackFields) -> [Node.Mapping] {
        guard let node = fields.value(key) else { return [] }
        guard let sequence = node.sequence else {
            wrongType(key, fields.subject, at: node.mark, expected: BilingualText(en: "a list", zh: "列表"))
            return []
        }
        return sequence.compactMap { element in
            if let mapping = element.mapping { return mapping }
            wrongType(
                key, fields.subject, at: element.mark, expected: BilingualText(en: "a list of mappings", zh: "映射的列表"))
            return nil
        }
    }

    /// Notes that `name` is not what it should be.
    mutating func wrongType(_ name: String, _ subject: String, at mark: Mark?, expected: BilingualText) {
        report(
            "wrong-type", subject, at: mark, en: "'\(name)' is not \(expected.english).",
            zh: "“\(name)”应为\(expected.chinese)。")
    }
}
