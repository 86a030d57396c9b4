import Synchronization
import VisitModel

/// The rate limit of each caller, as a token bucket: it fills steadily and every request takes one token. So a short
/// burst passes and a flood does not.
final class RateLimit: Sendable {
    private struct Bucket {
        var level: Double
        var at: ContinuousClock.Instant
    }

    /// More callers than this are not remembered one by one; the fullest buckets are forgotten first, which gives nobody
    /// more than a fresh bucket.
    private static let most = 10_000
    /// All who guess at tokens, as one caller.
    static let guesses = "guesses"

    private let perMinute: @Sendable () -> Int
    private let now: @Sendable () -> ContinuousClock.Instant
    private let buckets = Mutex<[String: Bucket]>([:])

    /// A limit of so many requests a minute, asked for at each request.
    init(
        perMinute: @escaping @Sendable () -> Int,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        self.perMinute = perMinute
        self.now = now
    }

    /// Counts a request of `caller`.
    ///
    /// - Returns: in how many seconds the caller may ask again; nil where this request is within the limit.
    func count(_ caller: String) -> Int? {
        let (limit, moment) = (Double(perMinute()), now())
        return buckets.withLock { buckets in
            var bucket = buckets[caller] ?? Bucket(level: limit, at: moment)
            bucket.level = min(limit, bucket.level + (moment - bucket.at) / .seconds(60) * limit)
            bucket.at = moment
            let isWithin = bucket.level >= 1
            if isWithin { bucket.level -= 1 }
            if buckets.count >= Self.most, buckets[caller] == nil { Self.forget(&buckets) }
            buckets[caller] = bucket
            return isWithin ? nil : max(1, Int(((1 - bucket.level) * 60 / limit).rounded(.up)))
        }
    }

    private static func forget(_ buckets: inout [String: Bucket]) {
        for (name, _) in buckets.sorted(by: { $0.value.level > $1.value.level }).prefix(most / 2) {
            buckets[name] = nil
        }
    }
}
