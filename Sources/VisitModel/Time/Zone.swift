/// How the clocks of a region go: the bridge between the wall clock (`CivilTime`) and the moment (`Instant`).
///
/// Zones come from the system's own database (`/usr/share/zoneinfo`, RFC 9636), so that the program and the rest of
/// the machine agree, and an update of the system's package reaches both. Reading one takes a file access: read it
/// once and hand it on.
public struct Zone: Sendable, Hashable {
    /// What clocks observe for a while.
    public struct Observance: Hashable, Sendable {
        /// Seconds that local time is ahead of UTC; negative west of Greenwich.
        public let offsetSeconds: Int
        /// Whether it is daylight saving time.
        public let isDaylightSaving: Bool
        /// Its short name: `CST`, `+0330`.
        public let abbreviation: String
    }

    /// What the clocks show at a moment.
    public struct Reading: Hashable, Sendable {
        /// The day and time of day; seconds are cut off.
        public let time: CivilTime
        /// What is observed at that moment.
        public let observance: Observance
        /// Seconds that local time is ahead of UTC; negative west of Greenwich.
        public var offsetSeconds: Int { observance.offsetSeconds }
        /// Whether it is daylight saving time.
        public var isDaylightSaving: Bool { observance.isDaylightSaving }
        /// The short name of what is observed: `CST`.
        public var abbreviation: String { observance.abbreviation }
    }

    /// The moments at which the clocks show a given time.
    public enum Resolution: Hashable, Sendable {
        /// They show it once, as nearly always.
        case once(Instant)
        /// Clocks were put back over it: they show it twice.
        case twice(earlier: Instant, later: Instant)
        /// Clocks were put forward over it: they never show it. Read with the offset before the change it is the
        /// moment `before`, which the clocks show as a later time; read with the offset after it, `after`.
        case skipped(before: Instant, after: Instant)
    }

    /// A change of the clocks.
    public struct Transition: Hashable, Sendable {
        /// The first moment of the new observance.
        public let instant: Instant
        /// What is observed until then.
        public let before: Observance
        /// What is observed from then on.
        public let after: Observance
    }

    /// The IANA name: `Asia/Shanghai`.
    public let name: String
    private let file: TimeZoneFile

    /// The zone of that IANA name, as the system's database has it.
    ///
    /// - Throws: `ZoneError` where the name is not one, is not known, or where its file is damaged.
    public init(named name: String, in folder: String = "/usr/share/zoneinfo") throws(ZoneError) {
        file = try TimeZoneFile.read(name, in: folder)
        self.name = name
    }

    /// What the clocks show at `instant`.
    public func civil(at instant: Instant) -> Reading {
        let observance = observance(at: instant.seconds)
        let local = instant.seconds + observance.offsetSeconds
        let minute = (local - (local < 0 ? 59 : 0)) / 60
        return Reading(time: CivilTime(minuteNumber: minute), observance: observance)
    }

    /// The moments at which the clocks show `civil`, to its first second.
    public func resolve(_ civil: CivilTime) -> Resolution {
        let local = civil.minuteNumber * 60
        // No offset is larger than 26 hours: what is observed further away cannot matter.
        let reach = 27 * 3600
        var observance = observance(at: local - reach)
        var begins = Int.min
        var found: [Int] = []
        var gap: Transition?
        for change in transitions(from: Instant(seconds: local - reach), to: Instant(seconds: local + reach)) {
            let time = local - observance.offsetSeconds
            if begins <= time, time < change.instant.seconds { found.append(time) }
            if time >= change.instant.seconds, local - change.after.offsetSeconds < change.instant.seconds {
                gap = change
            }
            (observance, begins) = (change.after, change.instant.seconds)
        }
        if begins <= local - observance.offsetSeconds { found.append(local - observance.offsetSeconds) }
        if let first = found.first, let last = found.last {
            return first == last
                ? .once(Instant(seconds: first))
                : .twice(earlier: Instant(seconds: first), later: Instant(seconds: last))
        }
        guard let gap else { preconditionFailure("A time that no clock shows lies in a gap; \(civil) in \(name).") }
        return .skipped(
            before: Instant(seconds: local - gap.before.offsetSeconds),
            after: Instant(seconds: local - gap.after.offsetSeconds))
    }

    /// The moment that is meant by `civil`: the earlier one where the clocks show it twice; where they skip it, the
    /// moment by the offset before the gap (RFC 5545, section 3.3.5).
    public func instant(_ civil: CivilTime) -> Instant {
        switch resolve(civil) {
        case .once(let instant): instant
        case .twice(let earlier, _): earlier
        case .skipped(let before, _): before
        }
    }

    /// The changes of the clocks from `from` on and before `to`, in the order of time.
    public func transitions(from: Instant, to: Instant) -> [Transition] {
        guard from < to else { return [] }
        var changes: [(time: Int, after: Observance)] = []
        let listed = file.times
        var position = Self.position(after: from.seconds - 1, in: listed)
        var observance = observance(at: from.seconds - 1)
        while position < listed.count, listed[position] < to.seconds {
            changes.append((listed[position], file.after[position]))
            position += 1
        }
        if let rule = file.rule, to.seconds > listed.last ?? .min {
            let begin = max(from.seconds, (listed.last ?? .min / 2) + 1)
            for year in Self.year(of: begin) - 1...Self.year(of: to.seconds) + 1 {
                changes += rule.changes(in: year).filter { $0.time >= begin && $0.time < to.seconds }
            }
        }
        var transitions: [Transition] = []
        for (position, change) in changes.enumerated() where change.after != observance {
            // Of two changes at one moment only the later counts: a rule says so that daylight saving time never ends.
            if position + 1 < changes.count, changes[position + 1].time == change.time { continue }
            transitions.append(
                Transition(instant: Instant(seconds: change.time), before: observance, after: change.after))
            observance = change.after
        }
        return transitions
    }

    private func observance(at time: Int) -> Observance {
        let position = Self.position(after: time, in: file.times)
        if position == file.times.count, let rule = file.rule { return rule.observance(at: time) }
        return position == 0 ? file.first : file.after[position - 1]
    }

    /// How many of the ascending `times` are not after `time`.
    private static func position(after time: Int, in times: [Int]) -> Int {
        var (low, high) = (0, times.count)
        while low < high {
            let middle = (low + high) / 2
            if times[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func year(of time: Int) -> Int { Instant(seconds: time).utcDay.civil.year }

    /// Zones are equal where name and rules are.
    public static func == (a: Zone, b: Zone) -> Bool { a.name == b.name && a.file == b.file }

    /// Hashes the name, which nearly always decides.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
