import VisitModel
import Yams

extension PackReader {
    private static let scopeKeys = [
        "jurisdiction", "facility", "prisoner_sex", "grade", "sentence", "custody", "child_age", "relation",
        "company",
    ]

    /// The scope of a rule; the whole world where it has none.
    mutating func scope(of rule: PackFields) -> Scope {
        var scope = Scope()
        guard let node = noted.required("scope", of: rule) else { return scope }
        guard let mapping = node.mapping else {
            noted.wrongType("scope", rule.subject, at: node.mark, expected: BilingualText(en: "a mapping", zh: "映射"))
            return scope
        }
        let fields = PackFields(mapping, subject: rule.subject)
        noted.reportUnknownKeys(in: fields, known: Self.scopeKeys)
        scope.jurisdictions = jurisdictions(of: fields)
        scope.facilities = noted.words("facility", of: fields, as: Prison.Facility.self)
        if fields.value("prisoner_sex")?.scalar?.string != "*" {
            scope.prisonerSex = noted.word("prisoner_sex", of: fields, as: Sex.self)
        }
        scope.grades = noted.words("grade", of: fields, as: Prisoner.Grade.self)
        scope.sentences = noted.words("sentence", of: fields, as: Prisoner.Sentence.self)
        scope.custody = noted.words("custody", of: fields, as: Prisoner.Custody.self)
        scope.relations = noted.words("relation", of: fields, as: Bond.Relation.self)
        scope.company = noted.words("company", of: fields, as: Scope.Company.self)
        scope.childAge = childAge(of: fields) ?? scope.childAge
        return scope
    }

    private mutating func jurisdictions(of fields: PackFields) -> [Jurisdiction] {
        guard let node = noted.required("jurisdiction", of: fields) else { return [] }
        let nodes = node.sequence.map(Array.init) ?? [node]
        return nodes.compactMap { node in
            let code = node.scalar?.string ?? ""
            let isFit = code.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: "-")
            }
            if code == "*" || (isFit && code.utf8.count >= 2) { return Jurisdiction(code) }
            noted.report(
                "unknown-value", fields.subject, at: node.mark,
                en: "'jurisdiction' is '\(code)'; expected a code such as CN, CN-SC, US-BOP, GB-EAW, or *.",
                zh: "“jurisdiction”为“\(code)”；应为 CN、CN-SC、US-BOP、GB-EAW 之类的代码，或 *。")
            return nil
        }
    }

    private mutating func childAge(of scope: PackFields) -> Range<Int>? {
        guard let node = scope.value("child_age"), node.scalar?.string != "*" else { return nil }
        guard let mapping = node.mapping else {
            noted.wrongType(
                "child_age", scope.subject, at: node.mark,
                expected: BilingualText(en: "a mapping with the keys from and below", zh: "含 from 与 below 的映射"))
            return nil
        }
        let fields = PackFields(mapping, subject: scope.subject)
        noted.reportUnknownKeys(in: fields, known: ["from", "below"])
        let from = fields.value("from") == nil ? 0 : noted.number("from", of: fields, in: 0...199)
        let below = fields.value("below") == nil ? 200 : noted.number("below", of: fields, in: 1...200)
        guard let from, let below else { return nil }
        if from < below { return from..<below }
        noted.report(
            "out-of-range", scope.subject, at: node.mark, en: "No child is at least \(from) and below \(below).",
            zh: "不存在年满 \(from) 岁又不满 \(below) 岁的儿童。")
        return nil
    }

    private static let conditionKeys = [
        "event", "first_visit", "protect_child_contact", "parameter", "other_parent", "distance_above", "care_state",
        "term_months",
    ]

    /// One condition of a rule; nil after noting what is wrong.
    mutating func condition(_ fields: PackFields) -> Condition? {
        let kinds = Self.conditionKeys.filter { fields.value($0) != nil }
        switch kinds {
        case ["event"]: return occurrence(fields)
        case ["first_visit"]:
            noted.reportUnknownKeys(in: fields, known: ["first_visit"])
            return .firstVisit(noted.flag("first_visit", of: fields))
        case ["protect_child_contact"]:
            noted.reportUnknownKeys(in: fields, known: ["protect_child_contact"])
            return .protectChildContact(noted.flag("protect_child_contact", of: fields))
        case ["parameter"]:
            noted.reportUnknownKeys(in: fields, known: ["parameter", "is"])
            guard let name = parameterName("parameter", of: fields, unit: .yesNo),
                let answer = requiredWord("is", of: fields, as: YesNo.self)
            else { return nil }
            return .parameter(name: name, isYes: answer == .yes)
        case ["other_parent"]: return otherParent(fields)
        case ["care_state"]:
            noted.reportUnknownKeys(in: fields, known: ["care_state"])
            return noted.text("care_state", of: fields).map { .careState($0 == "unknown" ? nil : Jurisdiction($0)) }
        case ["term_months"]:
            noted.reportUnknownKeys(in: fields, known: ["term_months"])
            return noted.number("term_months", of: fields, in: 1...1200).map { .term(leastMonths: $0) }
        case ["distance_above"]:
            noted.reportUnknownKeys(in: fields, known: ["distance_above"])
            return parameterName("distance_above", of: fields, unit: .kilometres).map { .distanceAbove(parameter: $0) }
        default:
            let known = Self.conditionKeys.joined(separator: ", ")
            noted.report(
                "unknown-condition", fields.subject, at: fields.mark,
                en: "A condition names exactly one of: \(known).",
                zh: "一个条件只能且必须写明以下之一：\(known.replacing(", ", with: "、"))。")
            return nil
        }
    }

    private mutating func otherParent(_ fields: PackFields) -> Condition? {
        noted.reportUnknownKeys(in: fields, known: ["other_parent", "days", "months"])
        let states = noted.words("other_parent", of: fields, as: ContactCase.OtherParent.State.self)
        let isTimed = fields.value("days") != nil || fields.value("months") != nil
        let span = isTimed ? span(of: fields) : nil
        return states.isEmpty || isTimed && span == nil ? nil : .otherParent(states, atLeast: span)
    }

    private enum YesNo: String, CaseIterable {
        case yes, no
    }

    private mutating func occurrence(_ fields: PackFields) -> Condition? {
        noted.reportUnknownKeys(in: fields, known: ["event", "kind", "state", "days", "months", "least", "absent"])
        let kinds = noted.words("event", of: fields, as: PrisonerEvent.Kind.self)
        let misconduct = noted.words("kind", of: fields, as: PrisonerEvent.Misconduct.self)
        let least = fields.value("least") == nil ? 1 : noted.number("least", of: fields, in: 1...100)
        guard let state = requiredWord("state", of: fields, as: Condition.State.self), let least else { return nil }
        var window: Span?
        if state == .within || state == .ended || state == .lasting || state == .accumulated {
            window = span(of: fields)
            if window == nil { return nil }
        }
        if kinds.isEmpty { return nil }
        return .event(
            Condition.Occurrence(
                kinds: kinds, misconduct: misconduct, state: state, window: window, least: least,
                isNegated: noted.flag("absent", of: fields)))
    }
}
