import VisitModel
import VisitSolver

/// Carries the prices of scarce things from one night to the next, and out to people.
struct PlanPrices {
    private let problem: Problem

    init(_ problem: Problem) {
        self.problem = problem
    }

    /// What a solution found, in the trade's words, the dearest first.
    func prices(of bottlenecks: [Bottleneck]) -> [Plan.Price] {
        bottlenecks.compactMap { bottleneck in
            guard bottleneck.shadowPrice >= 1, bottleneck.shadowPrice < Self.most else { return nil }
            let points = Int(bottleneck.shadowPrice.rounded())
            switch bottleneck.resource {
            case .table(let session): return price(.table, session, points)
            case .seat(let session): return price(.seat, session, points)
            case .budget(let purse):
                let name = problem.budgets.first { $0.purse == purse }?.name ?? purse.month.description
                return Plan.Price(.budget, name, day: nil, points: points)
            case .trip(let home, let day):
                return Plan.Price(
                    .trip, problem.escortHomes[home.position].text, day: problem.start + day, points: points)
            case .visit(let prisoner, let since):
                return Plan.Price(.visit, problem.prisoners[prisoner.position].id.text, day: since, points: points)
            }
        }
    }

    /// Beyond this a price says nothing any more.
    private static let most = 1e15

    private func price(_ kind: Plan.Price.Kind, _ index: SessionIndex, _ points: Int) -> Plan.Price {
        let session = problem.sessions[index.position]
        return Plan.Price(kind, session.id.text, day: problem.start + session.day, points: points)
    }

    /// The prices of the published plan, in the numbers of this problem. A session that has come into the horizon
    /// since takes the prices of the one at the same time some weeks before.
    func known(from plan: Plan?) -> [Bottleneck] {
        guard let plan, !plan.prices.isEmpty else { return [] }
        let points = Dictionary(plan.prices.map { (Name($0), $0.points) }) { first, _ in first }
        func shadowPrice(_ kind: Plan.Price.Kind, _ subject: String, _ day: Day?) -> Double {
            Double(points[Name(kind: kind, subject: subject, day: day), default: 0])
        }
        var known: [Bottleneck] = []
        let standIns = standIns(for: plan.horizon.last)
        for (position, session) in problem.sessions.enumerated() {
            let own = problem.sessions[standIns[position] ?? position]
            let day = problem.start + own.day
            let index = SessionIndex(position)
            known.append(Bottleneck(resource: .table(index), shadowPrice: shadowPrice(.table, own.id.text, day)))
            guard session.seats != nil else { continue }
            known.append(Bottleneck(resource: .seat(index), shadowPrice: shadowPrice(.seat, own.id.text, day)))
        }
        for budget in problem.budgets {
            let shadowPrice = shadowPrice(.budget, budget.name, nil)
            known.append(Bottleneck(resource: .budget(budget.purse), shadowPrice: shadowPrice))
        }
        return known.filter { $0.shadowPrice > 0 } + trips(plan) + visits(plan)
    }

    private struct Name: Hashable {
        let kind: Plan.Price.Kind
        let subject: String
        let day: Day?

        init(kind: Plan.Price.Kind, subject: String, day: Day?) {
            self.kind = kind
            self.subject = subject
            self.day = day
        }

        init(_ price: Plan.Price) {
            self.init(kind: price.kind, subject: price.subject, day: price.day)
        }
    }

    /// For each session after `last`, one at the same prison and time that is not.
    private func standIns(for last: Day) -> [Int: Int] {
        struct Slot: Hashable {
            let prison: PrisonIndex
            let day: Int
            let start: Int
        }
        let sessions = problem.sessions
        let slots = Dictionary(
            sessions.enumerated().map { (Slot(prison: $1.prison, day: $1.day, start: $1.startMinute), $0) }
        ) { first, _ in first }
        var standIns: [Int: Int] = [:]
        for (position, session) in sessions.enumerated() where problem.start + session.day > last {
            let weeks = (problem.start + session.day - last + 6) / 7
            let slot = Slot(prison: session.prison, day: session.day - 7 * weeks, start: session.startMinute)
            standIns[position] = slots[slot]
        }
        return standIns
    }

    private func trips(_ plan: Plan) -> [Bottleneck] {
        let homes = Dictionary(problem.escortHomes.enumerated().map { ($1.text, $0) }) { first, _ in first }
        return plan.prices.compactMap { price in
            guard price.kind == .trip, let home = homes[price.subject], let day = price.day else { return nil }
            let resource = Bottleneck.Resource.trip(EscortHomeIndex(home), day: day - problem.start)
            return Bottleneck(resource: resource, shadowPrice: Double(price.points))
        }
    }

    private func visits(_ plan: Plan) -> [Bottleneck] {
        let wanted = plan.prices.filter { $0.kind == .visit }
        guard !wanted.isEmpty else { return [] }
        let prisoners = Dictionary(problem.prisoners.enumerated().map { ($1.id.text, $0) }) { first, _ in first }
        return wanted.compactMap { price in
            guard let prisoner = prisoners[price.subject], let day = price.day else { return nil }
            return Bottleneck(
                resource: .visit(PrisonerIndex(prisoner), since: day), shadowPrice: Double(price.points))
        }
    }
}
