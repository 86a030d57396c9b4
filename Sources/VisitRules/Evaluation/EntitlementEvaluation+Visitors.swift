import VisitModel

/// How many may come.
extension EntitlementEvaluation {
    mutating func computeVisitors() {
        result.visitors.total = limit(of: .visitors)
        result.visitors.adults = limit(of: .adults)
        result.visitors.children = limit(of: .children)
        for item in active(.notCounted) {
            guard case .notCounted(let amount) = effect(of: item), let age = number(amount, in: item) else { continue }
            record(item, value: age)
            result.visitors.uncountedBelowAge = max(result.visitors.uncountedBelowAge, age)
        }
        noteTooMany()
    }

    /// The lowest limit, raised by bonuses.
    private mutating func limit(of measure: Measure) -> Int? {
        var lowest: Int?
        var more = 0
        for item in active(.cap, .bonus) {
            switch effect(of: item) {
            case .cap(measure, let amount, _, _):
                guard let count = number(amount, in: item) else { continue }
                record(item, value: count)
                lowest = min(lowest ?? count, count)
            case .bonus(measure, .adding(let amount), _):
                guard let count = number(amount, in: item) else { continue }
                record(item, value: count)
                more += count
            case .bonus(measure, .raisingTo(let amount), _):
                guard let count = number(amount, in: item) else { continue }
                record(item, value: count)
                lowest = max(lowest ?? count, count)
            case .bonus(measure, .multiplying(let times), _):
                record(item, value: times)
                lowest = lowest.map { $0 * times }
            default: break
            }
        }
        return lowest.map { $0 + more }
    }

    private mutating func noteTooMany() {
        guard let total = result.visitors.total, let come = contact.visitors, come > total else { return }
        recordFact(
            BilingualText(
                en: "\(come) persons would come, \(total) may: come in two groups, or ask the prison for an exception.",
                zh: "拟前往 \(come) 人，一般不超过 \(total) 人：请分两批会见，或向监狱申请例外。"))
    }
}
