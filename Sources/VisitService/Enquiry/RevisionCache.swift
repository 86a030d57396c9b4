import Synchronization
import VisitModel

/// A cache of answers that is valid for one revision of the store and one day. Repeated requests, such as those of
/// every telephone that subscribes to a calendar, then cost only a read of the store's revision number.
final class RevisionCache<Value: Sendable>: Sendable {
    private struct Contents {
        var revision: Int
        var day: Day
        var values: [String: Value] = [:]
        var weight = 0
    }

    private let most: Int
    private let weigh: @Sendable (Value) -> Int
    private let contents: Mutex<Contents>

    /// - Parameters:
    ///   - most: the largest total weight; the cache is emptied when it is exceeded.
    ///   - weigh: the weight of a value.
    init(most: Int, weigh: @escaping @Sendable (Value) -> Int) {
        self.most = most
        self.weigh = weigh
        contents = Mutex(Contents(revision: -1, day: Day(number: 0)))
    }

    /// The value of `key` for a store at that revision and a day, where it has been made.
    func value(for key: String, revision: Int, day: Day) -> Value? {
        contents.withLock { contents in
            if (contents.revision, contents.day) != (revision, day) {
                contents = Contents(revision: revision, day: day)
            }
            return contents.values[key]
        }
    }

    /// The value of `key` for a store at that revision and a day: as it was made, or made now. Misses are not cached,
    /// so that guessed keys cannot fill the cache.
    ///
    /// - Parameter revision: read before the value is made, so that a value is never older than it says.
    func value(for key: String, revision: Int, day: Day, make: () throws -> Value?) rethrows -> Value? {
        if let known = value(for: key, revision: revision, day: day) { return known }
        guard let made = try make() else { return nil }
        contents.withLock { contents in
            guard (contents.revision, contents.day) == (revision, day) else { return }
            contents.weight += weigh(made)
            if contents.weight > most {
                contents.values = [:]
                contents.weight = weigh(made)
            }
            contents.values[key] = made
        }
        return made
    }
}
