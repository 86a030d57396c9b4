import VisitModel
import VisitTravel

/// The trips of parties to sessions, each kind looked for once.
///
/// A trip depends on the times of day and on which trains run, so one answer serves all dates of a session on which the
/// same ones do.
struct JourneySurvey {
    private struct Question: Hashable {
        let home: Identifier<Place>
        let gate: Identifier<Place>
        let party: TravelParty
        let begins: ClockTime
        let minutes: Minutes
        let checkIn: Minutes
        let day: TripFinder.DayKind
    }

    private struct JointJourneyKey: Hashable {
        let first: Question
        let second: Question
        let isOnePrison: Bool
        let daysApart: Int
    }

    private var finder: TripFinder
    private var answers: [Question: Result<TravelOption, TravelRefusal>] = [:]
    private var jointAnswers: [JointJourneyKey: JointOption?] = [:]

    init(finder: TripFinder) {
        self.finder = finder
    }

    /// Tells of a session of `prison` to which trips will be asked for, before any of them is.
    mutating func expect(_ session: Session, of prison: Prison) { finder.expect(prison.appointment(at: session)) }

    /// The trip of `party` to `session`, as if the session were on day 0; or why there is none.
    ///
    /// A guardian's fare is part of it. An escort takes several parties along and is charged by `escortTrip`.
    ///
    /// - Parameter unmet: needs of the children that the journey is not fit for.
    mutating func trip(
        for party: Party, to session: Session, without unmet: [Child.Need] = []
    ) -> Result<TravelOption, TravelRefusal> {
        var travellers = TravelParty([party], adults: party.companions.isEscort ? 0 : 1, on: session.date)
        travellers.needs.removeAll(where: unmet.contains)
        return answer(question(travellers, party, session), session)
    }

    /// What an escort's own journey to `session` costs, whoever goes along.
    mutating func escortTrip(for party: Party, to session: Session) -> Result<TravelOption, TravelRefusal> {
        let escort = TravelParty(
            adults: 1, childAges: [], leavesAfter: party.hours(on: session.date).lowerBound,
            returnsBefore: party.hours(on: session.date).upperBound)
        return answer(question(escort, party, session), session)
    }

    /// The trip on which these parties of one place travel to `session` together, with so many adults; nil where their
    /// limits taken together leave none.
    mutating func trip(for parties: [Party], adults: Int, to session: Session) -> TravelOption? {
        guard let party = parties.first else { return nil }
        let travellers = TravelParty(parties, adults: adults, on: session.date)
        return try? answer(question(travellers, party, session), session).get()
    }

    /// The journey on which these parties of one place travel to both sessions; nil where their limits leave none.
    ///
    /// - Parameter stops: the sessions, the earlier first, each with a party that goes there.
    mutating func jointTrip(
        for parties: [Party], adults: Int, to stops: [(party: Party, session: Session)]
    ) -> JointOption? {
        guard stops.count == 2 else { return nil }
        let (first, second) = (stops[0], stops[1])
        let travellers = TravelParty(parties, adults: adults, on: first.session.date)
        let isOnePrison = first.session.prison == second.session.prison && first.session.site == second.session.site
        let question = JointJourneyKey(
            first: question(travellers, first.party, first.session),
            second: question(travellers, second.party, second.session), isOnePrison: isOnePrison,
            daysApart: second.session.date - first.session.date)
        if let known = jointAnswers[question] { return known }
        let found = finder.jointTrip(
            for: travellers, from: first.party.household.place,
            to: first.party.prison.appointment(at: first.session),
            then: second.party.prison.appointment(at: second.session), isOnePrison: isOnePrison
        ).map { $0.shifted(days: -first.session.date.number) }
        jointAnswers[question] = found
        return found
    }

    private mutating func question(_ travellers: TravelParty, _ party: Party, _ session: Session) -> Question {
        Question(
            home: party.household.place, gate: session.site ?? party.prison.place, party: travellers,
            begins: session.start,
            minutes: session.minutes, checkIn: party.prison.checkIn, day: finder.kind(of: session.date))
    }

    private mutating func answer(_ question: Question, _ session: Session) -> Result<TravelOption, TravelRefusal> {
        if let answer = answers[question] { return answer }
        let found = finder.trip(
            for: question.party, from: question.home, to: question.gate, checkIn: session.begins - question.checkIn,
            release: session.ends)
        let answer = found.map { option in
            TravelOption(
                trip: option.trip.shifted(days: -session.date.number), cost: option.cost, money: option.money)
        }
        answers[question] = answer
        return answer
    }
}

extension Prison {
    /// Where and between which times one must be for `session`: at the prison, or at the site of a meeting by video.
    func appointment(at session: Session) -> Appointment {
        Appointment(place: session.site ?? place, checkIn: session.begins - checkIn, release: session.ends)
    }
}

extension TravelParty {
    /// These parties with so many adults: every child once, every need, the narrowest hours.
    init(_ parties: [Party], adults: Int, on day: Day) {
        var seen: Set<Identifier<Child>> = []
        let children = parties.flatMap(\.children).filter { seen.insert($0.id).inserted }
        self.init(
            adults: adults, childAges: children.map { $0.age(on: day) },
            needs: Child.Need.allCases.filter { need in children.contains { $0.needs.contains(need) } },
            leavesAfter: parties.map { $0.hours(on: day).lowerBound }.max() ?? Household.usualLeaving,
            returnsBefore: parties.map { $0.hours(on: day).upperBound }.min() ?? Household.usualReturn)
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

extension JointOption {
    /// The same journey that many days later.
    func shifted(days: Int) -> JointOption {
        var option = self
        option.outbound = outbound.shifted(days: days)
        option.between = between?.shifted(days: days)
        option.homeward = homeward.shifted(days: days)
        return option
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
