import VisitModel
import VisitSolver

/// The escorts of a problem: whose they are, when they go, and what their own journeys cost.
extension ProblemBuilder {
    /// Adds the homes from which escorts go, and their days.
    func addEscorts(to draft: inout ProblemDraft) -> [Identifier<Household>: EscortHomeIndex] {
        var positions: [Identifier<Household>: EscortHomeIndex] = [:]
        for (home, escorts) in facts.escorts.sorted(by: { $0.key < $1.key }) {
            let index = EscortHomeIndex(draft.escortHomes.count)
            positions[home] = index
            draft.escortHomes.append(Identifier(home.text))
            // The smallest group that one of them can take is what all can be counted on to take.
            let maxChildren = escorts.map(\.maxChildren).min() ?? 1
            for escort in escorts.sorted(by: { $0.id < $1.id }) {
                // An escort who is absent in between counts as one before it and another after it.
                for days in facts.availability.stretches(of: escort) {
                    draft.escorts.append(
                        Problem.EscortRow(
                            home: index, weekdays: Set(escort.weekdays), firstDay: days.first - horizon.first,
                            lastDay: days.last - horizon.first, trips: parameters.escortTripsPerDay,
                            maxChildren: maxChildren))
                }
            }
        }
        return positions
    }

    /// A home and where its escorts go.
    struct TripKey: Hashable {
        let home: EscortHomeIndex
        let gate: PrisonIndex
    }

    /// Charges an escort's own journey, once per home and prison or site.
    mutating func charge(
        _ party: Party, _ home: EscortHomeIndex, _ options: [OptionSurvey.Option], _ charged: inout Set<TripKey>,
        _ draft: inout ProblemDraft
    ) {
        for option in options {
            let gate = draft.sessions[option.session].prison
            guard charged.insert(TripKey(home: home, gate: gate)).inserted,
                let charge = survey.escortCharge(for: party, to: survey.sessions[option.session])
            else { continue }
            draft.trips.append(
                Problem.TripCharge(home: home, prison: gate, cost: charge.cost, money: charge.money.count))
        }
    }

    /// Links groups of one home to two prisons of one city.
    func addEscortLinks(to draft: inout ProblemDraft, homes: [Identifier<Household>: EscortHomeIndex]) {
        let gates = Dictionary(uniqueKeysWithValues: draft.prisons.enumerated().map { ($1.id, PrisonIndex($0)) })
        let charges = Dictionary(
            uniqueKeysWithValues: draft.trips.map { (TripKey(home: $0.home, gate: $0.prison), $0.cost) })
        draft.links += EscortLinks(facts: facts, reach: cityReach).links(parties) { party in
            guard let home = party.companions.home.flatMap({ homes[$0] }), let gate = gates[party.prison.id] else {
                return nil
            }
            return charges[TripKey(home: home, gate: gate)]
        }
    }
}
