import VisitModel
import Yams

/// The effects that demand, admit, protect, take away or last.
extension PackReader {
    private enum Demand: String, CaseIterable {
        case escort, documents, notice, consent
        case contactForm = "contact-form"
        case setting
    }

    mutating func requirement(_ fields: PackFields) -> Effect? {
        guard let demand = requiredWord("what", of: fields, as: Demand.self) else { return nil }
        switch demand {
        case .escort:
            known(
                ["what", "below_age", "parameter", "relations", "kin", "unsettled", "legal_guardian", "adult_age"],
                in: fields)
            let relations = noted.words("relations", of: fields, as: Guardian.Relation.self)
            let kin = noted.words("kin", of: fields, as: ContactCase.Kin.self)
            let unsettled = noted.words("unsettled", of: fields, as: Guardian.Relation.self)
            let adultAge = fields.value("adult_age") == nil ? 18 : noted.number("adult_age", of: fields, in: 14...25)
            guard let below = amount("below_age", of: fields, unit: .years), let adultAge else { return nil }
            return .escort(
                Effect.EscortDemand(
                    belowAge: below, relations: relations, kin: kin, unsettled: unsettled,
                    admitsLegalGuardian: noted.flag("legal_guardian", of: fields, preset: true), adultAge: adultAge))
        case .documents:
            known(["what", "papers"], in: fields)
            let papers = noted.words("papers", of: fields, as: Paper.self)
            if noted.required("papers", of: fields) == nil || papers.isEmpty { return nil }
            return .documents(papers)
        case .notice:
            known(["what", "days", "parameter"], in: fields)
            return amount("days", of: fields, unit: .days).map { .notice(days: $0) }
        case .consent:
            known(["what"], in: fields)
            return .consent
        case .contactForm:
            known(["what", "mode"], in: fields)
            return requiredWord("mode", of: fields, as: Mode.self).map { .contactForm($0) }
        case .setting:
            known(["what", "setting"], in: fields)
            return requiredWord("setting", of: fields, as: Effect.Setting.self).map { .setting($0) }
        }
    }

    mutating func admission(_ word: Effect.Word, _ fields: PackFields) -> Effect? {
        switch word {
        case .modes:
            known(["allow", "only"], in: fields)
            let allowed = noted.words("allow", of: fields, as: Mode.self)
            let only = noted.words("only", of: fields, as: Mode.self)
            guard allowed.isEmpty != only.isEmpty else { return reportEitherOr("allow", "only", fields) }
            return allowed.isEmpty ? .limitModes(only) : .modes(allowed)
        case .eligibility:
            known(["relations", "unsettled", "open", "exclude"], in: fields)
            let relations = noted.words("relations", of: fields, as: Bond.Relation.self)
            let unsettled = noted.words("unsettled", of: fields, as: Bond.Relation.self)
            let excludes = noted.flag("exclude", of: fields)
            guard relations.isEmpty == excludes else { return reportEitherOr("relations", "exclude", fields) }
            return excludes
                ? .exclusion
                : .eligibility(
                    Effect.Admission(
                        relations: relations, unsettled: unsettled, isOpen: noted.flag("open", of: fields)))
        case .notCounted:
            known(["below_age", "parameter"], in: fields)
            return amount("below_age", of: fields, unit: .years).map { .notCounted(belowAge: $0) }
        default:
            known(["may", "by"], in: fields)
            if fields.value("by") != nil { _ = noted.text("by", of: fields) }
            let permissions = noted.words("may", of: fields, as: Effect.Permission.self)
            return noted.required("may", of: fields) == nil || permissions.isEmpty ? nil : .override(permissions)
        }
    }

    mutating func reportEitherOr(_ a: String, _ b: String, _ fields: PackFields) -> Effect? {
        noted.report(
            "missing-key", fields.subject, at: fields.mark, en: "The effect needs exactly one of '\(a)' and '\(b)'.",
            zh: "该效果必须且只能写明“\(a)”与“\(b)”之一。")
        return nil
    }

    mutating func immunity(_ fields: PackFields) -> Effect? {
        known(["restricted_means", "needs_end"], in: fields)
        let means = noted.words("restricted_means", of: fields, as: Mode.self)
        if noted.required("restricted_means", of: fields) == nil || means.isEmpty { return nil }
        return .immunity(Effect.Immunity(restrictedMeans: means, needsEnd: noted.flag("needs_end", of: fields)))
    }

    mutating func suspension(_ fields: PackFields) -> Effect? {
        known(["target", "reach", "days", "months", "civil_months", "restore", "lifted_visits"], in: fields)
        let isTimed = ["days", "months", "civil_months"].contains { fields.value($0) != nil }
        let length = isTimed ? span(of: fields) : nil
        let lifted =
            fields.value("lifted_visits") == nil ? nil : amount("lifted_visits", of: fields, unit: .count)
        guard let target = requiredWord("target", of: fields, as: Effect.Suspension.Target.self),
            let reach = requiredWord("reach", of: fields, as: Effect.Suspension.Reach.self),
            let restoration = requiredWord("restore", of: fields, as: Effect.Suspension.Restoration.self),
            !isTimed || length != nil
        else { return nil }
        return .suspend(
            Effect.Suspension(
                target: target, reach: reach, length: length, restoration: restoration, liftedVisits: lifted))
    }

    mutating func lasting(_ word: Effect.Word, _ fields: PackFields) -> Effect? {
        switch word {
        case .defer:
            known(["max_days", "parameter", "made_up"], in: fields)
            let isMadeUp = noted.flag("made_up", of: fields)
            if fields.value("max_days") == nil, fields.value("parameter") == nil {
                return .defer(maxDays: nil, isMadeUp: isMadeUp)
            }
            return amount("max_days", of: fields, unit: .days).map { .defer(maxDays: $0, isMadeUp: isMadeUp) }
        case .extendedStay: return stay(fields)
        case .coResidence:
            known(["days", "months"], in: fields)
            return span(of: fields).map { .coResidence(belowAge: $0) }
        case .suspendCustody:
            known(["days", "months"], in: fields)
            return span(of: fields).map { .suspendCustody(untilAge: $0) }
        case .homeLeave:
            known(["least_days", "most_days"], in: fields)
            guard let least = noted.number("least_days", of: fields, in: 1...60),
                let most = noted.number("most_days", of: fields, in: least...60)
            else { return nil }
            return .homeLeave(leastDays: least, mostDays: most)
        default: return clock(fields)
        }
    }

    private mutating func stay(_ fields: PackFields) -> Effect? {
        known(["allowed", "days", "hours", "nights"], in: fields)
        let allowed =
            fields.value("allowed") == nil ? nil : parameterName("allowed", of: fields, unit: .yesNo)
        guard let days = amount("days", of: fields, unit: .days),
            let hours = amount("hours", of: fields, unit: .hours)
        else { return nil }
        return .extendedStay(
            Effect.Stay(allowed: allowed, days: days, hours: hours, nights: noted.flag("nights", of: fields)))
    }

    private mutating func clock(_ fields: PackFields) -> Effect? {
        known(
            [
                "counts", "paused_by", "days", "working_days", "months", "window_months", "warn_from_months",
                "begins_with", "begins_after_days", "task",
            ], in: fields)
        let beginsWith = noted.words("begins_with", of: fields, as: PrisonerEvent.Kind.self)
        let beginsAfter =
            fields.value("begins_after_days") == nil
            ? 0 : noted.number("begins_after_days", of: fields, in: 0...366)
        let counts = noted.words("counts", of: fields, as: PrisonerEvent.Kind.self)
        let paused = noted.words("paused_by", of: fields, as: PrisonerEvent.Kind.self)
        let window =
            fields.value("window_months") == nil ? nil : amount("window_months", of: fields, unit: .months)
        let task = noted.word("task", of: fields, as: Duty.Task.self)
        let warn =
            fields.value("warn_from_months") == nil ? nil : amount("warn_from_months", of: fields, unit: .months)
        guard noted.required("counts", of: fields) != nil, !counts.isEmpty, let beginsAfter,
            let threshold = span(of: fields)
        else { return nil }
        return .clock(
            Effect.Clock(
                counts: counts, pausedBy: paused, threshold: threshold, beginsWith: beginsWith,
                beginsAfterDays: beginsAfter, windowMonths: window, warnFromMonths: warn, task: task))
    }
}
