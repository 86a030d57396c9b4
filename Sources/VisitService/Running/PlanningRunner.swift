import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports

/// The planning runs that somebody asks the service for: one at a time, on a thread of its own that yields to the
/// answers. The nightly run is another process; the store's lock keeps the two apart.
final class PlanningRunner: Service {
    private struct Held {
        var current: PlanRun?
        var isRunning = false
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let desk: Desk
    private let today: @Sendable () -> Day
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let held = Mutex(Held())
    private let isStopping = Atomic(false)

    /// Runs at `desk`.
    init(desk: Desk, today: @escaping @Sendable () -> Day, now: @escaping @Sendable () -> Instant, logger: Logger) {
        self.desk = desk
        self.today = today
        self.now = now
        self.logger = logger
    }

    /// How the last run stands; nil where there was none since the start.
    var current: PlanRun? { held.withLock { $0.current } }

    /// Whether one is going on.
    var isRunning: Bool { held.withLock { $0.isRunning } }

    /// Begins a run in the name of `caller`.
    ///
    /// - Throws: `runGoingOn` where one is going on already.
    func start(by caller: Caller) throws(ServiceError) {
        let began = now()
        let isFree = held.withLock { held in
            guard !held.isRunning else { return false }
            held.isRunning = true
            held.current = PlanRun(
                began: began, state: .running(stage: PlanProgress.Stage.reading.name, fraction: 0))
            return true
        }
        guard isFree else { throw .runGoingOn }
        let desk = desk.acting(as: caller.actor, within: caller.reach)
        let thread = Thread { [self] in
            // This thread alone (setpriority(2), on Linux); where it may not, it runs as the others do.
            _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
            run(at: desk, began: began)
        }
        thread.name = "visitd.run"
        thread.stackSize = 16 << 20
        thread.start()
    }

    private func run(at desk: Desk, began: Instant) {
        let request = PlanRequest(today: today(), threads: 1)
        let state: PlanRun.State
        do {
            let report = try desk.plan(
                request,
                progress: { [self] progress in
                    note(
                        PlanRun(began: began, state: .running(stage: progress.stage.name, fraction: progress.fraction))
                    )
                }, isCancelled: { [self] in isStopping.load(ordering: .relaxed) })
            state = .ended(plan: report.plan.number, isNew: report.outcome == .published)
            logger.notice("A run has ended", metadata: ["plan": .stringConvertible(report.plan.number)])
        } catch let failure as any Failure {
            state = .failed(failure)
            logger.error("A run failed: \(failure.sentence.english)", metadata: ["code": .string(failure.code)])
        } catch {
            preconditionFailure("A run fails with a failure of the house only; found \(type(of: error)).")
        }
        let waiters = held.withLock { held in
            held.current = PlanRun(began: began, state: state)
            held.isRunning = false
            defer { held.waiters = [] }
            return held.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    private func note(_ current: PlanRun) {
        held.withLock { $0.current = current }
    }

    /// Returns when no run is going on.
    func ended() async {
        await withCheckedContinuation { continuation in
            let isFree = held.withLock { held in
                guard held.isRunning else { return true }
                held.waiters.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    /// Waits for the stop, which ends a run without publishing.
    func run() async throws {
        try? await gracefulShutdown()
        isStopping.store(true, ordering: .relaxed)
        await ended()
    }
}
