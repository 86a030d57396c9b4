import Synchronization
import VisitModel

/// Answers that are kept until the store or the day changes. What is asked again and again, such as a calendar by every
/// telephone that subscribes to it, then costs a look at the number of the store's last write.
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
    ///   - most: how much is kept at most; more than this, and the keeping begins anew.
    ///   - weigh: how much a value is.
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

    /// The value of `key` for a store at that revision and a day: as it was made, or made now. What is not there is not
    /// kept, so that guessers cannot fill the shelf.
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
