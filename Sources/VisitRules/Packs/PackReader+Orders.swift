import VisitModel
import Yams

extension PackReader {
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
