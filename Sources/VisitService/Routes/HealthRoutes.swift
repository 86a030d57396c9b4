import Hummingbird
import VisitModel
import VisitReports

/// Whether the process answers, and whether it can answer about visits.
struct HealthRoutes {
    /// What is asked.
    let desk: FrontDesk

    /// The process answers: this answer says so.
    func alive() -> Response { .json(.members(["status": "alive"])) }

    /// The store answers. Whatever the failure, the status is 503: the service is not ready.
    func ready(_ request: Request) async -> Response {
        do {
            try await desk.readiness()
            return .json(.members(["status": "ready"]))
        } catch {
            let document =
                (error as? any Failure).map { ErrorDocument($0, language: request.language) }
                ?? ErrorDocument(
                    code: "not-ready",
                    sentence: BilingualText(en: "The store does not answer.", zh: "数据库没有应答。"),
                    language: request.language)
            return .json(document.json, status: .serviceUnavailable)
        }
    }
}
