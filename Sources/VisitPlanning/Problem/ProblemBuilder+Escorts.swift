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
    fileprivate struct TripKey: Hashable {
        let home: EscortHomeIndex
        let session: Int
    }

    /// What an escort's journey with a party hangs on: from where and when they may go, and how long the youngest can be under way.
    fileprivate struct Pace: Hashable {
        let place: Identifier<Place>
        let leavesAfter: ClockTime, returnsBefore: ClockTime
        let youngest: Int
        let isTravelSick: Bool

        init(_ party: Party, on day: Day) {
            place = party.household.place
            (leavesAfter, returnsBefore) = (party.household.leavesAfter, party.household.returnsBefore)
            youngest = party.children.map { $0.age(on: day) }.min() ?? 0
            isTravelSick = party.children.contains { $0.needs.contains(.travelSickness) }
        }
    }

    /// The escorts' journeys that are charged already.
    struct ChargedTrips {
        /// Where the charge of a journey stands in the draft.
        fileprivate var positions: [TripKey: Int] = [:]
        fileprivate var seen: [Pace: Set<TripKey>] = [:]
    }

    /// Charges an escort's journey, once per home and session: the dearest and the longest of those with the parties that could
    /// go, so that none is dearer or longer than was counted on.
    mutating func charge(
        _ party: Party, _ home: EscortHomeIndex, _ options: [OptionSurvey.Option],
        _ charged: inout ChargedTrips, _ draft: inout ProblemDraft
    ) {
        let pace = Pace(party, on: horizon.first)
        for option in options {
            let key = TripKey(home: home, session: option.session)
            guard charged.seen[pace, default: []].insert(key).inserted,
                let charge = survey.escortCharge(for: party, to: survey.sessions[option.session])
            else { continue }
            guard let position = charged.positions[key] else {
                charged.positions[key] = draft.trips.count
                draft.trips.append(
                    Problem.TripCharge(
                        home: home, prison: draft.sessions[option.session].prison,
                        session: SessionIndex(option.session),
                        cost: charge.cost, money: charge.money.count, daysBefore: charge.daysBefore,
                        daysAfter: charge.daysAfter))
                continue
            }
            let known = draft.trips[position]
            draft.trips[position].cost = max(known.cost, charge.cost)
            draft.trips[position].money = max(known.money, charge.money.count)
            draft.trips[position].daysBefore = max(known.daysBefore, charge.daysBefore)
            draft.trips[position].daysAfter = max(known.daysAfter, charge.daysAfter)
        }
    }

    /// Links groups of one home to two prisons of one city.
    func addEscortLinks(to draft: inout ProblemDraft, homes: [Identifier<Household>: EscortHomeIndex]) {
        let gates = Dictionary(uniqueKeysWithValues: draft.prisons.enumerated().map { ($1.id, PrisonIndex($0)) })
        struct Way: Hashable {
            let home: EscortHomeIndex
            let gate: PrisonIndex
        }
        let charges = Dictionary(
            draft.trips.map { (Way(home: $0.home, gate: $0.prison), $0.cost) }, uniquingKeysWith: min)
        draft.links += EscortLinks(facts: facts, reach: cityReach).links(parties) { party in
            guard let home = party.companions.home.flatMap({ homes[$0] }), let gate = gates[party.prison.id] else {
                return nil
            }
            return charges[Way(home: home, gate: gate)]
        }
    }
}
