import Dispatch
import ServiceLifecycle

/// The timeout of a graceful shutdown: what has not ended by itself some time after the signal is ended.
///
/// Cancelling cannot help where a thread hangs in a read of a dead disk; the process must be able to go all the same.
struct ShutdownTimeout: Service {
    /// The time that a stop may take.
    let limit: Duration
    /// Ends the process.
    let giveUp: @Sendable () -> Void

    /// Waits for the stop, then lets a clock run that nothing in the process can hold up.
    func run() async throws {
        try await gracefulShutdown()
        let milliseconds = Int(limit / .milliseconds(1))
        DispatchQueue(label: "visitd.stop").asyncAfter(deadline: .now() + .milliseconds(milliseconds), execute: giveUp)
    }
}
