import VisitModel
import Yams

extension PackReader {
    /// A parameter that the pack declares.
    mutating func parameter(_ mapping: Node.Mapping) -> RuleParameter? {
        var fields = PackFields(mapping, subject: "parameter")
        let name = noted.text("name", of: fields)
        fields.subject = "parameter \(name ?? "")"
        noted.reportUnknownKeys(
            in: fields, known: ["name", "unit", "default", "least", "most", "explanation"])
        if noted.required("unit", of: fields) == nil { return nil }
        guard let unit = noted.word("unit", of: fields, as: RuleParameter.Unit.self) else { return nil }
        let least = fields.value("least") == nil ? 0 : noted.number("least", of: fields, in: 0...100_000)
        let usualMost = unit == .yesNo ? 1 : 1000
        let most = fields.value("most") == nil ? usualMost : noted.number("most", of: fields, in: 0...100_000)
        let explanation = noted.bilingual("explanation", of: fields)
        guard let name, let least, let most, let explanation else { return nil }
        guard least <= most else {
            noted.report(
                "out-of-range", fields.subject, at: fields.value("least")?.mark,
                en: "'least' is \(least), above 'most', \(most).", zh: "“least”（\(least)）大于“most”（\(most)）。")
            return nil
        }
        var parameter = RuleParameter(
            name: name, unit: unit, preset: nil, range: least...most, explanation: explanation,
            location: noted.location(fields.mark))
        guard let preset = preset(of: fields, for: parameter) else { return nil }
        parameter.preset = preset
        if parameters[name] != nil { reportDuplicate(name, fields) }
        parameters[name] = parameter
        return parameter
    }

    /// The default; `.some(nil)` where it is written `unset`, nil after noting a fault.
    private mutating func preset(of fields: PackFields, for parameter: RuleParameter) -> Int?? {
        guard let node = noted.required("default", of: fields) else { return nil }
        let text = node.scalar?.string ?? ""
        if text == "unset" { return .some(nil) }
        if let number = parameter.number(text) { return .some(number) }
        let expected =
            parameter.unit == .yesNo
            ? "\"yes\", \"no\"" : "\(parameter.range.lowerBound)…\(parameter.range.upperBound)"
        noted.report(
            "out-of-range", fields.subject, at: node.mark,
            en: "The default is '\(text)'; expected \(expected) or unset.", zh: "默认值为“\(text)”；应为 \(expected) 或 unset。")
        return nil
    }

    private mutating func reportDuplicate(_ name: String, _ fields: PackFields) {
        noted.report(
            "duplicate-parameter", fields.subject, at: fields.value("name")?.mark,
            en: "The parameter '\(name)' is declared twice in this pack.", zh: "参数“\(name)”在本规则包中声明了两次。")
    }
}
