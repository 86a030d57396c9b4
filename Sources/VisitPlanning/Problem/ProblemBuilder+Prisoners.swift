import VisitModel
import VisitSolver

/// The prisoners of a problem, and how often each may be visited.
extension ProblemBuilder {
    /// Adds the prisoners of all parties, by identifier.
    func addPrisoners(to draft: inout ProblemDraft) -> [Identifier<Prisoner>: PrisonerIndex] {
        let byPrisoner = Dictionary(grouping: candidates, by: \.prisoner.id)
        // What is only asked for has taken no visit yet, and will take one.
        let taken = register.visits.filter { $0.status.usesQuota && !$0.status.isAhead } + ahead
        let past = Dictionary(grouping: taken.filter { !inside.contains($0.id) }, by: \.prisoner)
        let agreed = Dictionary(
            grouping: register.visits.filter { $0.status.usesQuota && inside.contains($0.id) }, by: \.prisoner)
        let shortest = Dictionary(grouping: survey.sessions, by: \.prison).mapValues { sessions in
            sessions.map(\.minutes).min() ?? 60
        }
        let prisons = Dictionary(uniqueKeysWithValues: draft.prisons.enumerated().map { ($1.id, $0) })
        var positions: [Identifier<Prisoner>: PrisonerIndex] = [:]
        for (id, parties) in byPrisoner.sorted(by: { $0.key < $1.key }) {
            let quota =
                orders[id].map { orders in
                    PrisonerQuota(
                        orders: orders, agreed: agreed[id, default: []].map(\.date),
                        asked: past[id, default: []].filter { $0.status == .requested }.map(\.date), horizon: horizon)
                }
                ?? PrisonerQuota(
                    parties: parties, past: past[id, default: []].map(\.date), horizon: horizon,
                    sessionMinutes: shortest[parties[0].prison.id, default: 60], parameters: parameters)
            positions[id] = PrisonerIndex(draft.prisoners.count)
            draft.prisoners.append(
                Problem.Prisoner(
                    id: id, prison: PrisonIndex(prisons[parties[0].prison.id, default: 0]), quota: quota.quota,
                    used: quota.used, minGap: parameters.minGapDays))
        }
        return positions
    }
}
