import Foundation
import VisitModel

/// The machine's own clock and source of identifiers: the one place where the program asks for either.
public enum SystemClock {
    /// The moment that the machine's clock shows.
    public static func now() -> Instant {
        Instant(seconds: Int(Date().timeIntervalSince1970.rounded(.down)))
    }

    /// The microseconds that the machine has been up, as its service manager counts them (CLOCK_MONOTONIC).
    public static func microsecondsSinceBoot() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000
    }

    /// The seconds since this was called, as a clock that nobody sets counts them.
    public static func stopwatch() -> @Sendable () -> Double {
        let begin = ContinuousClock.now
        return { (ContinuousClock.now - begin) / .seconds(1) }
    }

    /// An identifier that says nothing about what it names: a random UUID (RFC 9562, version 4), lower case.
    public static func newIdentifier() -> String {
        UUID().uuidString.lowercased()
    }

    /// Today where the machine stands, by the zone that it is set to.
    public static func today() -> Day { day(of: now()) }

    /// The day of `moment` where the machine stands.
    static func day(of moment: Instant) -> Day {
        let zone = TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds)))
        let local = moment + zone
        return CivilTime(minuteNumber: (local.seconds - (local.seconds < 0 ? 59 : 0)) / 60).day
    }
}
