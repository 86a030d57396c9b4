/// The form that a meeting takes.
public enum Mode: String, Sendable, CaseIterable {
    /// Open contact, without a table between.
    case contact
    /// Around a table.
    case table
    /// Through glass, by telephone.
    case glass
    /// On a screen, from a site near home.
    case video
    /// In a family room, with a meal or play.
    case familyRoom = "family-room"
    /// A day for children, of several hours.
    case childDay = "child-day"
    /// Days or nights together, in a holiday.
    case holidayStay = "holiday-stay"
    /// A telephone call.
    case call

    /// The form's name for people.
    public var name: BilingualText {
        switch self {
        case .contact: BilingualText(en: "open contact", zh: "面对面接触会见")
        case .table: BilingualText(en: "at a table", zh: "桌边会见")
        case .glass: BilingualText(en: "through glass", zh: "隔窗会见")
        case .video: BilingualText(en: "by video", zh: "远程视频会见")
        case .familyRoom: BilingualText(en: "in the family room", zh: "亲情会见室会见")
        case .childDay: BilingualText(en: "children's day", zh: "亲子开放日")
        case .holidayStay: BilingualText(en: "holiday stay", zh: "假期同住")
        case .call: BilingualText(en: "telephone call", zh: "亲情电话")
        }
    }
}

/// When a prison opens its visiting room: a weekly pattern, or one extra date.
public struct SessionTemplate: Hashable, Sendable {
    /// On which days the room opens.
    public enum Recurrence: Hashable, Sendable {
        /// On that day of every `every`-th week, counted from the week of `anchor`.
        case weekly(Weekday, every: Int, anchor: Day)
        /// On one date.
        case once(Day)
    }

    /// Its identifier.
    public var id: Identifier<SessionTemplate>
    /// The prison whose room it is.
    public var prison: Identifier<Prison>
    /// On which days.
    public var recurrence: Recurrence
    /// When the visit begins.
    public var start: ClockTime
    /// How long it lasts.
    public var minutes: Minutes
    /// The forms offered in it, the most open first. Never empty.
    public var modes: [Mode]
    /// How many tables, windows or screens there are.
    public var tables: Int
    /// The most persons in the room at once, if limited.
    public var seats: Int?
    /// Where visitors sit for a meeting by video, near their homes; nil where they come to the prison.
    public var site: Identifier<Place>?
    /// The first day on which the template is valid; nil for always.
    public var validFrom: Day?
    /// The last day on which it is valid; nil for open-ended.
    public var validTo: Day?

    /// A template.
    public init(
        id: Identifier<SessionTemplate>, prison: Identifier<Prison>, recurrence: Recurrence, start: ClockTime,
        minutes: Minutes, modes: [Mode] = [.table], tables: Int, seats: Int? = nil,
        site: Identifier<Place>? = nil, validFrom: Day? = nil, validTo: Day? = nil
    ) {
        self.id = id
        self.prison = prison
        self.recurrence = recurrence
        self.start = start
        self.minutes = minutes
        self.modes = modes
        self.tables = tables
        self.seats = seats
        self.site = site
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether the room opens on `day` by this template, closures aside.
    ///
    /// This is the one place that knows the pattern: the generator of sessions and the check of a single date both ask
    /// here, so they cannot differ. Weeks are counted from the Monday of the anchor's week, also where the anchor is
    /// another day.
    public func isHeld(on day: Day) -> Bool {
        if let validFrom, day < validFrom { return false }
        if let validTo, day > validTo { return false }
        switch recurrence {
        case .once(let date): return day == date
        case .weekly(let weekday, let every, let anchor):
            return day.weekday == weekday && ((day.monday - anchor.monday) / 7) % max(1, every) == 0
        }
    }

    /// The anchor of weekly patterns that name none: Monday, 2024-01-01.
    public static let defaultAnchor = Day(number: 19_723)
}

/// One dated opening of a prison's visiting room.
public struct Session: Hashable, Sendable {
    /// Its identifier: the template's, an `@`, and the date.
    public var id: Identifier<Session>
    /// The template that it comes from.
    public var template: Identifier<SessionTemplate>
    /// The prison.
    public var prison: Identifier<Prison>
    /// The date.
    public var date: Day
    /// When it begins, local to the prison.
    public var start: ClockTime
    /// How long it lasts.
    public var minutes: Minutes
    /// The forms offered, the most open first.
    public var modes: [Mode]
    /// How many tables there are.
    public var tables: Int
    /// The most persons at once, if limited.
    public var seats: Int?
    /// Where visitors sit for a meeting by video; nil where they come to the prison.
    public var site: Identifier<Place>?

    /// The opening of `template` on `date`.
    public init(of template: SessionTemplate, on date: Day) {
        id = Identifier(template.id, on: date)
        self.template = template.id
        prison = template.prison
        self.date = date
        start = template.start
        minutes = template.minutes
        modes = template.modes
        tables = template.tables
        seats = template.seats
        site = template.site
    }

    /// When it begins on the wall clock of the prison.
    public var begins: CivilTime { CivilTime(date, start) }
    /// When it ends on the wall clock of the prison.
    public var ends: CivilTime { begins + minutes }
}

/// Days on which a prison, or one of its sessions, does not open.
public struct Closure: Hashable, Sendable {
    /// Its identifier.
    public var id: Identifier<Closure>
    /// The prison.
    public var prison: Identifier<Prison>
    /// The template whose openings fall out; nil where the whole prison is closed.
    public var template: Identifier<SessionTemplate>?
    /// The days.
    public var days: DayRange
    /// Why, in the words of the prison.
    public var reason: String

    /// A closure.
    public init(
        id: Identifier<Closure>, prison: Identifier<Prison>, template: Identifier<SessionTemplate>? = nil,
        days: DayRange, reason: String = ""
    ) {
        self.id = id
        self.prison = prison
        self.template = template
        self.days = days
        self.reason = reason
    }

    /// What the identifiers of closures begin with that came as a calendar of that prison.
    public static func calendarPrefix(of prison: Identifier<Prison>) -> String { "ics-\(prison)-" }
}
