import Hummingbird

/// Limits the size of request bodies, so that a client cannot send without end.
struct BodyLimit: RouterMiddleware {
    /// The most bytes that are read, to be thrown away.
    static let limit = 65_536

    /// Passes the request on unless it announces more than the limit, or does not say how much.
    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        if announced > Self.limit || request.headers[.transferEncoding] != nil {
            // Nothing more is read from the connection; the answer still goes out before it closes.
            context.channel.close(mode: .input, promise: nil)
            throw ServiceError.bodyTooLarge(limit: Self.limit)
        }
        return try await next(request, context)
    }
}
