import Hummingbird

/// The addresses of the service.
enum Routes {
    /// Whether the process answers at all.
    static let health = "/healthz"
    /// Whether it can answer about visits.
    static let readiness = "/readyz"
    /// The next visits.
    static let next = "/v1/next"
    /// A calendar to subscribe to.
    static let feed = "/feeds/{token}.ics"

    /// What machines ask every few seconds; not worth a line in the log each time.
    static let probes = [health, readiness]

    /// The router of all addresses over `desk`.
    static func router(_ desk: FrontDesk) -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog())
        router.add(middleware: Failures())
        router.add(middleware: BodyBound())
        let health = HealthRoutes(desk: desk)
        let next = NextRoute(desk: desk)
        let feed = FeedRoute(desk: desk)
        router.get(RouterPath(Self.health)) { _, _ in health.alive() }
        router.get(RouterPath(Self.readiness)) { request, _ in await health.ready(request) }
        router.get(RouterPath(Self.next)) { request, _ in try await next.answer(request) }
        router.get(RouterPath(Self.feed)) { request, context in
            try await feed.answer(request, token: context.parameters.require("token"))
        }
        for path in [Self.health, readiness, Self.next, Self.feed] { refuseOtherMethods(router, RouterPath(path)) }
        return router
    }

    /// Hummingbird answers a known address with an unknown method as if the address were unknown.
    private static func refuseOtherMethods(_ router: Router<ServiceContext>, _ path: RouterPath) {
        for method in [HTTPRequest.Method.post, .put, .patch, .delete, .options, .trace, .connect] {
            router.on(path, method: method) { _, _ -> Response in
                throw ServiceError.methodNotAllowed(allowed: "GET, HEAD")
            }
        }
    }
}
