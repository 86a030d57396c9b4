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
    fileprivate struct TripKey: Hashable, Comparable {
        let home: EscortHomeIndex
        let session: Int

        static func < (a: Self, b: Self) -> Bool { (a.home, a.session) < (b.home, b.session) }
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

    /// What escorts add to the journeys of parties.
    struct EscortCharges {
        fileprivate var byPace: [TripKey: [Pace: OptionSurvey.EscortCharge]] = [:]

        fileprivate func least(_ key: TripKey) -> (cost: Int, money: Cents) {
            let charges = byPace[key, default: [:]].values
            return (charges.map(\.cost).min() ?? 0, charges.map(\.money).min() ?? .zero)
        }
    }

    /// Charges escorts' journeys, once per home and session, with what they cost at least; a party with whom one costs more pays
    /// the rest with its own journey. The days are those of the longest, since an escort who is away longer than was counted on
    /// leaves another party without anybody.
    ///
    /// - Parameter known: the sessions that parties can attend, by their place among the candidates; those of parties with escorts
    ///   are added.
    mutating func addCharges(
        to draft: inout ProblemDraft, homes: [Identifier<Household>: EscortHomeIndex], known: inout [Int: KnownOptions]
    ) -> EscortCharges {
        var charges = EscortCharges()
        for (number, party) in candidates.enumerated() {
            guard let home = party.companions.home.flatMap({ homes[$0] }) else { continue }
            let found = known[number] ?? survey.options(for: party)
            known[number] = found
            let sessions = ((try? found.get()) ?? []).map(\.session)
            note(party, home, sessions, &charges)
        }
        for (key, byPace) in charges.byPace.sorted(by: { $0.key < $1.key }) {
            let least = charges.least(key)
            draft.trips.append(
                Problem.TripCharge(
                    home: key.home, prison: draft.sessions[key.session].prison, session: SessionIndex(key.session),
                    cost: least.cost, money: least.money.count, daysBefore: byPace.values.map(\.daysBefore).max() ?? 0,
                    daysAfter: byPace.values.map(\.daysAfter).max() ?? 0))
        }
        return charges
    }

    private mutating func note(
        _ party: Party, _ home: EscortHomeIndex, _ sessions: [Int], _ charges: inout EscortCharges
    ) {
        let pace = Pace(party, on: horizon.first)
        for session in sessions {
            let key = TripKey(home: home, session: session)
            guard charges.byPace[key]?[pace] == nil,
                let charge = survey.escortCharge(for: party, to: survey.sessions[session])
            else { continue }
            charges.byPace[key, default: [:]][pace] = charge
        }
    }

    /// The options of a party with escorts from `home`, each with what the escort's journey with this party costs beyond what is
    /// charged for it in any case.
    func options(
        _ options: [OptionSurvey.Option], of party: Party, from home: EscortHomeIndex, _ charges: EscortCharges
    ) -> [OptionSurvey.Option] {
        let pace = Pace(party, on: horizon.first)
        return options.map { option in
            let key = TripKey(home: home, session: option.session)
            guard let own = charges.byPace[key]?[pace] else { return option }
            let least = charges.least(key)
            return OptionSurvey.Option(
                session: option.session, cost: option.cost + own.cost - least.cost,
                money: option.money + own.money - least.money)
        }
    }

    /// Links groups of one home to two prisons of one city.
    func addEscortLinks(to draft: inout ProblemDraft, homes: [Identifier<Household>: EscortHomeIndex]) {
        let gates = Dictionary(uniqueKeysWithValues: draft.prisons.enumerated().map { ($1.id, PrisonIndex($0)) })
        struct ChargeKey: Hashable {
            let home: EscortHomeIndex
            let gate: PrisonIndex
        }
        let charges = Dictionary(
            draft.trips.map { (ChargeKey(home: $0.home, gate: $0.prison), $0.cost) }, uniquingKeysWith: min)
        draft.links += EscortLinks(facts: facts, reach: cityReach).links(parties) { party in
            guard let home = party.companions.home.flatMap({ homes[$0] }), let gate = gates[party.prison.id] else {
                return nil
            }
            return charges[ChargeKey(home: home, gate: gate)]
        }
    }
}
