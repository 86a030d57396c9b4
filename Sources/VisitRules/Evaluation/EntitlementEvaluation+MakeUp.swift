import VisitModel

/// Visits that were put off, and that the next period's own do not use up.
extension EntitlementEvaluation {
    /// Why one visit more is due in the `period` of the date: a deferral took one out of the period before. Nil where
    /// none did, or where a visit took place in that period all the same.
    func makeUpVisit(in period: Period) -> BilingualText? {
        if timeline.past.isEmpty { return nil }
        let previous = period.days(around: period.days(around: contact.date).first - 1)
        if contact.history.contains(where: { previous.contains($0.date) }) { return nil }
        let ended = pastDeferrals().filter { $0.overlaps(previous) }
        guard let last = ended.max(by: { $0.last < $1.last }) else { return nil }
        return BilingualText(
            en: "A visit that was put off from \(last.first) to \(last.last) is made up, besides this period's own.",
            zh: "因 \(last.first) 至 \(last.last) 期间推迟而未进行的会见予以补办，不占用本期次数。")
    }

    /// The deferrals that are over, by their first day, each cut to the lowest limit of the rules on it.
    private func pastDeferrals() -> [DayRange] {
        var ends: [Day: Day] = [:]
        for index in candidates where rules[index].isInForce(on: contact.date) {
            guard let limit = deferralLimit(of: rules[index]), applicability.isCovered(by: rules[index].scope) else {
                continue
            }
            for case .event(let occurrence) in rules[index].conditions {
                for stretch in timeline.past where occurrence.kinds.contains(stretch.kind) {
                    let longest = limit.map { stretch.first + ($0 - 1) }
                    ends[stretch.first] = [stretch.last, longest, ends[stretch.first]].compactMap { $0 }.min()
                }
            }
        }
        return ends.filter { $0.key <= $0.value && $0.value < contact.date }
            .map { DayRange($0.key, $0.value) }.sorted { $0.first < $1.first }
    }

    /// The days for which `rule` lets visits wait; `.some(nil)` where it names none, nil where it is no rule on deferral.
    private func deferralLimit(of rule: Rule) -> Int?? {
        for provision in rule.provisions {
            guard case .defer(let amount) = provision.effect else { continue }
            return .some(amount.flatMap { values.number($0) })
        }
        return nil
    }
}
