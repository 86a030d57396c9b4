import Hummingbird
import VisitApplication
import VisitFormats
import VisitModel

extension Routes {
    /// Whether the process answers, whether it can answer about visits, and what it counts.
    var statusEndpoints: [Endpoint] {
        let health = HealthRoutes(desk: desk, operation: operation)
        return [
            Endpoint(
                method: .get, path: "/healthz", right: nil, summary: "Whether the process answers.",
                answer: .document(Schemas.health)
            ) { _ in health.alive() },
            Endpoint(
                method: .get, path: "/readyz", right: nil,
                summary: "Whether the store answers, and what was kept as it was at the last reload.",
                answer: .document(Schemas.readiness)
            ) { parsed in await health.ready(parsed) },
            Endpoint(
                method: .get, path: "/metrics", right: .readMetrics,
                summary: "What the service counts, for Prometheus.",
                answer: .content(["text/plain"])
            ) { [metrics, runs, operation, desk] parsed in
                // A store that does not answer is told of by /readyz; what the process counts is told all the same.
                let planStatus = try? await desk.perform(as: parsed.caller) { try $0.planStatus() }
                let today = desk.today
                let kept = try? await desk.perform(as: parsed.caller) { try $0.upkeep(today: today) }
                let upkeep = kept.map { kept in
                    UpkeepFigures(
                        upkeep: kept.upkeep, isDayRefused: kept.dayRefusal != nil, now: SystemClock.now())
                }
                let text = metrics.text(
                    operation.state, isRunning: runs.isRunning, planStatus: planStatus, upkeep: upkeep)
                return Response(
                    status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
            },
        ]
    }

    /// The calendars to subscribe to.
    var feeds: [Endpoint] {
        let feed = FeedRoute(desk: desk, accessLog: accessLog, limit: limit)
        return [
            Endpoint(
                method: .get, path: "/feeds/{token}.ics", right: nil,
                summary: "A calendar to subscribe to; whoever knows the token may read it.",
                answer: .content(["text/calendar"])
            ) { parsed in try await feed.answer(parsed) }
        ]
    }

    /// The interface itself, as an OpenAPI document.
    func openAPI(of others: [Endpoint]) -> Endpoint {
        let path = "/openapi.json"
        let own = Endpoint(
            method: .get, path: path, right: nil, summary: "This document.", answer: .document(Schemas.openAPI)
        ) { _ in .json(.null) }
        let document = OpenAPI(others + [own]).document
        return Endpoint(
            method: .get, path: path, right: nil, summary: own.summary, answer: own.answer
        ) { _ in .json(document) }
    }
}
