import VisitModel

/// Whether there is a prisoner to visit: in prison, and not already living with the child.
extension EntitlementEvaluation {
    mutating func decideCustody() {
        decideRelease()
        decideOutOfPrison()
        decideCoResidence()
    }

    private mutating func decideRelease() {
        guard let released = timeline.running(.released) else { return }
        recordFact(
            BilingualText(
                en: "The prisoner was released on \(released.first); no prison visit is needed.",
                zh: "服刑人员已于 \(released.first) 获释，无需到监狱会见。"))
        call(for: .outOfPrison)
    }

    private mutating func decideOutOfPrison() {
        let outside = timeline.running(.outOfPrison)
        if let outside {
            recordFact(
                BilingualText(
                    en: "The prisoner has been serving outside prison since \(outside.first).",
                    zh: "自 \(outside.first) 起，服刑人员在监外服刑。"))
            call(for: .outOfPrison, until: outside.last)
        }
        for item in active(.suspendCustody) {
            // Only somebody who is recorded as nursing, or the like, is outside.
            guard case .suspendCustody(let age) = effect(of: item), let trigger = item.trigger,
                let end = lastDay(below: age, in: item)
            else { continue }
            let until = trigger.last.map { min($0, end) } ?? end
            guard contact.date <= until else { continue }
            record(item, until: until)
            note(.nursingEnds, of: item, since: trigger.first, due: until + 1)
            if outside == nil { call(for: .outOfPrison, until: until) }
        }
    }

    private mutating func decideCoResidence() {
        let stay = timeline.running(.nurseryStart)
        var limits: [(item: Active, step: Int, last: Day)] = []
        for item in active(.coResidence) {
            guard case .coResidence(let age) = effect(of: item), let last = lastDay(below: age, in: item) else {
                continue
            }
            limits.append((item, record(item, until: stay == nil ? nil : last), last))
        }
        guard let stay else { return }
        guard let lowest = limits.min(by: { $0.last < $1.last }) else {
            recordFact(
                BilingualText(
                    en: "A nursery stay since \(stay.first) is on record, but no rule on file lets a child live there.",
                    zh: "记录显示自 \(stay.first) 起儿童随同居住，但所载规则中没有允许儿童在该处居住的规定。"))
            return
        }
        let until = [lowest.last, stay.last].compactMap { $0 }.min() ?? lowest.last
        note(.nurseryEnds, of: lowest.item, since: stay.first, due: until + 1)
        if contact.date <= until { call(for: .coResident, until: until, because: lowest.step) }
    }

    /// The last day on which the child is younger than `age`.
    private mutating func lastDay(below age: Span, in item: Active) -> Day? {
        number(age.amount, in: item) == nil ? nil : values.lastDay(of: age, from: contact.childBirthDate)
    }
}
