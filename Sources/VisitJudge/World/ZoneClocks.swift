import VisitModel

/// Wall clocks of the zones in which prisons, homes and timetables lie, as instants.
///
/// The offset of a day on which no clock is moved is looked up once. Other days are asked of the zone itself.
struct ZoneClocks: Sendable {
    private struct Clock: Sendable {
        let zone: Zone
        /// The offset from universal time of each of the days, in seconds; nil where it changes on that day or next to
        /// it.
        let offsets: [Int?]
    }

    private let first: Day
    private let clocks: [String: Clock]
    /// The names that are not those of zones, or whose files cannot be read.
    let unreadable: Set<String>

    /// The clocks of the zones of these names; fast for `days`, and right on all others.
    init(names: Set<String>, days: DayRange?) {
        let days = days ?? DayRange(Day(number: 0), Day(number: 0))
        first = days.first
        var clocks: [String: Clock] = [:]
        var unreadable: Set<String> = []
        for name in names {
            guard let zone = try? Zone(named: name) else {
                unreadable.insert(name)
                continue
            }
            clocks[name] = Clock(zone: zone, offsets: Self.offsets(of: zone, on: days))
        }
        self.clocks = clocks
        self.unreadable = unreadable
    }

    private static func offsets(of zone: Zone, on days: DayRange) -> [Int?] {
        let from = Instant(utc: CivilTime(days.first - 2, .midnight))
        let until = Instant(utc: CivilTime(days.last + 3, .midnight))
        let changes = zone.transitions(from: from, to: until)
        var offsets: [Int?] = []
        var next = 0
        var offset = zone.civil(at: from).offsetSeconds
        for day in days {
            let midnight = Instant(utc: CivilTime(day, .midnight))
            while next < changes.count, changes[next].instant < midnight - Self.margin {
                offset = changes[next].after.offsetSeconds
                next += 1
            }
            let isMoved = next < changes.count && changes[next].instant < midnight + 86_400 + Self.margin
            offsets.append(isMoved ? nil : offset)
        }
        return offsets
    }

    /// No zone is further from universal time than this, in seconds.
    private static let margin = 27 * 3600

    /// The instant at which the clocks of the zone of that name show `civil`; universal time where there is no such
    /// zone.
    func instant(_ civil: CivilTime, in name: String) -> Instant {
        guard let clock = clocks[name] else { return Instant(utc: civil) }
        let index = civil.day - first
        if index >= 0, index < clock.offsets.count, let offset = clock.offsets[index] {
            return Instant(utc: civil) + -offset
        }
        return clock.zone.instant(civil)
    }

    /// What the clocks of that zone show at `instant`.
    func civil(_ instant: Instant, in name: String) -> CivilTime {
        guard let clock = clocks[name] else {
            let seconds = instant.seconds
            return CivilTime(minuteNumber: (seconds - (seconds < 0 ? 59 : 0)) / 60)
        }
        return clock.zone.civil(at: instant).time
    }
}

extension Instant {
    fileprivate static func - (a: Instant, seconds: Int) -> Instant { a + -seconds }
}

/// A stretch of time, without its last moment: who is home at twelve can leave at twelve.
struct Span: Hashable, Sendable {
    let begins: Instant
    let ends: Instant

    init(_ begins: Instant, _ ends: Instant) {
        self.begins = begins
        self.ends = ends
    }

    /// Whether both have a moment in common.
    func overlaps(_ other: Span) -> Bool { begins < other.ends && other.begins < ends }
}
