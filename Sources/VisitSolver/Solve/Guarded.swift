import Synchronization

/// Something that one thread at a time works on, and that belongs to nobody else.
final class Guarded<Value>: Sendable {
    private let value: Mutex<Value>

    /// - Parameter make: makes it from scratch, so that nobody else holds a part of it.
    init(_ make: () -> sending Value) {
        value = Mutex(make())
    }

    /// Works on it alone.
    func use<Result>(_ work: (inout sending Value) throws -> sending Result) rethrows -> sending Result {
        try value.withLock(work)
    }
}
