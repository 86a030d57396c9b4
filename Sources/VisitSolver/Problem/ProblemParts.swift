import VisitModel

extension Problem {
    /// A household, of which only the identity matters: it makes one visit a day.
    public enum Family: Sendable {}
    /// A home from which escorts take children.
    public enum EscortHome: Sendable {}

    /// A prison.
    public struct Prison: Sendable {
        /// Its identifier.
        public var id: Identifier<VisitModel.Prison>
        /// Persons who fit at one table, at least 1.
        public var tableSeats: Int

        /// A prison.
        public init(id: Identifier<VisitModel.Prison>, tableSeats: Int) {
            self.id = id
            self.tableSeats = tableSeats
        }
    }

    /// One dated opening of a prison.
    public struct Session: Sendable {
        /// Its identifier.
        public var id: Identifier<VisitModel.Session>
        /// Where it is.
        public var prison: PrisonIndex
        /// Days after the problem's first day. A session outside the horizon can be named and not used.
        public var day: Int
        /// Minutes after midnight at which it begins.
        public var startMinute: Int
        /// How long it lasts.
        public var minutes: Int
        /// Tables.
        public var tables: Int
        /// The most persons in all, if there is such a limit beside the tables.
        public var seats: Int?

        /// A session.
        public init(
            id: Identifier<VisitModel.Session>, prison: PrisonIndex, day: Int, startMinute: Int, minutes: Int,
            tables: Int, seats: Int? = nil
        ) {
            self.id = id
            self.prison = prison
            self.day = day
            self.startMinute = startMinute
            self.minutes = minutes
            self.tables = tables
            self.seats = seats
        }
    }

    /// How much a prisoner may be visited in one period.
    public struct Quota: Sendable, Hashable {
        /// Visits per period.
        public var visits: Int
        /// Minutes per period, if they are limited.
        public var minutes: Int?
        /// The span that is counted: calendar months, calendar years, or n days from an anchor.
        public var period: Period

        /// A quota.
        public init(visits: Int, minutes: Int? = nil, period: Period = .calendarMonth) {
            self.visits = visits
            self.minutes = minutes
            self.period = period
        }
    }

    /// Visits of a period that are spent already.
    public struct UsedVisits: Sendable, Hashable {
        /// Any day of the period.
        public var day: Day
        /// Visits spent.
        public var visits: Int

        /// Visits of the period around `day` that are spent.
        public init(day: Day, visits: Int) {
            self.day = day
            self.visits = visits
        }
    }

    /// A prisoner, whose quota all households that visit share.
    public struct Prisoner: Sendable {
        /// The identifier.
        public var id: Identifier<VisitModel.Prisoner>
        /// Where the prisoner is held; its tables decide how many a party needs.
        public var prison: PrisonIndex
        /// How much the prisoner may be visited.
        public var quota: Quota
        /// What is spent already.
        public var used: [UsedVisits]
        /// The fewest days between two visits, of whatever household; 0 where several on a day are allowed.
        public var minGap: Int

        /// A prisoner.
        public init(
            id: Identifier<VisitModel.Prisoner>, prison: PrisonIndex, quota: Quota, used: [UsedVisits] = [],
            minGap: Int = 0
        ) {
            self.id = id
            self.prison = prison
            self.quota = quota
            self.used = used
            self.minGap = minGap
        }
    }

    /// The wish of one household to visit one prisoner again and again.
    public struct Request: Sendable {
        /// The identifier.
        public var id: Identifier<Request>
        /// The household, which makes at most one visit a day.
        public var family: FamilyIndex
        /// Whom it visits.
        public var prisoner: PrisonerIndex
        /// Persons who come, the adult included; at least 1.
        public var party: Int
        /// Children among them.
        public var children: Int
        /// The day of the last visit, counted from the problem's first day (so mostly negative); nil where there was none.
        public var lastVisit: Int?
        /// The days after which the next visit is overdue.
        public var maxGap: Int
        /// The home whose escorts take the children, where no guardian does.
        public var escortHome: EscortHomeIndex?
        /// Places that it takes on an escort's trip: one a child; all where the escort can sit with no other party.
        public var escortPlaces: Int
        /// Whose money its visits and their trips take. All requests of one escort home have the same payer.
        public var payer: Int

        /// A request.
        public init(
            id: Identifier<Request>, family: FamilyIndex, prisoner: PrisonerIndex, party: Int, children: Int,
            lastVisit: Int? = nil, maxGap: Int, escortHome: EscortHomeIndex? = nil, escortPlaces: Int? = nil,
            payer: Int = 0
        ) {
            self.id = id
            self.family = family
            self.prisoner = prisoner
            self.party = party
            self.children = children
            self.lastVisit = lastVisit
            self.maxGap = maxGap
            self.escortHome = escortHome
            self.escortPlaces = escortPlaces ?? children
            self.payer = payer
        }
    }

    /// A session that a request can be given, and its price.
    public struct Option: Sendable, Hashable {
        /// The session.
        public var session: SessionIndex
        /// The burden of going there, in points: a point is a minute of travel.
        public var cost: Int32
        /// The money of going there, in cents.
        public var money: Int32

        /// An option.
        public init(session: SessionIndex, cost: Int = 0, money: Int = 0) {
            self.session = session
            self.cost = Int32(clamping: cost)
            self.money = Int32(clamping: money)
        }
    }

    /// Escorts who go from a home on certain days.
    public struct EscortRow: Sendable {
        /// The home.
        public var home: EscortHomeIndex
        /// The days of the week on which they go.
        public var weekdays: Set<Weekday>
        /// The first day, counted from the problem's first day.
        public var firstDay: Int
        /// The last day, included.
        public var lastDay: Int
        /// Trips that they can make on one day.
        public var trips: Int
        /// Children on one trip. Where several rows hold on a day, the largest.
        public var maxChildren: Int

        /// A row.
        public init(
            home: EscortHomeIndex, weekdays: Set<Weekday> = Set(Weekday.allCases), firstDay: Int, lastDay: Int,
            trips: Int, maxChildren: Int
        ) {
            self.home = home
            self.weekdays = weekdays
            self.firstDay = firstDay
            self.lastDay = lastDay
            self.trips = trips
            self.maxChildren = maxChildren
        }
    }

    /// Two requests whose visits save cost when they lie close together: both parents on one journey.
    public struct Link: Sendable {
        /// One request.
        public var first: RequestIndex
        /// The other.
        public var second: RequestIndex
        /// The most days between the two visits.
        public var maxDaysApart: Int
        /// Points saved per pair of visits, each visit paired once, earliest first.
        public var saving: Int

        /// A link.
        public init(_ first: RequestIndex, _ second: RequestIndex, maxDaysApart: Int, saving: Int) {
            self.first = first
            self.second = second
            self.maxDaysApart = maxDaysApart
            self.saving = saving
        }
    }

    /// The weights of the score. None is negative.
    public struct Weights: Sendable, Hashable {
        /// Points per child covered in time.
        public var covered: Int
        /// Points per visit.
        public var visit: Int
        /// Points per minute of visit.
        public var minute: Int
        /// Points lost per unit of neglect: children × o(o+1)/2 of each gap that is o days too long.
        public var neglect: Int
        /// Points lost per squared day of each gap.
        public var spacing: Int
        /// Points lost per published visit that is dropped.
        public var change: Int
        /// Points lost per point of burden.
        public var cost: Int

        /// Weights; what is left out weighs nothing.
        public init(
            covered: Int, visit: Int, minute: Int = 0, neglect: Int = 0, spacing: Int = 0, change: Int = 0,
            cost: Int = 1
        ) {
            self.covered = covered
            self.visit = visit
            self.minute = minute
            self.neglect = neglect
            self.spacing = spacing
            self.change = change
            self.cost = cost
        }
    }
}
