import Synchronization
import VisitModel

/// Answers that are kept until the store or the day changes. What is asked again and again, such as a calendar by every
/// telephone that subscribes to it, then costs a look at the number of the store's last write.
final class Kept<Value: Sendable>: Sendable {
    private struct Shelf {
        var revision: Int
        var day: Day
        var values: [String: Value] = [:]
        var weight = 0
    }

    private let most: Int
    private let weigh: @Sendable (Value) -> Int
    private let shelf: Mutex<Shelf>

    /// - Parameters:
    ///   - most: how much is kept at most; more than this, and the keeping begins anew.
    ///   - weigh: how much a value is.
    init(most: Int, weigh: @escaping @Sendable (Value) -> Int) {
        self.most = most
        self.weigh = weigh
        shelf = Mutex(Shelf(revision: -1, day: Day(number: 0)))
    }

    /// The value of `key` for a store at that revision and a day, where it has been made.
    func value(for key: String, revision: Int, day: Day) -> Value? {
        shelf.withLock { shelf in
            if (shelf.revision, shelf.day) != (revision, day) { shelf = Shelf(revision: revision, day: day) }
            return shelf.values[key]
        }
    }

    /// The value of `key` for a store at that revision and a day: as it was made, or made now. What is not there is not
    /// kept, so that guessers cannot fill the shelf.
    ///
    /// - Parameter revision: read before the value is made, so that a value is never older than it says.
    func value(for key: String, revision: Int, day: Day, make: () throws -> Value?) rethrows -> Value? {
        if let known = value(for: key, revision: revision, day: day) { return known }
        guard let made = try make() else { return nil }
        shelf.withLock { shelf in
            guard (shelf.revision, shelf.day) == (revision, day) else { return }
            shelf.weight += weigh(made)
            if shelf.weight > most {
                shelf.values = [:]
                shelf.weight = weigh(made)
            }
            shelf.values[key] = made
        }
        return made
    }
}
