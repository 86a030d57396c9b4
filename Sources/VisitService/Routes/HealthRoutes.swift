import Hummingbird
import VisitFormats
import VisitModel
import VisitReports

/// Whether the process answers, and whether it can answer about visits.
struct HealthRoutes {
    /// What is asked.
    let desk: FrontDesk
    /// What the daemon runs by.
    let operation: Operation

    /// The process answers: this answer says so.
    func alive() -> Response { .json(.members(["status": "alive"])) }

    /// What the daemon runs by: the rule packs in force, what was kept as it was when it was read anew and why, and the
    /// settings that wait for the next start.
    ///
    /// Where faults are, file by file, is told to the administration only.
    private func status(_ parsed: ParsedRequest) -> JSON {
        let state = operation.state
        let kept = state.refusals.map { refusal in
            parsed.caller.role == .administrator
                ? ErrorDocument(refusal, language: parsed.language)
                : ErrorDocument(code: refusal.code, sentence: BilingualText(""), language: parsed.language)
        }
        return .members([
            "status": "ready", "packs": .int(state.packs.count),
            "kept": .array(kept.map(\.json)),
            "waiting": .array(state.waiting.map { .string($0.rawValue) }),
        ])
    }

    /// The store answers. Whatever the failure, the status is 503: the service is not ready.
    func ready(_ parsed: ParsedRequest) async -> Response {
        do {
            try await desk.readiness()
            return .json(status(parsed))
        } catch {
            let document =
                (error as? any Failure).map { ErrorDocument(toClient: $0, language: parsed.language) }
                ?? ErrorDocument(
                    code: "not-ready",
                    sentence: BilingualText(en: "The store does not answer.", zh: "数据库没有应答。"),
                    language: parsed.language)
            return .json(document.json, status: .serviceUnavailable)
        }
    }
}
