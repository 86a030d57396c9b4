import Logging
import ServiceLifecycle
import VisitApplication

/// Tells the service manager when the daemon is ready and when it stops.
struct ServiceManagerNotifier: Service {
    /// The manager.
    let manager: NotifySocket
    /// One element for each address that listens.
    let listening: AsyncStream<String>
    /// How many addresses there are to be.
    let count: Int
    /// What to say of the daemon that is ready.
    let status: String
    /// Where to say that the manager cannot be told.
    let logger: Logger

    /// Waits for all addresses, then for the stop.
    func run() async throws {
        var waiting = count
        for await _ in listening.cancelOnGracefulShutdown() {
            waiting -= 1
            if waiting == 0 { break }
        }
        if waiting == 0 { send(["READY=1", "STATUS=\(status)"]) }
        try await gracefulShutdown()
        send(["STOPPING=1", "STATUS=Stopping"])
    }

    private func send(_ lines: [String]) {
        do {
            try manager.send(lines)
        } catch {
            logger.error("\(error)")
        }
    }
}
