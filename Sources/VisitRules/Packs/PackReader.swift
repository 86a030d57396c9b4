import Foundation
import VisitModel
import Yams

/// Reads one pack file. Every fault is noted with its line and column; nothing is dropped silently.
struct PackReader {
    var noted: PackFindings
    /// The parameters that the pack declares, by name; rules may use no others.
    var parameters: [String: RuleParameter] = [:]

    /// The pack of `file`, or nil where a fault was found, with the faults.
    static func read(file: String) -> (pack: RulePack?, findings: [Finding]) {
        var reader = PackReader(noted: PackFindings(file: file))
        let pack = reader.text(of: file).flatMap { reader.pack(from: $0) }
        return (reader.noted.findings.isEmpty ? pack : nil, reader.noted.findings)
    }

    private mutating func text(of file: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            noted.report("pack-unreadable", noted.subject, at: nil, en: "The file cannot be read.", zh: "无法读取该文件。")
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            noted.report(
                "pack-not-utf8", noted.subject, at: nil, en: "The file is not UTF-8 text.", zh: "该文件不是 UTF-8 文本。")
            return nil
        }
        return text
    }

    private mutating func pack(from text: String) -> RulePack? {
        guard let mapping = root(of: text) else { return nil }
        var fields = PackFields(mapping, subject: "pack")
        let id = identifier(of: fields)
        fields.subject = id.map { "pack \($0)" } ?? noted.subject
        noted.reportUnknownKeys(
            in: fields, known: ["id", "title", "instrument", "source", "binds", "parameters", "rules"])
        let title = noted.bilingual("title", of: fields)
        let instrument = noted.bilingual("instrument", of: fields)
        let source = noted.bilingual("source", of: fields)
        let declared = noted.mappings("parameters", of: fields).compactMap { parameter($0) }
        for parameter in declared { parameters[parameter.name] = parameter }
        let binds = noted.mappings("binds", of: fields).compactMap { binding(PackFields($0, subject: fields.subject)) }
        _ = noted.required("rules", of: fields)
        var rules = noted.mappings("rules", of: fields).compactMap { rule($0, pack: id ?? "") }
        for index in rules.indices { rules[index].binds = binds }
        guard let id, let title, let instrument, let source else { return nil }
        return RulePack(
            id: id, title: title, instrument: instrument, source: source, binds: binds, parameters: declared,
            rules: rules, file: noted.file)
    }

    /// `{jurisdiction: CN, from: 1992-04-01, confidence: K}`.
    private mutating func binding(_ fields: PackFields) -> Rule.Binding? {
        noted.reportUnknownKeys(in: fields, known: ["jurisdiction", "from", "confidence"])
        guard noted.required("jurisdiction", of: fields) != nil, noted.required("from", of: fields) != nil,
            let code = noted.text("jurisdiction", of: fields), let from = noted.day("from", of: fields),
            let confidence = requiredWord("confidence", of: fields, as: TraceStep.Confidence.self)
        else { return nil }
        return Rule.Binding(jurisdiction: Jurisdiction(code), from: from, confidence: confidence)
    }

    private mutating func root(of text: String) -> Node.Mapping? {
        do {
            if let mapping = try Yams.compose(yaml: text)?.mapping { return mapping }
            noted.wrongType(
                "pack", noted.subject, at: nil,
                expected: BilingualText(en: "a mapping with the key rules", zh: "含键 rules 的映射"))
        } catch {
            let (problem, mark) = Self.problem(of: error)
            noted.report(
                "pack-syntax", noted.subject, at: mark, en: "This is not YAML: \(problem).",
                zh: "不是合格的 YAML：\(problem)。")
        }
        return nil
    }

    private static func problem(of error: any Error) -> (String, Mark?) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (problem, mark)
        case .duplicatedKeysInMapping(let duplicates, let context):
            ("the key \(duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")) stands twice", context.mark)
        case .reader(let problem, _, _, _): (problem, nil)
        default: ("it cannot be parsed", nil)
        }
    }

    /// An identifier: letters, digits, `-`, `.`, `_` and `/`; safe in URLs, logs and shells.
    mutating func identifier(of fields: PackFields) -> String? {
        guard let id = noted.text("id", of: fields) else { return nil }
        let isFit = id.utf8.allSatisfy {
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || "-._".utf8.contains($0)
        }
        if isFit { return id }
        noted.report(
            "unfit-id", fields.subject, at: fields.value("id")?.mark,
            en: "The id '\(id)' holds something other than letters, digits, '-', '.' and '_'.",
            zh: "标识“\(id)”只能由字母、数字、“-”、“.”和“_”组成。")
        return nil
    }
}
