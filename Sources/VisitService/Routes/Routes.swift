import Hummingbird

/// The addresses of the service.
struct Routes: Sendable {
    /// What machines ask every few seconds; not worth a line in the log each time.
    static let probes = ["/healthz", "/readyz", "/metrics"]

    /// What is asked.
    let desk: FrontDesk
    /// What the daemon runs by.
    let operation: Operation
    /// Where looks at people's records are noted.
    let accessLog: AccessLog
    /// The runs that the service starts.
    let runs: PlanningRunner
    /// What is counted.
    let metrics: RequestMetrics
    /// How many requests each caller may make.
    let limit: RateLimit

    /// All addresses with their methods.
    var endpoints: [Endpoint] {
        let own = statusEndpoints + people + visits + prisons + planning + feeds
        return own + [openAPI(of: own)]
    }

    /// The router of all addresses, for requests through `door`.
    func router(_ door: Door) -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog(metrics: metrics))
        router.add(middleware: Failures())
        router.add(middleware: BodyLimit())
        router.add(middleware: Authentication(door: door, desk: desk, limit: limit))
        let endpoints = endpoints
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
                try await endpoint.respond(request, context)
            }
        }
        for path in Set(endpoints.map(\.path)).sorted() {
            refuseOthers(than: endpoints.filter { $0.path == path }.map(\.method), router, RouterPath(path))
        }
        return router
    }

    /// Hummingbird answers a known address with an unknown method as if the address were unknown.
    private func refuseOthers(
        than known: [HTTPRequest.Method], _ router: Router<ServiceContext>, _ path: RouterPath
    ) {
        let allowed = known.contains(.get) ? [.get, .head] + known.filter { $0 != .get } : known
        let names = allowed.map(\.rawValue).joined(separator: ", ")
        let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace, .connect]
        for method in all where !allowed.contains(method) {
            router.on(path, method: method) { _, _ -> Response in
                throw ServiceError.methodNotAllowed(allowed: names)
            }
        }
    }
}
