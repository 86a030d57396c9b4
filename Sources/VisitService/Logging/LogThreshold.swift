import Logging
import Synchronization

/// The least important messages that the daemon writes. All loggers look at the one value, so that a reload reaches
/// those that were made before it.
final class LogThreshold: Sendable {
    private let value: Mutex<Logger.Level>

    /// A threshold that stands at `level`.
    init(_ level: Logger.Level) {
        value = Mutex(level)
    }

    /// The least important messages that are written.
    var level: Logger.Level {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}
