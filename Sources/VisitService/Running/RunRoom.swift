import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

/// The planning runs that somebody asks the service for: one at a time, on a thread of its own that yields to the
/// answers. The nightly run is another process; the store's lock keeps the two apart.
final class RunRoom: Service {
    /// How a run stands.
    struct Standing: Sendable {
        /// How far it is.
        enum State: Sendable {
            case running(stage: BilingualText, fraction: Double)
            /// It ended with that plan in force; new or, where nothing had changed, the old one.
            case ended(plan: Int, isNew: Bool)
            /// It could not be done.
            case failed(any Failure)
        }

        /// When it began.
        var began: Instant
        /// How far it is.
        var state: State
    }

    private struct Held {
        var standing: Standing?
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
    var standing: Standing? { held.withLock { $0.standing } }

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
            held.standing = Standing(
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
        let state: Standing.State
        do {
            let report = try desk.plan(
                request,
                progress: { [self] progress in
                    note(
                        Standing(began: began, state: .running(stage: progress.stage.name, fraction: progress.fraction))
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
            held.standing = Standing(began: began, state: state)
            held.isRunning = false
            defer { held.waiters = [] }
            return held.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    private func note(_ standing: Standing) {
        held.withLock { $0.standing = standing }
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

extension RunRoom.Standing {
    /// The run as `visitd-plans/1` shows it.
    func json(_ language: Language) -> JSON {
        switch state {
        case .running(let stage, let fraction):
            .members([
                "state": "running", "began": JSON.string("\(began)"), "stage": .string(stage[language]),
                "fraction": .double((fraction * 100).rounded() / 100),
            ])
        case .ended(let plan, let isNew):
            .members([
                "state": "ended", "began": JSON.string("\(began)"), "plan": .int(plan), "published": .bool(isNew),
            ])
        case .failed(let failure):
            .members([
                "state": "failed", "began": JSON.string("\(began)"),
                "error": ErrorDocument(failure, language: language).json,
            ])
        }
    }
}
