import VisitModel

/// One object of a case document with its path.
struct CaseFields {
    let path: String
    let members: [String: CaseValue]

    /// The value of `name`; nil where it is missing or null.
    func value(_ name: String) -> CaseValue? {
        if let value = members[name] {
            if case .null = value { nil } else { value }
        } else {
            nil
        }
    }

    /// The path of the member `name`.
    func path(_ name: String) -> String { "\(path).\(name)" }
}

/// Typed reading of a case. Each function notes what is wrong and returns nil then.
struct CaseReader {
    private(set) var findings: [Finding] = []

    /// Notes that the value at `path` is not what was expected.
    mutating func report(
        _ code: String, _ path: String, en: String, zh: String, advice: BilingualText? = nil
    ) {
        findings.append(
            Finding(.error, code: code, subject: path, sentence: BilingualText(en: en, zh: zh), advice: advice))
    }

    mutating func unexpected(_ value: CaseValue, at path: String, en: String, zh: String) {
        report(
            "unexpected-value", path, en: "Found \(value.shown); expected \(en).", zh: "此处为 \(value.shown)；应为\(zh)。")
    }

    /// The object at `path`, whose members must be among `known`.
    mutating func fields(_ value: CaseValue, at path: String, known: [String]) -> CaseFields? {
        guard case .object(let members) = value else {
            unexpected(value, at: path, en: "an object", zh: "对象")
            return nil
        }
        for name in members.keys.sorted() where !known.contains(name) {
            report(
                "unknown-field", "\(path).\(name)",
                en: "The field '\(name)' is not known here; expected one of: \(known.joined(separator: ", ")).",
                zh: "此处不认识字段“\(name)”；可用的字段：\(known.joined(separator: "、"))。",
                advice: PackFindings.advice(for: name, among: known))
        }
        return CaseFields(path: path, members: members)
    }

    /// The object under `name` that must be there.
    mutating func requiredFields(_ name: String, of fields: CaseFields, known: [String]) -> CaseFields? {
        guard let value = required(name, of: fields) else { return nil }
        return self.fields(value, at: fields.path(name), known: known)
    }

    mutating func required(_ name: String, of fields: CaseFields) -> CaseValue? {
        if let value = fields.value(name) { return value }
        report(
            "missing-field", fields.path(name), en: "The field '\(name)' is missing.", zh: "缺少字段“\(name)”。")
        return nil
    }

    mutating func text(_ name: String, of fields: CaseFields) -> String? {
        guard let value = fields.value(name) else { return nil }
        if case .text(let text) = value { return text }
        unexpected(value, at: fields.path(name), en: "a text", zh: "文字")
        return nil
    }

    mutating func day(_ name: String, of fields: CaseFields) -> Day? {
        guard let value = fields.value(name) else { return nil }
        if case .text(let text) = value, let day = Day(text) { return day }
        unexpected(
            value, at: fields.path(name), en: "a day that exists, written YYYY-MM-DD", zh: "存在的日期，写作 YYYY-MM-DD")
        return nil
    }

    mutating func number(_ name: String, of fields: CaseFields, in range: ClosedRange<Int>) -> Int? {
        guard let value = fields.value(name) else { return nil }
        if case .int(let number) = value, range.contains(number) { return number }
        unexpected(
            value, at: fields.path(name), en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
            zh: " \(range.lowerBound) 至 \(range.upperBound) 的整数")
        return nil
    }

    mutating func flag(_ name: String, of fields: CaseFields) -> Bool? {
        guard let value = fields.value(name) else { return nil }
        if case .bool(let flag) = value { return flag }
        unexpected(value, at: fields.path(name), en: "true or false", zh: " true 或 false")
        return nil
    }

    mutating func list(_ name: String, of fields: CaseFields) -> [(path: String, value: CaseValue)] {
        guard let value = fields.value(name) else { return [] }
        if case .list(let values) = value {
            return values.enumerated().map { ("\(fields.path(name))[\($0.offset)]", $0.element) }
        }
        unexpected(value, at: fields.path(name), en: "a list", zh: "列表")
        return []
    }

    /// A word of an enumeration, in kebab case as the tables write it or in camel case; `synonyms` come first.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, of fields: CaseFields, as type: Word.Type, synonyms: [String: Word] = [:]
    ) -> Word? where Word.RawValue == String {
        guard let value = fields.value(name) else { return nil }
        if case .text(let text) = value {
            if let word = synonyms[text] ?? Word(rawValue: text) { return word }
            if let word = Word.allCases.first(where: { $0.rawValue.camelCased == text }) { return word }
        }
        let known = Word.allCases.map(\.rawValue) + synonyms.keys.sorted()
        var advice: BilingualText?
        if case .text(let text) = value { advice = PackFindings.advice(for: text, among: known) }
        report(
            "unexpected-value", fields.path(name),
            en: "Found \(value.shown); expected one of: \(known.joined(separator: ", ")).",
            zh: "此处为 \(value.shown)；可用的值：\(known.joined(separator: "、"))。", advice: advice)
        return nil
    }
}

extension String {
    /// `very-lenient` as `veryLenient`.
    fileprivate var camelCased: String {
        let words = split(separator: "-")
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
            $0 + $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }
}
