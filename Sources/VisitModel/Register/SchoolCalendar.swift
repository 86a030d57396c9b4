/// On which days a school teaches.
public struct SchoolCalendar: Hashable, Sendable {
    /// What a stretch of days is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Teaching on weekdays.
        case term
        /// No teaching.
        case holiday
        /// Teaching also on Saturday or Sunday, in exchange for a holiday.
        case makeUp = "make-up"
    }

    /// A stretch of days of one kind.
    public struct Stretch: Hashable, Sendable {
        /// What kind of days they are.
        public var kind: Kind
        /// The days.
        public var days: DayRange
        /// What the stretch is called: "Spring Festival".
        public var note: String

        /// A stretch of days.
        public init(_ kind: Kind, _ days: DayRange, note: String = "") {
            self.kind = kind
            self.days = days
            self.note = note
        }
    }

    /// Its identifier.
    public var id: Identifier<SchoolCalendar>
    /// Its stretches, in the order of the file.
    public var stretches: [Stretch]

    /// A school calendar.
    public init(id: Identifier<SchoolCalendar>, stretches: [Stretch]) {
        self.id = id
        self.stretches = stretches
    }

    /// Whether the school teaches on `day`: a make-up day always, a holiday never, a term's day from Monday to Friday.
    public func teaches(on day: Day) -> Bool {
        var inTerm = false
        var inHoliday = false
        for stretch in stretches where stretch.days.contains(day) {
            switch stretch.kind {
            case .makeUp: return true
            case .holiday: inHoliday = true
            case .term: inTerm = true
            }
        }
        return inTerm && !inHoliday && day.weekday < .saturday
    }
}

/// What may be spent on journeys in one month.
public struct Budget: Hashable, Sendable {
    /// Whose money it is; the operator's of the store where nil.
    public var organisation: Identifier<Organisation>?
    /// The month.
    public var month: Month
    /// The money.
    public var cents: Cents

    /// A budget.
    public init(organisation: Identifier<Organisation>? = nil, month: Month, cents: Cents) {
        self.organisation = organisation
        self.month = month
        self.cents = cents
    }
}

/// A figure that the operator sets because no source gives one, or that only the operator can know.
public struct Parameter: Hashable, Sendable {
    /// Its name: `cn.women.extra_minutes`, `travel.road.kmh`.
    public var name: String
    /// Its value as written.
    public var value: String

    /// A parameter.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
