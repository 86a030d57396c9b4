import VisitModel
import VisitSolver

/// The money of a problem: whose it is, and what of it is left.
extension ProblemBuilder {
    /// What each budget has left for the problem's visits. Agreed visits are paid whatever happens: where less is left than they
    /// take, it is what they take, and nothing for others.
    func budgets(_ draft: ProblemDraft) -> [Problem.Budget] {
        let spent = spentMoney
        let promised = promised(draft)
        return register.budgets.map { budget in
            let payer = payers.number(of: budget.organisation)
            let left = budget.cents - spent.cents(of: budget.organisation, in: budget.month)
            let purse = Problem.Purse(payer: payer, month: budget.month)
            return Problem.Budget(
                month: budget.month, money: max(0, left.count, promised[purse, default: 0]), payer: payer,
                name: budget.organisation.map { "\($0) \(budget.month)" })
        }
    }

    /// What the agreed visits of the problem take: their own fares, and the trips of the escorts who take them.
    private func promised(_ draft: ProblemDraft) -> [Problem.Purse: Int] {
        var money: [Problem.Purse: Int] = [:]
        var groups: [EscortGroup: (children: Int, purse: Problem.Purse)] = [:]
        for assignment in agreed.keys {
            let request = draft.requests[assignment.request.position]
            let session = draft.sessions[assignment.session.position]
            let purse = Problem.Purse(payer: request.payer, month: (draft.start + session.day).month)
            let option = draft.options(of: assignment.request.position).first { $0.session == assignment.session }
            money[purse, default: 0] += Int(option?.money ?? 0)
            guard let home = request.escortHome else { continue }
            let group = EscortGroup(home: home, session: assignment.session)
            groups[group, default: (0, purse)].children += request.children
        }
        let charges = Dictionary(
            draft.trips.compactMap { trip in
                trip.session.map { (EscortGroup(home: trip.home, session: $0), trip.money) }
            }, uniquingKeysWith: max)
        for (group, taken) in groups {
            let places = draft.escorts.first { $0.home == group.home }?.maxChildren ?? 1
            let charge = charges[group, default: 0]
            money[taken.purse, default: 0] += (taken.children + places - 1) / max(1, places) * charge
        }
        return money
    }

    /// The children whom escorts of one home take to one session.
    private struct EscortGroup: Hashable {
        let home: EscortHomeIndex
        let session: SessionIndex
    }
}

extension Visit {
    /// What its own travellers' part of its journey was estimated to cost.
    var ownMoney: Cents {
        guard let trip else { return .zero }
        let travelling = max(children.count, trip.shared?.children.count ?? 0)
        return Cents((trip.cents.count * children.count + travelling - 1) / max(1, travelling))
    }
}
