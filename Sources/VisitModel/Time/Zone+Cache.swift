import Synchronization

extension Zone {
    /// The zone of that name, read once in a process; nil where the system knows none.
    public static func cached(named name: String) -> Zone? {
        cache.withLock { zones in
            if let known = zones[name] { return known }
            let zone = try? Zone(named: name)
            zones[name] = .some(zone)
            return zone
        }
    }

    private static let cache = Mutex<[String: Zone?]>([:])

    /// The moment at which a clock of this zone shows `civil`, as programs write it with the offset (RFC 3339):
    /// `2026-12-05T14:00:00+08:00`.
    public func text(of civil: CivilTime) -> String {
        let reading = self.civil(at: instant(civil))
        let (sign, offset) = (reading.offsetSeconds < 0 ? "-" : "+", abs(reading.offsetSeconds) / 60)
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
        let clock = reading.time.clock
        return "\(reading.time.day)T\(clock):00\(sign)\(two(offset / 60)):\(two(offset % 60))"
    }
}
