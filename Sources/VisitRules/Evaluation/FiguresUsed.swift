import VisitModel

/// The figures of a rule that its sentences may print besides the number of the effect itself.
///
/// A sentence never holds such a figure as a word: where the operator or the pack changes it, the sentence changes too.
extension Rule {
    /// The figures of `effect` and of the rule's conditions, as `values` has them.
    func figures(of effect: Effect, _ values: ParameterValues) -> [SentenceTemplate.Placeholder: Int] {
        var figures: [SentenceTemplate.Placeholder: Int] = [:]
        func set(_ place: SentenceTemplate.Placeholder, _ amount: Amount?) {
            if let number = amount.flatMap(values.number) { figures[place] = number }
        }
        for case .event(let occurrence) in conditions {
            set(.window, occurrence.window?.amount)
            figures[.least] = occurrence.least
        }
        for case .term(let least) in conditions { figures[.limit] = least }
        for case .otherParent(_, let span?) in conditions { set(.limit, span.amount) }
        switch effect {
        case .suspend(let suspension): set(.limit, suspension.length?.amount)
        case .coResidence(let age), .suspendCustody(let age): set(.limit, age.amount)
        case .defer(let most, _): set(.limit, most)
        case .escort(let demand): set(.limit, demand.belowAge)
        case .clock(let clock):
            set(.limit, clock.threshold.amount)
            set(.window, clock.windowMonths)
            figures[.kept] = clock.beginsAfterDays
        case .floor(_, _, .days(let count)), .cap(_, _, .days(let count), _), .bonus(_, _, .days(let count)):
            figures[.every] = count
        case .visitOrders(let terms), .privilegeOrders(let terms):
            figures[.every] = terms.every
            figures[.kept] = terms.keptFor
            figures[.cap] = terms.cap
        case .homeLeave(let least, let most):
            figures[.least] = least
            figures[.limit] = most
        default: break
        }
        return figures
    }
}
