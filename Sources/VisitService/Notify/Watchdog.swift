import Logging
import NIOCore
import ServiceLifecycle
import VisitApplication
import VisitModel
import VisitPlanning

/// Gives the service manager its sign of life, but only after seeing that there is life: every event loop turns, and
/// the store answers. Without the sign the manager kills the process and starts it anew.
struct Watchdog: Service {
    /// The manager.
    let manager: NotifySocket
    /// Within what time the manager wants a sign.
    let period: Duration
    /// What serves requests.
    let loops: any EventLoopGroup
    /// What reads the store.
    let desk: FrontDesk
    /// Where to say that there is no life.
    let logger: Logger

    /// Looks twice in every period until the service stops, as sd_watchdog_enabled(3) advises.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await look()
                do { try await Task.sleep(for: period / 2) } catch { return }
            }
        }
    }

    /// Looks once. A look that hangs gives no sign, which is its point.
    func look() async {
        do {
            for loop in loops.makeIterator() { try await loop.submit {}.get() }
            try await desk.readiness()
            try manager.send(["WATCHDOG=1"])
        } catch {
            let reason = (error as? any Failure)?.code ?? "\(type(of: error))"
            logger.error("No sign of life was given", metadata: ["reason": .string(reason)])
            try? manager.send(["STATUS=The store does not answer: \(reason)"])
        }
    }
}
