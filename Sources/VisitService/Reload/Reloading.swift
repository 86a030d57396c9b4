import Logging
import ServiceLifecycle
import VisitApplication
import VisitModel
import VisitPlanning

/// Reads configuration and rule packs anew whenever somebody asks for it (SIGHUP, `systemctl reload`), and says what
/// came of it: in the journal every fault with its place, to the service manager the first of them.
struct Reloading<Requests: AsyncSequence & Sendable>: Service where Requests.Element: Sendable {
    /// One element for each time that somebody asks.
    let requests: Requests
    /// What is read anew.
    let operation: Operation
    /// Where the reading blocks a thread of its own.
    let desk: FrontDesk
    /// The service manager, if there is one.
    let manager: NotifySocket?
    /// What the manager is told where all is well: where the daemon answers.
    let status: String
    /// Where the faults are told.
    let logger: Logger

    /// Reads anew at every request until the service stops.
    func run() async throws {
        for try await _ in requests.cancelOnGracefulShutdown() { await reload() }
        try? await gracefulShutdown()
    }

    /// Reads once. Between its two notices the manager counts the unit as reloading (sd_notify(3)).
    func reload() async {
        send { try $0.sendReloading() }
        let state = try? await desk.onThread { operation.reload() }
        guard let state else { return }
        note(state)
        let line = ([status] + [state.keptLine].compactMap { $0 }).joined(separator: "; ")
        send { try $0.send(["READY=1", "STATUS=\(line)"]) }
    }

    private func note(_ state: Operation.State) {
        for refusal in state.refusals {
            logger.error("Kept as it was: \(refusal.sentence.english)", metadata: ["code": .string(refusal.code)])
            for finding in refusal.findings {
                logger.error(
                    "\(finding.location.map { "\($0): " } ?? "")\(finding.sentence.english)",
                    metadata: ["code": .string(finding.code), "subject": .string(finding.subject)])
            }
        }
        if !state.waiting.isEmpty {
            let names = state.waiting.map(\.rawValue).joined(separator: ", ")
            logger.notice("Changed settings that wait for the next start", metadata: ["settings": .string(names)])
        }
        if state.refusals.isEmpty {
            logger.notice(
                "Configuration and rules were read anew", metadata: ["packs": .stringConvertible(state.packs.count)])
        }
    }

    private func send(_ notice: (NotifySocket) throws -> Void) {
        guard let manager else { return }
        do {
            try notice(manager)
        } catch {
            logger.error("\(error)")
        }
    }
}

extension Operation.State {
    /// What was kept as it was and why, in one line: the first fault by code and place, the others by their number.
    var keptLine: String? {
        guard !refusals.isEmpty else { return nil }
        let findings = refusals.flatMap(\.findings)
        let first = findings.first.map { finding in
            ([finding.code] + [finding.location?.description].compactMap { $0 }).joined(separator: " at ")
        }
        let codes = refusals.map(\.code).joined(separator: ", ")
        let rest = findings.count > 1 ? " and \(findings.count - 1) more" : ""
        return "kept as it was: \(codes)" + (first.map { " (\($0)\(rest))" } ?? "")
    }
}
