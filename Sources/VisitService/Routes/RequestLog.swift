import Hummingbird
import Logging

/// Logs one line per request: method, route, status and how long it took. Never the address itself: a feed's address
/// is its secret, and a query may hold a child's name.
struct RequestLog: RouterMiddleware {
    /// Where requests are counted.
    let metrics: RequestMetrics

    /// Passes the request on and logs its answer.
    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let clock = ContinuousClock()
        let start = clock.now
        let response = try await next(request, context)
        let taken = clock.now - start
        let milliseconds = taken / .milliseconds(1)
        let route = context.endpointPath.map { $0 == "NotFound" ? "none" : $0 } ?? "none"
        metrics.count(request.method.rawValue, route, Int(response.status.code), taken)
        context.logger.log(
            level: Routes.probes.contains(route) && response.status == .ok ? .debug : .info, "request",
            metadata: [
                "method": .string(request.method.rawValue), "route": .string(route),
                "status": .stringConvertible(response.status.code),
                "ms": .string(String((milliseconds * 10).rounded() / 10)),
            ])
        return response
    }
}
