import VisitModel
import Yams

extension PackReader {
    private static let ruleKeys = [
        "id", "title", "citation", "force", "confidence", "valid_from", "valid_to", "scope", "conditions", "effects",
        "trace", "notes",
    ]

    /// One rule; nil after noting what is wrong.
    mutating func rule(_ mapping: Node.Mapping, pack: String) -> Rule? {
        var fields = PackFields(mapping, subject: "rule")
        let id = identifier(of: fields)
        fields.subject = "rule \(id ?? "")"
        noted.reportUnknownKeys(in: fields, known: Self.ruleKeys)
        let title = noted.bilingual("title", of: fields)
        let citation = noted.bilingual("citation", of: fields)
        let force = requiredWord("force", of: fields, as: TraceStep.Force.self)
        let confidence = requiredWord("confidence", of: fields, as: TraceStep.Confidence.self)
        let validFrom = noted.required("valid_from", of: fields) == nil ? nil : noted.day("valid_from", of: fields)
        let validTo = noted.day("valid_to", of: fields)
        checkValidity(validFrom, validTo, force, fields)
        let scope = scope(of: fields)
        let conditions = noted.mappings("conditions", of: fields).compactMap {
            condition(PackFields($0, subject: fields.subject))
        }
        let trace = fields.value("trace") == nil ? nil : template("trace", of: fields)
        let provisions = provisions(of: fields, trace: trace)
        let notes = fields.value("notes") == nil ? nil : noted.bilingual("notes", of: fields)
        guard let id, let title, let citation, let force, let confidence, let validFrom else { return nil }
        return Rule(
            id: id, pack: pack, title: title, citation: citation, force: force, confidence: confidence,
            validFrom: validFrom, validTo: validTo, scope: scope, conditions: conditions, provisions: provisions,
            notes: notes, location: noted.location(fields.mark))
    }

    /// A word of an enumeration that must be there.
    mutating func requiredWord<Word: RawRepresentable & CaseIterable>(
        _ key: String, of fields: PackFields, as type: Word.Type, code: String = "unknown-value"
    ) -> Word? where Word.RawValue == String {
        noted.required(key, of: fields) == nil ? nil : noted.word(key, of: fields, as: type, code: code)
    }

    private mutating func checkValidity(
        _ from: Day?, _ to: Day?, _ force: TraceStep.Force?, _ fields: PackFields
    ) {
        if let from, let to, to < from {
            noted.report(
                "ends-before-it-begins", fields.subject, at: fields.value("valid_to")?.mark,
                en: "The rule is valid to \(to), before it is valid from \(from).",
                zh: "规则的失效日 \(to) 早于生效日 \(from)。")
        }
        if force == .historic, fields.value("valid_to") == nil {
            noted.report(
                "missing-key", fields.subject, at: fields.mark,
                en: "A historic rule needs the key 'valid_to'.", zh: "已失效的规则必须有键“valid_to”。")
        }
    }

    private mutating func provisions(of fields: PackFields, trace: SentenceTemplate?) -> [Rule.Provision] {
        guard noted.required("effects", of: fields) != nil else { return [] }
        let mappings = noted.mappings("effects", of: fields)
        if mappings.isEmpty {
            noted.report(
                "no-effect", fields.subject, at: fields.value("effects")?.mark, en: "The rule has no effect.",
                zh: "规则没有任何效果。")
        }
        return mappings.compactMap { mapping in
            let effectFields = PackFields(mapping, subject: fields.subject)
            let effect = effect(effectFields)
            let own = effectFields.value("trace") == nil ? nil : template("trace", of: effectFields)
            if own == nil, trace == nil, fields.value("trace") == nil, effectFields.value("trace") == nil {
                noted.report(
                    "missing-key", fields.subject, at: effectFields.mark,
                    en: "Neither the effect nor the rule has a 'trace' sentence.", zh: "该效果与规则都没有“trace”说明句。")
            }
            let forNone = effectFields.value("trace_none") == nil ? nil : template("trace_none", of: effectFields)
            guard let effect, let sentence = own ?? trace else { return nil }
            return Rule.Provision(effect: effect, sentence: sentence, sentenceForNone: forNone)
        }
    }

    private mutating func template(_ key: String, of fields: PackFields) -> SentenceTemplate? {
        guard let text = noted.bilingual(key, of: fields) else { return nil }
        switch SentenceTemplate.parse(text) {
        case .success(let template): return template
        case .failure(let unknown):
            let known = SentenceTemplate.Placeholder.allCases.map(\.rawValue)
            noted.report(
                "unknown-placeholder", fields.subject, at: fields.value(key)?.mark,
                en:
                    "The placeholder '{\(unknown.name)}' is not known; expected one of: \(known.joined(separator: ", ")).",
                zh: "不认识占位符“{\(unknown.name)}”；可用：\(known.joined(separator: "、"))。",
                advice: PackFindings.advice(for: unknown.name, among: known))
            return nil
        }
    }
}
