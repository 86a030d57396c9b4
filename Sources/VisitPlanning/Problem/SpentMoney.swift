import VisitModel

/// What has been spent, or is promised, on the journeys of visits that are over, agreed or asked for, and of proposals whose
/// day passed without a word: by whose money it is, and by month. A journey that several visits share counts once, in the month of its first visit.
package struct SpentMoney {
    /// What was really spent where somebody has written it down, otherwise what the journey was estimated to cost.
    private var cents: [Purse: Cents] = [:]

    private struct Purse: Hashable {
        let payer: Identifier<Organisation>?
        let month: Month
    }

    private enum Journey: Hashable {
        case shared(SharedTrip)
        case alone(Identifier<Visit>)

        init(_ visit: Visit) {
            self = visit.trip?.shared.map { .shared($0) } ?? .alone(visit.id)
        }
    }

    /// - Parameters:
    ///   - others: visits that the register does not hold, and that are paid for.
    ///   - planned: visits whose estimate the planner counts by itself; of them only what was spent beyond it counts.
    package init(
        _ register: Register, _ payers: Payers, and others: [Visit] = [], besides planned: Set<Identifier<Visit>> = []
    ) {
        let written = Dictionary(grouping: register.costs, by: \.visit)
            .mapValues { $0.reduce(Cents.zero) { $0 + $1.cents } }
        let paid = (register.visits + others).filter { $0.status.needsMoney || written[$0.id] != nil }
        let byTime = paid.sorted { a, b in
            (a.date, a.start?.minutes ?? -1, a.id) < (b.date, b.start?.minutes ?? -1, b.id)
        }
        var journeys: [Journey: [Visit]] = [:]
        for visit in byTime { journeys[Journey(visit), default: []].append(visit) }
        for visits in journeys.values {
            let rows = visits.compactMap { written[$0.id] }
            let estimate = visits.contains(where: \.status.needsMoney) ? visits[0].trip?.cents ?? .zero : .zero
            var sum = rows.isEmpty ? estimate : rows.reduce(.zero, +)
            if visits.contains(where: { planned.contains($0.id) }) { sum = max(.zero, sum - estimate) }
            guard sum > .zero else { continue }
            cents[Purse(payer: payers.payer(of: visits[0]), month: visits[0].date.month), default: .zero] += sum
        }
    }

    /// What has been taken of one payer's money for a month; of the operator's where `payer` is nil.
    package func cents(of payer: Identifier<Organisation>?, in month: Month) -> Cents {
        cents[Purse(payer: payer, month: month), default: .zero]
    }
}
