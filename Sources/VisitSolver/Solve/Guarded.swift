import Synchronization

/// Something that one thread at a time works on, and that belongs to nobody else.
final class Guarded<Value>: Sendable {
    private let value: Mutex<Value>

    /// - Parameter make: creates the value, so that no other reference to a part of it exists.
    init(_ make: () -> sending Value) {
        value = Mutex(make())
    }

    /// Works on it alone.
    func use<Result>(_ work: (inout sending Value) throws -> sending Result) rethrows -> sending Result {
        try value.withLock(work)
    }
}
