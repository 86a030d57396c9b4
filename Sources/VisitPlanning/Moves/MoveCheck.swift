import VisitModel
import VisitRules
import VisitSolver
import VisitTravel

/// Whether a visit can be put into another session of its prison, and how: by every condition of a planning run, so
/// that people cannot arrange by hand what the rules or the prison forbid.
package struct MoveCheck {
    private let visit: Visit
    private let circle: PlanningSnapshot
    private let facts: RegisterIndex
    private let parameters: PlanningParameters
    private let book: RuleBook
    /// The days over which it is asked for the account who goes along.
    private let horizon: DayRange
    private let today: Day

    /// - Parameters:
    ///   - circle: the circle of `visit`.
    ///   - horizon: the days over which it is asked who goes along.
    package init(_ visit: Visit, _ circle: PlanningSnapshot, horizon: DayRange, book: RuleBook, today: Day) {
        self.visit = visit
        self.circle = circle
        self.book = book
        self.horizon = horizon
        self.today = today
        parameters = PlanningParameters(circle.register.parameters)
        facts = RegisterIndex(circle.register)
    }

    private var register: Register { circle.register }

    /// The session of the visit's prison that begins at `start` on `date`; the only one of the day where `start` is nil.
    ///
    /// - Throws: `MoveRefusal.closed` where it falls out; `PlanningError.noSession` where there is none, or several.
    package func session(on date: Day, at start: ClockTime?) throws -> Session {
        let opening = register.templates.filter { $0.isHeld(on: date) && (start == nil || $0.start == start) }
        let calendar = SessionCalendar(templates: register.templates, closures: register.closures)
        let fitting = opening.compactMap { calendar.session(of: $0, on: date) }
        if let template = opening.first, fitting.isEmpty, let closure = calendar.closure(of: template, on: date) {
            throw MoveRefusal.closed(visit.prison, date, closure: closure.id)
        }
        guard let session = fitting.first, fitting.count == 1 else {
            let known = calendar.sessions(of: visit.prison, within: DayRange(date, date)).map(\.start)
            throw PlanningError.noSession(visit.prison, date, start, known: known)
        }
        return session
    }

    /// How the visit would be in `session`.
    ///
    /// - Parameter ledger: the lines of the prisoner's visit account.
    /// - Throws: `MoveRefusal`, the first that holds. Whether there is room the store knows.
    package func placement(in session: Session, ledger: [LedgerEntry]) throws -> Placement {
        let party = try party(on: session)
        guard !facts.isDeclined(session.date, by: party) else { throw MoveRefusal.declined(session.date) }
        let entitlement = try entitlement(of: party, in: session)
        try requireOneLeft(for: party, in: session, entitlement, ledger)
        let trip = try trip(of: party, to: session)
        let company = MoveCompany(visit, facts: facts, visits: register.visits, parameters: parameters)
        try company.requireChildrenFree(session, trip)
        guard let companion = company.companion(of: party, in: session, trip),
            let mode = entitlement.mode(in: session)
        else { throw MoveRefusal.noCompanion(session.date) }
        return Placement(
            session: session, mode: mode, minutes: entitlement.minutes(in: session),
            documents: entitlement.documents, companion: companion, trip: trip)
    }

    // MARK: Who may come

    /// The visit's children as the party that they are on the day of `session`.
    private func party(on session: Session) throws(MoveRefusal) -> Party {
        let bonds = register.bonds.filter { $0.prisoner == visit.prisoner && visit.children.contains($0.child) }
        guard bonds.count == visit.children.count else {
            throw .notEntitled(.ineligible, sentence: Sentences.notEntitled(nil).sentence)
        }
        let formation = formation(of: bonds, on: session.date)
        if let refusal = formation.refusals.first { throw .notEntitled(refusal.code, sentence: refusal.sentence) }
        guard let party = formation.parties.first, formation.parties.count == 1 else {
            throw .tooMany(session.id, children: visit.children.count)
        }
        return party
    }

    private func formation(of bonds: [Bond], on day: Day) -> PartyFormation {
        PartyFormation(bonds: bonds, facts: facts, book: book, horizon: DayRange(day, day))
    }

    /// What the party may have in `session`, where it can be booked and has a form that the rules allow.
    private func entitlement(of party: Party, in session: Session) throws(MoveRefusal) -> Entitlement {
        let (ahead, window) = (session.date - today, party.prison.bookingWindow)
        let found = party.entitlement(on: session.date)
        let notice = party.prison.daysOfNotice(rules: found?.noticeDays)
        guard ahead >= notice else {
            throw notice > window.lowerBound
                ? .shortNotice(session.id, ahead: ahead, days: notice, rule: found?.noticeRule)
                : .tooLate(session.id, ahead: ahead, least: notice)
        }
        guard ahead <= window.upperBound else { throw .tooEarly(session.id, ahead: ahead, most: window.upperBound) }
        guard let entitlement = found else {
            throw .notEntitled(.ineligible, sentence: Sentences.notEntitled(nil).sentence)
        }
        guard entitlement.mode(in: session) != nil else { throw .noForm(session.id, offered: session.modes) }
        return entitlement
    }

    // MARK: How often

    /// Refuses a visit for which the prisoner has nothing left then. All visits count that are to take place, also those
    /// that are only planned: a visit that must be called off again is no visit.
    private func requireOneLeft(
        for party: Party, in session: Session, _ entitlement: Entitlement, _ ledger: [LedgerEntry]
    ) throws(MoveRefusal) {
        let others = register.visits.filter {
            $0.prisoner == visit.prisoner && $0.id != visit.id && $0.status.holdsTable
        }
        if entitlement.visitOrders != nil, let orders = ordersOpen(on: session.date, ledger) {
            let waiting = others.count { !$0.status.isAgreed && (today...session.date).contains($0.date) }
            guard orders > waiting else { throw .ordersUsed(visit.prisoner, session.date) }
            return
        }
        let shortest = register.templates.map(\.minutes).min() ?? session.minutes
        let everybody = formation(of: register.bonds.filter { $0.prisoner == visit.prisoner }, on: session.date)
        let quota = PrisonerQuota(
            parties: everybody.parties, past: [], horizon: DayRange(session.date, session.date),
            sessionMinutes: shortest, parameters: parameters
        ).quota
        let days = quota.period.days(around: session.date)
        let inside = others.filter { days.contains($0.date) }
        guard inside.count < quota.visits else {
            throw .quotaUsed(
                visit.prisoner, days: days, allowed: quota.visits, visits: inside.count,
                own: inside.filter { $0.household == visit.household }.map(\.id))
        }
        let used = inside.reduce(Minutes.zero) { $0 + $1.minutes }
        if let minutes = quota.minutes, (used + entitlement.minutes(in: session)).count > minutes {
            throw .minutesUsed(visit.prisoner, days: days, allowed: Minutes(minutes), used: used)
        }
    }

    /// How many visit orders the prisoner has on `day`, with the one that this visit has taken; nil where its account
    /// cannot be computed.
    private func ordersOpen(on day: Day, _ ledger: [LedgerEntry]) -> Int? {
        var night = LedgerNight(register, facts: facts, horizon: horizon, book: book, today: today)
        guard case .success(let outcome) = night.outcome(for: visit.prisoner, stored: ledger),
            case .orders(let orders)? = outcome.terms
        else { return nil }
        var account = outcome.account
        if day > today {
            for night in DayRange(today + 1, day) { account.night(of: night, under: orders.policy) }
        }
        return account.balance.visitsOpen + (account.isCharged(visit.id) ? 1 : 0)
    }

    // MARK: The journey

    /// The journey of the party to `session`.
    private func trip(of party: Party, to session: Session) throws(MoveRefusal) -> Trip? {
        let planner = TravelPlanner(
            places: register.places, distances: register.distances,
            parameters: TravelParameters(register.parameters))
        var survey = OptionSurvey(
            PlanningContext(register, facts, today: today, horizon: DayRange(session.date, session.date)),
            prisons: [party.prison],
            calendar: SessionCalendar(
                templates: register.templates.filter { $0.id == session.template }, closures: []),
            journeys: JourneySurvey(finder: TripFinder(planner, timetables: circle.timetables)))
        if case .failure(let none) = survey.options(for: party) {
            switch none.reason.code {
            case .noJourney: throw .noJourney(sentence: none.reason.sentence)
            // The day alone is not it where an adult is free for the meeting.
            case .noCompanion where none.isByJourney:
                throw .notEntitled(.noCompanion, sentence: none.reason.sentence)
            case .noCompanion: throw .noCompanion(session.date)
            default: throw .notEntitled(none.reason.code, sentence: none.reason.sentence)
            }
        }
        return survey.trip(for: [party], adults: 1, to: session)?.trip.shifted(days: session.date.number)
    }
}
