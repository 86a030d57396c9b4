import Logging
import ServiceLifecycle
import Synchronization
import VisitApplication
import VisitModel
import VisitPlanning

/// The access log: looks at people's records, which wait here to be written into the audit log.
///
/// A line for each look costs a write to the disk; written one by one they would make every answer wait for it, and for
/// the publishing of a plan. So they are written together, within a second. What is lost with the power is that second.
/// A look at a list is one line, and looks at one record that follow within a minute are in the line of the first: who
/// asks without end would otherwise fill the disk with lines that can never be removed. Where they cannot be written,
/// the answers stop: a record that nobody may know of being read is not given out.
final class AccessLog: Service {
    /// How many may wait. More than this means that they cannot be written.
    static let most = 50_000
    /// For so many seconds a line stands for every look of its actor at the same record in the same way.
    static let joined = 60

    private let state = Mutex(State())
    private let desk: FrontDesk
    private let now: @Sendable () -> Instant
    private let logger: Logger

    /// A trail that writes through `desk`.
    init(desk: FrontDesk, now: @escaping @Sendable () -> Instant, logger: Logger) {
        self.desk = desk
        self.now = now
        self.logger = logger
    }

    /// Somebody's look at one record, without when.
    private struct Look: Hashable {
        let actor: String
        let act: String
        let subject: String
    }

    private struct State {
        /// The looks that wait: one for each actor, way and second.
        var waiting: [AccessLogEntry] = []
        /// How many records they name.
        var count = 0
        /// When each look was noted that stands for those that follow.
        var noted: [Look: Instant] = [:]

        /// Takes a look at records that are not noted yet.
        mutating func take(_ sight: AccessLogEntry) {
            let isSame = waiting.last.map {
                $0.actor == sight.actor && $0.act == sight.act && $0.moment == sight.moment
            }
            if isSame == true {
                waiting[waiting.count - 1].subjects += sight.subjects
            } else {
                waiting.append(sight)
            }
            count += sight.subjects.count
        }
    }

    /// Notes that `caller` is given the records of `subjects`, in a moment: in one line, whatever their number, without
    /// those that a line of less than a minute ago tells of already.
    ///
    /// - Throws: `auditUnavailable` where too many looks wait already.
    func note(_ act: String, of subjects: [String], by caller: Caller) throws(ServiceError) {
        let moment = now()
        let isTaken = state.withLock { state in
            var new: [Look] = []
            var seen: Set<String> = []
            for subject in subjects where seen.insert(subject).inserted {
                let look = Look(actor: caller.actor, act: act, subject: subject)
                // A clock that was set back joins nothing.
                if let noted = state.noted[look], (0..<Self.joined).contains(moment - noted) { continue }
                new.append(look)
            }
            guard state.count + new.count <= Self.most else { return false }
            guard !new.isEmpty else { return true }
            for look in new { state.noted[look] = moment }
            state.take(AccessLogEntry(actor: caller.actor, moment: moment, act: act, subjects: new.map(\.subject)))
            return true
        }
        if !isTaken { throw .auditUnavailable }
    }

    /// Writes what waits. What could not be written waits on.
    func flush() async {
        let moment = now()
        let accesses = state.withLock { state in
            defer { (state.waiting, state.count) = ([], 0) }
            state.noted = state.noted.filter { (0..<Self.joined).contains(moment - $0.value) }
            return state.waiting
        }
        guard !accesses.isEmpty else { return }
        do {
            try await desk.note(accesses)
        } catch {
            state.withLock { state in
                state.waiting = accesses + state.waiting
                state.count += accesses.reduce(0) { $0 + $1.subjects.count }
            }
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
