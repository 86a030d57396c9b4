import VisitModel

/// A visit with what it names looked up, its moments in universal time, and what the rules say of it.
///
/// A class, since every check and every group of visits holds it, and it is large to copy.
final class JudgedVisit: Sendable {
    /// An adult who goes along and is in the register.
    enum Adult: Sendable {
        case guardian(Guardian)
        case escort(Escort)
    }

    /// One sitting of a visiting room: whoever is part of it is in one place.
    struct Sitting: Hashable, Sendable {
        let prison: Identifier<Prison>
        let date: Day
        let template: Identifier<SessionTemplate>?
        let start: ClockTime?
        /// Where neither session nor time is known the visit is a sitting of its own.
        let visit: Identifier<Visit>?
    }

    /// One journey: the visits of it share its times and its cost.
    enum JourneyKey: Hashable, Sendable {
        case shared(SharedTrip)
        /// Of one adult, from leaving home to being home.
        case adult(Visit.Companion, leaves: CivilTime, home: CivilTime, prison: Identifier<Prison>)
        case own(Identifier<Visit>)
    }

    let visit: Visit
    let isAhead: Bool
    let prison: Prison?
    let prisoner: Prisoner?
    let household: Household?
    /// The children who are in the register.
    let children: [Child]
    /// The adults who are in the register.
    let adults: [Adult]
    /// The template of its session; where it names none, the only one that opens at its time.
    let template: SessionTemplate?
    let sitting: Sitting
    let journey: JourneyKey
    /// The zone of the prison, by which all times of the visit are written.
    let zone: String
    /// The zone in which those who travel live.
    let homeZone: String
    /// From its beginning to its end; nil where its time is not known.
    let meeting: Span?
    /// When the party must be at the gate.
    let gateBy: Instant?
    /// From leaving home to being home; where no journey is known, from the gate to the end of the meeting.
    let away: Span?
    /// The days on which the party is away for any time, by the prison's clocks.
    let days: DayRange
    /// What the rules say of each child who has a bond; empty where it is not ahead.
    let answers: [RuleAnswer]
    /// That the prisoner is out of prison on its day; nil where nothing says so, or it is not ahead.
    let absent: Whereabouts.Absent?

    init(_ visit: Visit, in world: JudgedWorld, asking inquiry: inout RuleInquiry) {
        self.visit = visit
        isAhead = visit.status.isAhead && visit.date >= world.today
        let prison = world.prisons[visit.prison]
        let household = world.households[visit.household]
        self.prison = prison
        self.household = household
        prisoner = world.prisoners[visit.prisoner]
        children = visit.children.compactMap { world.children[$0] }
        adults = visit.adults.compactMap { adult in
            switch adult {
            case .guardian(let id): world.guardians[id].map(Adult.guardian)
            case .escort(let id): world.escorts[id].map(Adult.escort)
            }
        }
        let zone = prison?.zone ?? "UTC"
        self.zone = zone
        homeZone = household.flatMap { world.places[$0.place]?.zone } ?? zone
        let (template, sitting) = Self.session(of: visit, in: world)
        self.template = template
        self.sitting = sitting
        journey = Self.journey(of: visit)
        let begins = visit.begins.map { world.clocks.instant($0, in: zone) }
        let meeting = begins.map { Span($0, $0 + visit.minutes.count * 60) }
        self.meeting = meeting
        let gateBy = begins.map { $0 + -(prison?.checkIn.count ?? 0) * 60 }
        self.gateBy = gateBy
        if let trip = visit.trip {
            let leaves = world.clocks.instant(trip.leavesHome, in: zone)
            away = Span(leaves, max(leaves, world.clocks.instant(trip.isHome, in: zone)))
            // Who is home at midnight is not away on the day that begins then.
            days = DayRange(trip.leavesHome.day, max(trip.leavesHome.day, (trip.isHome - 1).day))
        } else {
            away = meeting.flatMap { meeting in gateBy.map { Span($0, meeting.ends) } }
            days = DayRange(visit.date, visit.date)
        }
        guard isAhead, let prison, let prisoner else {
            (answers, absent) = ([], nil)
            return
        }
        answers = inquiry.answers(of: children, with: adults, to: prisoner, in: prison, on: visit.date)
        absent = inquiry.absence(of: prisoner, from: prison, on: visit.date, answers)
    }

    private static func session(of visit: Visit, in world: JudgedWorld) -> (SessionTemplate?, Sitting) {
        func sitting(_ template: Identifier<SessionTemplate>?, isOwn: Bool = false) -> Sitting {
            Sitting(
                prison: visit.prison, date: visit.date, template: template, start: template == nil ? visit.start : nil,
                visit: isOwn || template == nil && visit.start == nil ? visit.id : nil)
        }
        if let session = visit.session {
            let template = Identifier<Session>.parts(of: session.text).map {
                Identifier<SessionTemplate>(String($0.template))
            }
            return (template.flatMap { world.templates[$0] }, sitting(template ?? Identifier(session.text)))
        }
        let fitting = world.templatesByPrison[visit.prison, default: []].filter {
            $0.start == visit.start && $0.isHeld(on: visit.date)
        }
        guard let only = fitting.first, fitting.count == 1 else { return (nil, sitting(nil, isOwn: fitting.count > 1)) }
        return (only, sitting(only.id))
    }

    private static func journey(of visit: Visit) -> JourneyKey {
        if let shared = visit.trip?.shared { return .shared(shared) }
        if let trip = visit.trip, let adult = visit.adults.first {
            return .adult(adult, leaves: trip.leavesHome, home: trip.isHome, prison: visit.prison)
        }
        return .own(visit.id)
    }

    /// How many persons come: the children and the adults.
    var persons: Int { visit.children.count + visit.adults.count }

    /// Whether people come together for it; a telephone call brings nobody anywhere.
    var isMeeting: Bool { visit.mode != .call }

    /// Whether anybody leaves home for it: not where they meet on a screen without going to a site.
    var bringsPeople: Bool { isMeeting && (visit.mode != .video || visit.trip != nil || template?.site != nil) }

    /// From which age in years one is an adult.
    static let grownUp = 18

    /// Whether this visit is agreed less than `other`, or as much and comes later: of too many it is the one to name.
    func yields(to other: JudgedVisit) -> Bool {
        func order(_ visit: Visit) -> (Int, Day, Int, Int) {
            (visit.status.firmness, visit.date, visit.start?.minutes ?? 0, visit.number ?? .max)
        }
        let (own, others) = (order(visit), order(other.visit))
        return own == others ? other.visit.id < visit.id : others < own
    }

    /// A flag of this visit.
    func flag(_ code: VisitFlag.Code, _ subject: String = "", _ facts: [Refusal.Fact]) -> VisitFlag {
        VisitFlag(visit: visit.id, code: code, subject: subject, facts: facts)
    }

    /// By what a flag of another visit names this one.
    var named: [Refusal.Fact] { [Refusal.Fact("visit", visit.id.text), Refusal.Fact("meeting", visit.flagLabel)] }

    /// A flag of this visit.
    func flag(_ code: VisitFlag.Code, _ subject: String = "", _ facts: KeyValuePairs<String, String> = [:]) -> VisitFlag
    {
        flag(code, subject, facts.map { Refusal.Fact($0.key, $0.value) })
    }
}

extension Visit.Status {
    /// How firmly people hold on to a visit; the less, the firmer.
    fileprivate var firmness: Int {
        switch self {
        case .held, .cutShort, .missed, .turnedAway: 0
        case .confirmed: 1
        case .requested: 2
        case .proposed: 3
        case .refused, .withdrawn, .expired, .cancelled: 4
        }
    }
}

extension Visit.Companion {
    /// The adult as absences name one.
    var person: Absence.Person {
        switch self {
        case .guardian(let id): .guardian(id)
        case .escort(let id): .escort(id)
        }
    }
}

extension JudgedVisit.Adult {
    /// The adult as visits name one.
    var companion: Visit.Companion {
        switch self {
        case .guardian(let guardian): .guardian(guardian.id)
        case .escort(let escort): .escort(escort.id)
        }
    }

    /// The adult as flags name one.
    var subject: String { companion.subject }

    /// Whether the adult is one on `day`. Escorts are, and so is who has no date of birth on record.
    func isGrownUp(on day: Day) -> Bool {
        guard case .guardian(let guardian) = self, let birth = guardian.birthDate else { return true }
        return birth.years(until: day) >= JudgedVisit.grownUp
    }
}
