/// Who cannot be where, and when: the absences of people, and the bans of visitors. The one place that planning, moving and
/// judging ask.
public struct Availability: Sendable {
    /// Why an adult cannot be under way.
    public enum Obstacle: Hashable, Sendable {
        /// A day is none of the adult's weekdays, which are these.
        case otherWeekdays([Weekday])
        /// The escort is there only on these days.
        case notAvailable(DayRange)
        /// The escort's vetting ends on that day, before the journey does.
        case vettingEnded(Day)
        /// The adult has said so.
        case absent(Absence)
    }

    private let absences: [Absence.Person: [Absence]]
    private let bans: [Identifier<Prisoner>: [PrisonerEvent]]
    private let banned: Set<Visit.Companion>
    /// The time zone of each person's home; only for people who have absences and whose place has a zone.
    private let zones: [Absence.Person: String]

    /// What `register` says about absences and bans.
    public init(_ register: Register) {
        absences = Dictionary(grouping: register.absences, by: \.person)
        bans = Dictionary(grouping: register.events.filter { $0.isBan || $0.isBanOfEverybody }, by: \.prisoner)
        banned = Set(bans.values.joined().compactMap(\.visitor))
        zones = Self.zones(register)
    }

    private static func zones(_ register: Register) -> [Absence.Person: String] {
        let ofPlace = Dictionary(
            register.places.compactMap { place in place.zone.map { (place.id, $0) } }
        ) { first, _ in first }
        guard !ofPlace.isEmpty, !register.absences.isEmpty else { return [:] }
        let ofHome = Dictionary(
            register.households.compactMap { household in ofPlace[household.place].map { (household.id, $0) } }
        ) { first, _ in first }
        let absent = Set(register.absences.map(\.person))
        let people: [(Absence.Person, Identifier<Household>)] =
            register.guardians.map { (.guardian($0.id), $0.household) }
            + register.escorts.map { (.escort($0.id), $0.home) }
            + register.children.map { (.child($0.id), $0.household) }
        return Dictionary(
            people.compactMap { person, home in
                absent.contains(person) ? ofHome[home].map { (person, $0) } : nil
            }
        ) { first, _ in first }
    }

    // MARK: Absences

    /// The first absence that takes any minute of `time` from `person`; nil where the person is there all of it.
    ///
    /// - Parameter zone: the zone by whose clocks `time` is told; where nil, those where the person lives.
    public func absence(
        of person: Absence.Person, during time: Range<CivilTime>, byClockOf zone: String? = nil
    ) -> Absence? {
        guard let own = absences[person] else { return nil }
        guard let zone, let home = zones[person], home != zone, let clocks = Zone.cached(named: zone),
            let homeClocks = Zone.cached(named: home)
        else { return own.first { $0.takes(time) } }
        let begins = homeClocks.civil(at: clocks.instant(time.lowerBound)).time
        let ends = homeClocks.civil(at: clocks.instant(time.upperBound)).time
        return own.first { $0.takes(begins..<max(begins, ends)) }
    }

    /// The first absence that takes `day` from `person`, where nobody knows yet when a journey would begin and end.
    public func absence(of person: Absence.Person, on day: Day) -> Absence? {
        absences[person]?.first { $0.takes(day) }
    }

    /// Whether an absence takes all of `day` from `person`; one with hours leaves the others.
    public func isAbsent(_ person: Absence.Person, allOf day: Day) -> Bool {
        absences[person]?.contains { $0.hours == nil && $0.days.contains(day) } ?? false
    }

    // MARK: Bans

    /// What keeps `adult` away from visits to `prisoner` on `day`; nil where nothing does.
    public func ban(of adult: Visit.Companion, from prisoner: Identifier<Prisoner>, on day: Day) -> PrisonerEvent? {
        bans[prisoner]?.first { $0.bans(adult, on: day) }
    }

    /// Whether `adult` is banned from visits to somebody, now or at any time.
    public func isBannedAnywhere(_ adult: Visit.Companion) -> Bool {
        banned.contains(adult)
    }

    // MARK: Adults

    /// Why `guardian` cannot be under way for all of `time`; nil where that is possible. Every day that it touches counts.
    ///
    /// - Parameter zone: as with absences.
    public func obstacle(
        of guardian: Guardian, during time: Range<CivilTime>, byClockOf zone: String? = nil
    ) -> Obstacle? {
        if time.touchedDays.contains(where: { !guardian.weekdays.contains($0.weekday) }) {
            return .otherWeekdays(guardian.weekdays)
        }
        return absence(of: .guardian(guardian.id), during: time, byClockOf: zone).map { .absent($0) }
    }

    /// Why `guardian` cannot be under way on `day`; nil where that is possible.
    public func obstacle(of guardian: Guardian, on day: Day) -> Obstacle? {
        guard guardian.weekdays.contains(day.weekday) else { return .otherWeekdays(guardian.weekdays) }
        return absence(of: .guardian(guardian.id), on: day).map { .absent($0) }
    }

    /// Why `escort` cannot be under way for all of `time`; nil where that is possible. Every day that it touches counts.
    ///
    /// - Parameter zone: as with absences.
    public func obstacle(
        of escort: Escort, during time: Range<CivilTime>, byClockOf zone: String? = nil
    ) -> Obstacle? {
        if let day = time.touchedDays.first(where: { !escort.canTravel(on: $0) }) { return escort.obstacle(on: day) }
        return absence(of: .escort(escort.id), during: time, byClockOf: zone).map { .absent($0) }
    }

    /// Why `escort` cannot be under way on `day`; nil where that is possible.
    public func obstacle(of escort: Escort, on day: Day) -> Obstacle? {
        escort.obstacle(on: day) ?? absence(of: .escort(escort.id), on: day).map { .absent($0) }
    }

    /// The stretches of days on which `escort` can be asked at all: available, vetted, not absent. Ascending, apart from
    /// each other; weekdays are not looked at.
    public func stretches(of escort: Escort) -> [DayRange] {
        let last = min(escort.available.last, escort.vettedUntil ?? escort.available.last)
        let taken = absences[.escort(escort.id), default: []].filter { $0.takes($0.days.first) }.map(\.days)
        var stretches: [DayRange] = []
        var next = escort.available.first
        for days in taken.sorted(by: { $0.first < $1.first }) where days.last >= next && days.first <= last {
            if days.first > next { stretches.append(DayRange(next, days.first - 1)) }
            next = days.last + 1
        }
        return next <= last ? stretches + [DayRange(next, last)] : stretches
    }
}

extension Range<CivilTime> {
    /// The days on which there is a minute of it; none where it is empty.
    fileprivate var touchedDays: [Day] {
        isEmpty ? [] : Array(DayRange(lowerBound.day, (upperBound - 1).day))
    }
}

extension Escort {
    /// What in the escort's own row keeps the escort from travelling on `day`; nil where nothing does.
    fileprivate func obstacle(on day: Day) -> Availability.Obstacle? {
        if canTravel(on: day) { return nil }
        if !available.contains(day) { return .notAvailable(available) }
        if let vettedUntil, vettedUntil < day { return .vettingEnded(vettedUntil) }
        return .otherWeekdays(weekdays)
    }
}
