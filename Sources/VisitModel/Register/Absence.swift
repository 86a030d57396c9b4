/// Days, or hours of days, on which somebody cannot: an escort is busy or ill, a guardian works, a child is in hospital, a
/// prisoner is away.
public struct Absence: Hashable, Sendable {
    /// Who cannot.
    public enum Person: Hashable, Sendable {
        case guardian(Identifier<Guardian>)
        case escort(Identifier<Escort>)
        case child(Identifier<Child>)
        case prisoner(Identifier<Prisoner>)

        /// What kind of person, in the word of the file `absences`.
        public var kind: Kind {
            switch self {
            case .guardian: .guardian
            case .escort: .escort
            case .child: .child
            case .prisoner: .prisoner
            }
        }

        /// The person's identifier.
        public var id: String {
            switch self {
            case .guardian(let id): id.text
            case .escort(let id): id.text
            case .child(let id): id.text
            case .prisoner(let id): id.text
            }
        }

        /// The person of that kind and identifier.
        public init(_ kind: Kind, _ id: String) {
            self =
                switch kind {
                case .guardian: .guardian(Identifier(id))
                case .escort: .escort(Identifier(id))
                case .child: .child(Identifier(id))
                case .prisoner: .prisoner(Identifier(id))
                }
        }
    }

    /// What kind of person cannot.
    public enum Kind: String, Sendable, CaseIterable {
        case guardian, escort, child, prisoner
    }

    /// Its identifier.
    public var id: Identifier<Absence>
    /// Who cannot.
    public var person: Person
    /// The days.
    public var days: DayRange
    /// The hours of each of these days, from the first minute to the one at which the person can again; the whole days
    /// where nil. They are those of the clock where the person lives.
    public var hours: Range<ClockTime>?
    /// Why, in somebody's words. May be personal: shown to caseworkers, never logged.
    public var reason: String
    /// The calendar that says so, by its name; empty where a person has entered it. A calendar that is read again takes the
    /// place of what came from itself, and of nothing else.
    public var source: String

    /// An absence.
    public init(
        id: Identifier<Absence>, person: Person, days: DayRange, hours: Range<ClockTime>? = nil, reason: String = "",
        source: String = ""
    ) {
        self.id = id
        self.person = person
        self.days = days
        self.hours = hours
        self.reason = reason
        self.source = source
    }
}

extension Absence {
    /// The `source` of what an iCalendar file of the person said.
    public static let calendarSource = "calendar"

    /// The identifier of an absence that the person's calendar describes: the same whenever the calendar is read again.
    public static func calendarIdentifier(
        of person: Person, _ days: DayRange, _ hours: Range<ClockTime>? = nil
    ) -> Identifier<Absence> {
        let last = days.count > 1 ? "-\(days.last)" : ""
        let clock = hours.map { "-\($0.lowerBound)-\($0.upperBound)" } ?? ""
        return Identifier("ics-\(person.id)-\(days.first)\(last)\(clock)")
    }

    /// Whether it takes any minute of `time`, on the clock where the person lives.
    public func takes(_ time: Range<CivilTime>) -> Bool {
        guard !time.isEmpty else { return false }
        let touched = DayRange(time.lowerBound.day, (time.upperBound - 1).day)
        guard days.overlaps(touched) else { return false }
        guard let hours else { return true }
        return DayRange(max(days.first, touched.first), min(days.last, touched.last)).contains { day in
            CivilTime(day, hours.lowerBound) < time.upperBound && time.lowerBound < CivilTime(day, hours.upperBound)
        }
    }

    /// Whether it rules out a journey on `day` whose times are not known yet: it covers the whole day, or some of the
    /// hours in which children usually travel.
    public func takes(_ day: Day) -> Bool {
        takes(CivilTime(day, Household.usualLeaving)..<CivilTime(day, Household.usualReturn))
    }
}
