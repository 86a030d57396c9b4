/// One meeting of children and a prisoner: planned, agreed, or past.
public struct Visit: Hashable, Sendable {
    /// How far a visit has come. What each means and what may follow it stands in `VisitLifecycle.swift`.
    public enum Status: String, Sendable, CaseIterable {
        /// Planned; nobody has been asked.
        case proposed
        /// The prison has been asked.
        case requested
        /// The prison has agreed.
        case confirmed
        /// It took place.
        case held
        /// It took place, and ended early.
        case cutShort = "cut-short"
        /// It should have taken place, and nobody came.
        case missed
        /// The family was there and was not let in.
        case turnedAway = "turned-away"
        /// The prison has said no.
        case refused
        /// The family has taken its request back before there was an answer.
        case withdrawn
        /// There was no answer by the last day for one.
        case expired
        /// It was called off.
        case cancelled

        /// The status's name for people.
        public var name: BilingualText {
            switch self {
            case .proposed: BilingualText(en: "proposed", zh: "拟定")
            case .requested: BilingualText(en: "requested", zh: "已申请")
            case .confirmed: BilingualText(en: "confirmed", zh: "已确认")
            case .held: BilingualText(en: "held", zh: "已会见")
            case .cutShort: BilingualText(en: "cut short", zh: "提前结束")
            case .missed: BilingualText(en: "missed", zh: "未成行")
            case .turnedAway: BilingualText(en: "turned away", zh: "到场未获准")
            case .refused: BilingualText(en: "refused", zh: "监狱未批准")
            case .withdrawn: BilingualText(en: "withdrawn", zh: "已撤回")
            case .expired: BilingualText(en: "expired", zh: "逾期未答复")
            case .cancelled: BilingualText(en: "cancelled", zh: "已取消")
            }
        }
    }

    /// Where a visit comes from.
    public enum Origin: String, Sendable, CaseIterable {
        /// Somebody wrote it into a file.
        case entered
        /// The program planned it.
        case planned
    }

    /// The adult who goes along.
    public enum Companion: Hashable, Sendable {
        case guardian(Identifier<Guardian>)
        case escort(Identifier<Escort>)
    }

    /// The identifier; random and stable, also the UID of its calendar entry.
    public var id: Identifier<Visit>
    /// The number by which people name it, `V-0123`; given once, when it is first written, and never again. Nil before.
    public var number: Int?
    /// How far it has come.
    public var status: Status
    /// The prisoner who is visited.
    public var prisoner: Identifier<Prisoner>
    /// The household that the children come from.
    public var household: Identifier<Household>
    /// The children who go, sorted. Never empty.
    public var children: [Identifier<Child>]
    /// The adults who go along; the first leads. Empty where nobody does.
    public var adults: [Companion]
    /// The prison in which they meet.
    public var prison: Identifier<Prison>
    /// The session, where it is in one that the program knows.
    public var session: Identifier<Session>?
    /// The date, local to the prison.
    public var date: Day
    /// When it begins, local to the prison; nil where a past visit's time was not written down.
    public var start: ClockTime?
    /// How long it lasts.
    public var minutes: Minutes
    /// The form that the meeting takes.
    public var mode: Mode
    /// The papers to bring.
    public var documents: [Paper]
    /// The journey, for visits that the program planned.
    public var trip: Trip?
    /// Why this date, in plain words, without names.
    public var reasons: [BilingualText]
    /// How often its time, place or status has changed since it was first published (RFC 5545, SEQUENCE).
    public var sequence: Int
    /// When it was last changed.
    public var changed: Instant

    /// A visit.
    public init(
        id: Identifier<Visit>, number: Int? = nil, status: Status, prisoner: Identifier<Prisoner>,
        household: Identifier<Household>, children: [Identifier<Child>], companion: Companion? = nil,
        others: [Companion] = [], prison: Identifier<Prison>,
        session: Identifier<Session>? = nil, date: Day, start: ClockTime? = nil, minutes: Minutes,
        mode: Mode = .table, documents: [Paper] = [], trip: Trip? = nil, reasons: [BilingualText] = [],
        sequence: Int = 0, changed: Instant = Instant(seconds: 0)
    ) {
        self.id = id
        self.number = number
        self.status = status
        self.prisoner = prisoner
        self.household = household
        self.children = children
        adults = (companion.map { [$0] } ?? []) + others
        self.prison = prison
        self.session = session
        self.date = date
        self.start = start
        self.minutes = minutes
        self.mode = mode
        self.documents = documents
        self.trip = trip
        self.reasons = reasons
        self.sequence = sequence
        self.changed = changed
    }

    /// The adult who leads, where one goes along.
    public var companion: Companion? {
        get { adults.first }
        set { adults = (newValue.map { [$0] } ?? []) + adults.dropFirst().filter { $0 != newValue } }
    }

    /// When it begins on the wall clock of the prison, where the time is known.
    public var begins: CivilTime? { start.map { CivilTime(date, $0) } }
    /// When it ends on the wall clock of the prison, where the time is known.
    public var ends: CivilTime? { begins.map { $0 + minutes } }
}

/// A visit with all the people and places that it names, looked up: what a calendar, a report or an answer needs.
public struct VisitDetail: Hashable, Sendable {
    /// The visit.
    public var visit: Visit
    /// The prison in which they meet.
    public var prison: Prison
    /// Where the prison stands.
    public var prisonPlace: Place
    /// The prisoner who is visited.
    public var prisoner: Prisoner
    /// The household that the children come from.
    public var household: Household
    /// Where the household is.
    public var householdPlace: Place
    /// The children who go, in the order of `visit.children`.
    public var children: [Child]
    /// The adults who go along, those whom the reader may know of; the first leads.
    public var adults: [Adult]
    /// Names of places, among them all that the journey touches.
    public var placeNames: [Identifier<Place>: BilingualText]
    /// Names of prisons, among them those of the journey's meetings where it is shared.
    public var prisonNames: [Identifier<Prison>: BilingualText]
    /// What does not hold of it, the gravest first.
    public var flags: [VisitFlag] = []
    /// Where it comes from.
    public var origin = Visit.Origin.planned
    /// How many days ahead the rules want it asked for; nil where none does, or nobody has looked.
    public var noticeDays: Int?

    /// A visit looked up.
    public init(
        visit: Visit, prison: Prison, prisonPlace: Place, prisoner: Prisoner, household: Household,
        householdPlace: Place, children: [Child], adults: [Adult] = [],
        placeNames: [Identifier<Place>: BilingualText] = [:], prisonNames: [Identifier<Prison>: BilingualText] = [:]
    ) {
        self.visit = visit
        self.prison = prison
        self.prisonPlace = prisonPlace
        self.prisoner = prisoner
        self.household = household
        self.householdPlace = householdPlace
        self.children = children
        self.adults = adults
        self.placeNames = placeNames
        self.prisonNames = prisonNames
    }

    /// When what people see of it last changed: the visit, or what does not hold of it.
    public var changed: Instant {
        flags.reduce(visit.changed) { max($0, max($1.since, $1.waiver?.moment ?? $1.since)) }
    }

    /// The last day on which the prison can be asked for it.
    public var lastDayToAsk: Day { visit.date - prison.daysOfNotice(rules: noticeDays) }

    /// An adult who goes along, as one reaches them.
    public struct Adult: Hashable, Sendable {
        /// The name. Personal data.
        public var name: String
        /// A telephone number.
        public var phone: String?
        /// An e-mail address.
        public var email: String?
        /// The name in WeChat.
        public var wechat: String?
        /// The citizen number, only where the prison lists it and the reader may see its list.
        public var citizenNumber: CitizenNumber?

        /// An adult.
        public init(
            name: String, phone: String? = nil, email: String? = nil, wechat: String? = nil,
            citizenNumber: CitizenNumber? = nil
        ) {
            self.name = name
            self.phone = phone
            self.email = email
            self.wechat = wechat
            self.citizenNumber = citizenNumber
        }
    }

    /// The name of the adult who leads, where one goes along.
    public var companionName: String? { adults.first?.name }
    /// The telephone number of that adult.
    public var companionPhone: String? { adults.first?.phone }

    /// The site of a meeting by video, where the children go to one; nil where they go to the prison, or nowhere.
    public var videoSite: Identifier<Place>? { visit.videoSite }
}
