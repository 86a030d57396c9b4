import VisitModel
import Yams

/// The effects on visit orders, on visits by video, and the bonus that multiplies.
extension PackReader {
    /// `bonus: {what, times, per}`.
    mutating func multiple(_ fields: PackFields) -> Effect? {
        known(["what", "times", "per"], in: fields)
        guard let measure = requiredWord("what", of: fields, as: Measure.self), let per = countingPeriod(of: fields),
            fits(measure, per, fields), let times = noted.number("times", of: fields, in: 2...12)
        else { return nil }
        return .bonus(measure, .multiplying(by: times), per: per)
    }

    /// `video: {minutes, counts_to_quota}`: at least one of the two.
    mutating func video(_ fields: PackFields) -> Effect? {
        known(["minutes", "counts_to_quota"], in: fields)
        let isLong = fields.value("minutes") != nil
        let isCounted = fields.value("counts_to_quota") != nil
        let minutes = isLong ? amount("minutes", of: fields, unit: .minutes) : nil
        let counts = isCounted ? parameterName("counts_to_quota", of: fields, unit: .yesNo) : nil
        if !isLong, !isCounted { return reportEitherOr("minutes", "counts_to_quota", fields) }
        if isLong && minutes == nil || isCounted && counts == nil { return nil }
        return .video(Effect.Video(minutes: minutes, countsToQuota: counts))
    }

    /// `visit_orders: {every, amount, accumulate_after, cap}` or `privilege_orders: {every, amount, expire_after}`.
    mutating func orders(_ word: Effect.Word, _ fields: PackFields) -> Effect? {
        let isVisit = word == .visitOrders
        let term = isVisit ? "accumulate_after" : "expire_after"
        known(["every", "amount", "parameter", term] + (isVisit ? ["cap"] : []), in: fields)
        let every = requiredNumber("every", of: fields, in: 1...366)
        let keptFor = requiredNumber(term, of: fields, in: 1...3660)
        let cap = isVisit ? requiredNumber("cap", of: fields, in: 0...1000) : nil
        guard let amount = amount("amount", of: fields, unit: .count), let every, let keptFor, !isVisit || cap != nil
        else { return nil }
        let terms = Effect.OrderTerms(every: every, amount: amount, keptFor: keptFor, cap: cap)
        return isVisit ? .visitOrders(terms) : .privilegeOrders(terms)
    }

    private mutating func requiredNumber(_ key: String, of fields: PackFields, in range: ClosedRange<Int>) -> Int? {
        noted.required(key, of: fields) == nil ? nil : noted.number(key, of: fields, in: range)
    }
}
