import VisitModel
import VisitTravel

/// The trips of parties to sessions, each kind looked for once.
///
/// A trip depends on the times of day and on which trains run, so one answer serves all dates of a session on which the
/// same ones do.
struct JourneySurvey {
    private struct Question: Hashable {
        let home: Identifier<Place>
        let prison: Identifier<Place>
        let party: TravelParty
        let begins: ClockTime
        let minutes: Minutes
        let checkIn: Minutes
        let day: TripFinder.DayKind
    }

    private var finder: TripFinder
    private var answers: [Question: Result<TravelOption, TravelRefusal>] = [:]

    init(finder: TripFinder) {
        self.finder = finder
    }

    /// The trip of `party` to `session`, as if the session were on day 0; or why there is none.
    ///
    /// A guardian's fare is part of it. An escort takes several parties along and is charged by `escortTrip`.
    mutating func trip(for party: Party, to session: Session) -> Result<TravelOption, TravelRefusal> {
        let travellers = TravelParty(
            adults: party.companions.isEscort ? 0 : 1, childAges: party.children.map { $0.age(on: session.date) },
            needs: Child.Need.allCases.filter { need in party.children.contains { $0.needs.contains(need) } },
            leavesAfter: party.household.leavesAfter, returnsBefore: party.household.returnsBefore)
        return answer(travellers, party, session)
    }

    /// What an escort's own journey to `session` costs, whoever goes along.
    mutating func escortTrip(for party: Party, to session: Session) -> Result<TravelOption, TravelRefusal> {
        let escort = TravelParty(
            adults: 1, childAges: [], leavesAfter: party.household.leavesAfter,
            returnsBefore: party.household.returnsBefore)
        return answer(escort, party, session)
    }

    private mutating func answer(
        _ travellers: TravelParty, _ party: Party, _ session: Session
    ) -> Result<TravelOption, TravelRefusal> {
        let question = Question(
            home: party.household.place, prison: party.prison.place, party: travellers, begins: session.start,
            minutes: session.minutes, checkIn: party.prison.checkIn, day: finder.kind(of: session.date))
        if let answer = answers[question] { return answer }
        let begins = CivilTime(session.date, session.start)
        let found = finder.trip(
            for: travellers, from: question.home, to: question.prison, checkIn: begins - question.checkIn,
            release: begins + session.minutes)
        let answer = found.map { option in
            TravelOption(
                trip: option.trip.shifted(days: -session.date.number), cost: option.cost, money: option.money)
        }
        answers[question] = answer
        return answer
    }
}

extension Trip {
    /// The same trip that many days later.
    func shifted(days: Int) -> Trip {
        var trip = self
        trip.outbound = outbound.shifted(days: days)
        trip.homeward = homeward.shifted(days: days)
        return trip
    }
}

extension Journey {
    fileprivate func shifted(days: Int) -> Journey {
        let span = Minutes(days * 1440)
        var journey = self
        journey.legs = legs.map { leg in
            var leg = leg
            leg.depart = leg.depart + span
            leg.arrive = leg.arrive + span
            return leg
        }
        return journey
    }
}
