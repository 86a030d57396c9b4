import Logging
import ServiceLifecycle
import Synchronization
import VisitApplication
import VisitModel
import VisitPlanning

/// The access log: who read which person's record. Its entries wait here to be written into the audit log.
///
/// Writing each entry at once would make every answer wait for the disk, and for a plan that is being published. So
/// entries are written together once a second, and a power failure loses at most that second. Where they cannot be
/// written, no more records are given out: every access must be logged.
final class AccessLog: Service {
    /// How many may wait. More than this means that they cannot be written.
    static let most = 50_000

    private let waiting = Mutex<[AccessLogEntry]>([])
    private let desk: FrontDesk
    private let now: @Sendable () -> Instant
    private let logger: Logger

    /// An access log that writes through `desk`.
    init(desk: FrontDesk, now: @escaping @Sendable () -> Instant, logger: Logger) {
        self.desk = desk
        self.now = now
        self.logger = logger
    }

    /// Notes that `caller` is given the records of `subjects`, in a moment.
    ///
    /// - Throws: `auditUnavailable` where too many looks wait already.
    func note(_ act: String, of subjects: [String], by caller: Caller) throws(ServiceError) {
        let moment = now()
        let isTaken = waiting.withLock { waiting in
            guard waiting.count + subjects.count <= Self.most else { return false }
            waiting += subjects.map { AccessLogEntry(actor: caller.actor, moment: moment, act: act, subject: $0) }
            return true
        }
        if !isTaken { throw .auditUnavailable }
    }

    /// Writes what waits. What could not be written waits on.
    func flush() async {
        let accesses = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        guard !accesses.isEmpty else { return }
        do {
            try await desk.note(accesses)
        } catch {
            waiting.withLock { $0 = accesses + $0 }
            let reason = (error as? any Failure)?.code ?? "\(type(of: error))"
            logger.error("The audit log could not be written", metadata: ["reason": .string(reason)])
        }
    }

    /// Writes every second, and once more at the end.
    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
                await self.flush()
            }
        }
        await flush()
    }
}
