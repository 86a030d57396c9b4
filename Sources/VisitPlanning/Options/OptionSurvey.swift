import VisitModel
import VisitTravel

/// The sessions that each party can attend, with what each costs; and for parties that can attend none, why.
struct OptionSurvey {
    /// One session that a party can attend.
    struct Option {
        /// The session's place in `sessions`.
        let session: Int
        /// The burden, in minutes of travel.
        let cost: Int
        /// Fares and nights of the party.
        let money: Cents
    }

    /// All sessions of the horizon, by prison, date, start and identifier.
    let sessions: [Session]
    private let places: [Identifier<Prison>: Range<Int>]
    private let context: PlanningContext
    private var journeys: JourneySurvey

    /// - Parameters:
    ///   - prisons: those whose sessions are looked at.
    ///   - calendar: when they open.
    init(_ context: PlanningContext, prisons: [Prison], calendar: SessionCalendar, journeys: JourneySurvey) {
        var sessions: [Session] = []
        var places: [Identifier<Prison>: Range<Int>] = [:]
        for prison in prisons.sorted(by: { $0.id < $1.id }) {
            let first = sessions.count
            sessions += calendar.sessions(of: prison.id, within: context.horizon)
            places[prison.id] = first..<sessions.count
        }
        self.sessions = sessions
        self.places = places
        self.journeys = journeys
        for prison in prisons {
            for session in sessions[places[prison.id] ?? 0..<0] { self.journeys.expect(session, of: prison) }
        }
        self.context = context
    }

    private var facts: RegisterIndex { context.facts }
    private var parameters: PlanningParameters { context.parameters }

    /// The trip on which these parties travel to `session` together, as if it were on day 0.
    mutating func trip(for parties: [Party], adults: Int, to session: Session) -> TravelOption? {
        journeys.trip(for: parties, adults: adults, to: session)
    }

    /// The journey on which these parties travel to both sessions, as if the first were on day 0.
    mutating func jointTrip(
        for parties: [Party], adults: Int, to stops: [(party: Party, session: Session)]
    ) -> JointOption? {
        journeys.jointTrip(for: parties, adults: adults, to: stops)
    }

    /// What an escort adds to the journey of a party.
    struct EscortCharge {
        /// The burden of the escort's own journey.
        var cost: Int
        /// What the journey costs beyond what it would cost the children alone.
        var money: Cents
        /// On how many days before the session's, and after it, the escort is away.
        var daysBefore: Int, daysAfter: Int
    }

    /// What an escort adds to the journey of `party` to `session`; nil where there is none.
    mutating func escortCharge(for party: Party, to session: Session) -> EscortCharge? {
        guard let escort = try? journeys.escortTrip(for: party, to: session).get(),
            let children = try? journeys.trip(for: party, to: session).get(),
            // Whoever goes with small children may need a night where an adult alone does not.
            let together = journeys.trip(for: [party], adults: 1, to: session)
        else { return nil }
        // The journey is that to a session on day 0.
        let days = TimeAway(together.trip).days
        return EscortCharge(
            cost: escort.cost, money: max(.zero, together.money - children.money), daysBefore: -days.first.number,
            daysAfter: days.last.number)
    }

    /// The sessions that `party` can attend, by date and start; or the reason that there is none.
    mutating func options(for party: Party) -> Result<[Option], NoOption> {
        var options: [Option] = []
        var best: Obstacle?
        var journey: TravelRefusal?
        for index in places[party.prison.id] ?? 0..<0 {
            switch option(for: party, index) {
            case .success(let option): options.append(option)
            case .failure(let obstacle):
                if obstacle.rank > best?.rank ?? 0 { best = obstacle }
                if case .journey(let refusal) = obstacle, journey == nil { journey = refusal }
            }
        }
        guard options.isEmpty else { return .success(options) }
        switch best {
        case .childAway, .prisonerAway:
            return .failure(NoOption(Sentences.awayOnSessions(prison: party.prison.id, horizon: context.horizon)))
        case .companion: return .failure(NoOption(Sentences.noCompanionDay))
        case .companionOnJourney(let journey): return .failure(NoOption(journey.reason, isByJourney: true))
        case .journey(let refusal):
            return .failure(
                NoOption(
                    Sentences.Reason(
                        code: .noJourney, facts: refusal.facts, sentence: refusal.sentence,
                        wouldHelp: refusal.wouldHelp)))
        default: return .failure(NoOption(Sentences.noSession(prison: party.prison.id, horizon: context.horizon)))
        }
    }

    /// What keeps `party` from the session at that place; nil where it can attend it.
    mutating func obstacle(for party: Party, _ index: Int) -> Obstacle? {
        if case .failure(let obstacle) = option(for: party, index) { obstacle } else { nil }
    }

    /// Why a party can attend no session at all.
    struct NoOption: Error {
        let reason: Sentences.Reason
        /// Whether an adult is free for a meeting, and none for the journey to it.
        let isByJourney: Bool

        init(_ reason: Sentences.Reason, isByJourney: Bool = false) {
            self.reason = reason
            self.isByJourney = isByJourney
        }
    }

    /// What keeps a party from one session; the obstacle that comes last in this order is the one that is reported.
    enum Obstacle: Error {
        /// So many days before it the prison, or a rule, wants to be asked at the latest.
        case tooLate(days: Int)
        /// So many days before it the prison takes requests at the earliest.
        case tooEarly(days: Int)
        /// The rules do not admit one of the children then.
        case rules
        /// The session has no form of meeting that the rules allow, or its site is no nearer than the prison.
        case form
        case released(Day)
        /// People have given it up.
        case givenUp
        /// A visit in it was looked at and does not hold.
        case doesNotHold
        case childAway
        case prisonerAway
        case companion
        /// An adult is free for the meeting, and none for the whole journey.
        case companionOnJourney(LongJourney)
        case journey(TravelRefusal)

        var rank: Int {
            switch self {
            case .tooLate, .tooEarly, .rules, .form, .released, .givenUp, .doesNotHold: 0
            case .childAway, .prisonerAway: 1
            case .companion: 2
            case .companionOnJourney: 3
            case .journey: 4
            }
        }
    }

    private mutating func option(for party: Party, _ index: Int) -> Result<Option, Obstacle> {
        let session = sessions[index]
        if let obstacle = booking(of: party, session) { return .failure(obstacle) }
        let meeting = TimeAway(at: session)
        let isPrisonerAway =
            facts.availability.absence(
                of: .prisoner(party.prisoner.id), during: meeting.span, byClockOf: party.prison.zone) != nil
        guard !isPrisonerAway else { return .failure(.prisonerAway) }
        guard !facts.availability.isAway(party, during: meeting) else { return .failure(.childAway) }
        guard canAccompany(party, to: session, meeting) else { return .failure(.companion) }
        switch journeys.trip(for: party, to: session) {
        case .failure(let refusal): return .failure(.journey(refusal))
        case .success(let travel):
            // A site that takes as long to reach as a prison is not near home.
            let isVideo = session.site != nil
            guard !isVideo || travel.trip.outbound.duration <= parameters.videoReach else { return .failure(.form) }
            let trip = travel.trip.shifted(days: session.date.number)
            guard !facts.availability.isAway(party, during: TimeAway(trip)) else { return .failure(.childAway) }
            guard canAccompany(party, to: session, TimeAway(trip)) else {
                return .failure(.companionOnJourney(longJourney(of: party, to: session, trip)))
            }
            let school = schoolDays(party, within: trip.days) * parameters.schoolCost
            return .success(
                Option(
                    session: index, cost: travel.cost + school + (isVideo ? parameters.videoShortfall : 0),
                    money: travel.money))
        }
    }

    /// A journey for which no adult is free, and whether the children's travel sickness is the reason: whether there
    /// would be an adult for the journey that children without it make.
    private mutating func longJourney(of party: Party, to session: Session, _ trip: Trip) -> LongJourney {
        var shorter: DayRange?
        if party.children.contains(where: { $0.needs.contains(.travelSickness) }),
            let travel = try? journeys.trip(for: party, to: session, without: [.travelSickness]).get()
        {
            let other = travel.trip.shifted(days: session.date.number)
            let isPossible =
                !facts.availability.isAway(party, during: TimeAway(other))
                && canAccompany(party, to: session, TimeAway(other))
            if isPossible { shorter = other.days }
        }
        return LongJourney(days: trip.days, withoutSickness: shorter)
    }

    /// What keeps `party` from booking `session`, whoever is free then.
    private func booking(of party: Party, _ session: Session) -> Obstacle? {
        let ahead = session.date - context.today
        let window = party.prison.bookingWindow
        let entitlement = party.entitlement(on: session.date)
        let notice = party.prison.daysOfNotice(rules: entitlement?.noticeDays)
        guard ahead >= notice else { return .tooLate(days: notice) }
        guard ahead <= window.upperBound else { return .tooEarly(days: window.upperBound) }
        if let release = party.prisoner.release, release <= session.date { return .released(release) }
        guard let entitlement else { return .rules }
        guard entitlement.mode(in: session) != nil else { return .form }
        if facts.isGivenUp(session, by: party) { return .givenUp }
        return facts.doesNotHold(session.id, for: party) ? .doesNotHold : nil
    }

    /// The burden of `party`'s own journey to `session`, in points; nil where there is none.
    mutating func travelCost(for party: Party, to session: Session) -> Int? {
        try? journeys.trip(for: party, to: session).get().cost
    }

    private func canAccompany(_ party: Party, to session: Session, _ timeAway: TimeAway) -> Bool {
        guard !facts.suspendsEveryVisitor(of: party.prisoner.id, on: session.date) else { return false }
        let engagement = Engagement(party, to: session, timeAway)
        switch party.companions {
        case .guardians: return !party.guardians(free: facts.availability, for: engagement).isEmpty
        case .escort(let home):
            return facts.escorts[home, default: []].contains { facts.availability.lets($0, go: engagement) }
        }
    }

    /// The days of school that the trip takes from the child who misses most.
    private func schoolDays(_ party: Party, within days: DayRange) -> Int {
        party.children.map { child in
            guard let school = child.schoolCalendar.flatMap({ facts.schoolCalendars[$0] }) else { return 0 }
            return days.count(where: school.teaches)
        }.max() ?? 0
    }
}

extension Entitlement {
    /// The most open form that both the session offers and the rules allow; any form where the rules name none. A child
    /// travels to a site for a video visit, and only where the rules allow this mode; a meeting on a screen or by
    /// telephone is none that a child travels to a prison for.
    func mode(in session: Session) -> Mode? {
        guard session.site == nil else {
            return session.modes.contains(.video) && modes.contains(.video) ? .video : nil
        }
        return session.modes.first { $0 != .video && $0 != .call && (modes.isEmpty || modes.contains($0)) }
    }

    /// How long a visit in the session may last.
    func minutes(in session: Session) -> Minutes {
        let most = mode(in: session) == .video ? video?.minutes ?? minutesPerVisit : minutesPerVisit
        return min(session.minutes, most ?? session.minutes)
    }
}
