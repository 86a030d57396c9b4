import VisitModel
import Yams

/// The effects that count something, and the common parts of all. The others are in `PackReader+Provisions`.
extension PackReader {
    /// One effect; nil after noting what is wrong.
    mutating func effect(_ fields: PackFields) -> Effect? {
        guard let word = requiredWord("type", of: fields, as: Effect.Word.self, code: "unknown-effect") else {
            return nil
        }
        switch word {
        case .floor, .cap, .bonus: return counting(word, fields)
        case .require: return requirement(fields)
        case .modes, .eligibility, .notCounted, .override: return admission(word, fields)
        case .immunity: return immunity(fields)
        case .suspend: return suspension(fields)
        case .ask:
            known([], in: fields)
            return .ask
        case .defer, .extendedStay, .coResidence, .suspendCustody, .homeLeave, .clock: return lasting(word, fields)
        case .visitOrders, .privilegeOrders: return orders(word, fields)
        case .video: return video(fields)
        case .flag:
            known(["parameter", "task"], in: fields)
            var flag = Effect.Flag(parameter: nil, task: noted.word("task", of: fields, as: Duty.Task.self))
            if fields.value("parameter") == nil { return .flag(flag) }
            flag.parameter = parameterName("parameter", of: fields, unit: nil)
            return flag.parameter == nil ? nil : .flag(flag)
        case .placement, .data, .publish:
            known([], in: fields)
            return word == .placement ? .placement : word == .data ? .data : .publish
        }
    }

    /// Notes keys of an effect other than `type`, `trace` and `keys`.
    mutating func known(_ keys: [String], in fields: PackFields) {
        noted.reportUnknownKeys(in: fields, known: ["type"] + keys + ["trace", "trace_none"])
    }

    private mutating func counting(_ word: Effect.Word, _ fields: PackFields) -> Effect? {
        var keys = ["what", "per", "value", "parameter"]
        if word == .cap { keys.append("soft") }
        if word == .bonus { keys += ["to", "times"] }
        known(keys, in: fields)
        if word == .bonus, fields.value("times") != nil { return multiple(fields) }
        let isRaise = word == .bonus && fields.value("to") != nil
        guard let measure = requiredWord("what", of: fields, as: Measure.self),
            let per = countingPeriod(of: fields), fits(measure, per, fields),
            let amount = amount(isRaise ? "to" : "value", of: fields, unit: measure == .minutes ? .minutes : .count)
        else { return nil }
        switch word {
        case .floor: return .floor(measure, amount, per: per)
        case .cap: return .cap(measure, amount, per: per, isSoft: noted.flag("soft", of: fields))
        default: return .bonus(measure, isRaise ? .raisingTo(amount) : .adding(amount), per: per)
        }
    }

    /// Visits are counted per period, persons per visit, minutes per either.
    mutating func fits(_ measure: Measure, _ per: CountingPeriod, _ fields: PackFields) -> Bool {
        let isFit =
            switch measure {
            case .visits: per != .visit
            case .minutes: true
            case .visitors, .adults, .children: per == .visit
            }
        if !isFit {
            noted.report(
                "impossible-period", fields.subject, at: fields.value("per")?.mark,
                en: "'\(measure.rawValue)' cannot be counted per this period; visits need a period, persons the visit.",
                zh: "“\(measure.rawValue)”不能按此期间计数；次数须按期间计，人数须按每次会见计。")
        }
        return isFit
    }

    private enum PeriodWord: String, CaseIterable {
        case visit
        case calendarMonth = "calendar-month"
        case calendarYear = "calendar-year"
    }

    /// `per: visit`, `calendar-month`, `calendar-year`, `{days: 28}` or `{trailing_days: 30}`.
    mutating func countingPeriod(of fields: PackFields) -> CountingPeriod? {
        guard let node = noted.required("per", of: fields) else { return nil }
        guard let mapping = node.mapping else {
            switch noted.word("per", of: fields, as: PeriodWord.self) {
            case .visit: return .visit
            case .calendarMonth: return .calendarMonth
            case .calendarYear: return .calendarYear
            case nil: return nil
            }
        }
        let span = PackFields(mapping, subject: fields.subject)
        noted.reportUnknownKeys(in: span, known: ["days", "trailing_days"])
        if span.value("trailing_days") != nil {
            return noted.number("trailing_days", of: span, in: 1...3660).map { .trailing(days: $0) }
        }
        return noted.number("days", of: span, in: 1...3660).map { .days($0) }
    }

    /// The number under `key`, or the operator's parameter named under `parameter`: exactly one of the two.
    mutating func amount(
        _ key: String, of fields: PackFields, unit: RuleParameter.Unit, parameterKey: String = "parameter"
    ) -> Amount? {
        // "to: 2" and "to: {parameter: x}" are both possible where a key already says what the number is for.
        if let mapping = fields.value(key)?.mapping {
            let inner = PackFields(mapping, subject: fields.subject)
            noted.reportUnknownKeys(in: inner, known: ["parameter"])
            return parameterName("parameter", of: inner, unit: unit).map { .parameter($0) }
        }
        switch (fields.value(key) != nil, fields.value(parameterKey) != nil) {
        case (true, false): return noted.number(key, of: fields, in: 0...100_000).map { .fixed($0) }
        case (false, true): return parameterName(parameterKey, of: fields, unit: unit).map { .parameter($0) }
        default:
            noted.report(
                "missing-key", fields.subject, at: fields.mark,
                en: "The effect needs exactly one of '\(key)' and '\(parameterKey)'.",
                zh: "该效果必须且只能写明“\(key)”与“\(parameterKey)”之一。")
            return nil
        }
    }

    /// `days: n`, `working_days: n`, `months: n` or `civil_months: n`, each a number or `{parameter: name}`; nil after noting a fault.
    /// Working days are for clocks; elsewhere the key is not known.
    mutating func span(of fields: PackFields) -> Span? {
        switch ["days", "working_days", "months", "civil_months"].filter({ fields.value($0) != nil }) {
        case ["days"]: return amount("days", of: fields, unit: .days).map { .days($0) }
        case ["working_days"]: return amount("working_days", of: fields, unit: .days).map { .workingDays($0) }
        case ["months"]: return amount("months", of: fields, unit: .months).map { .months($0) }
        case ["civil_months"]: return amount("civil_months", of: fields, unit: .months).map { .civilMonths($0) }
        default:
            noted.report(
                "missing-key", fields.subject, at: fields.mark, en: "Exactly one of 'days' and 'months' is needed.",
                zh: "必须且只能写明“days”与“months”之一。")
            return nil
        }
    }

    /// The name of a parameter that this pack declares, with the unit that the effect needs.
    mutating func parameterName(_ key: String, of fields: PackFields, unit: RuleParameter.Unit?) -> String? {
        guard let name = noted.text(key, of: fields) else { return nil }
        guard let parameter = parameters[name] else {
            noted.report(
                "unknown-parameter", fields.subject, at: fields.value(key)?.mark,
                en: "The parameter '\(name)' is not declared in this pack.", zh: "本规则包未声明参数“\(name)”。",
                advice: PackFindings.advice(for: name, among: parameters.keys.sorted()))
            return nil
        }
        guard unit == nil || unit == parameter.unit else {
            noted.report(
                "wrong-unit", fields.subject, at: fields.value(key)?.mark,
                en: "The parameter '\(name)' counts \(parameter.unit.rawValue); expected \(unit?.rawValue ?? "").",
                zh: "参数“\(name)”的单位是 \(parameter.unit.rawValue)；应为 \(unit?.rawValue ?? "")。")
            return nil
        }
        return name
    }
}
