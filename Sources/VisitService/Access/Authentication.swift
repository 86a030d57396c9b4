import Hummingbird
import NIOCore
import VisitModel

/// Authentication: finds out who sent a request before anything else happens.
///
/// Through the local door everybody is the administration, and the kernel says which user it is. Through the others the header `Authorization: Bearer TOKEN`
/// says who it is; without it somebody is a stranger, who may ask for what needs no right. A token that is unknown,
/// revoked or over is refused in one and the same way, so that guessing teaches nothing, and guesses are limited all
/// together: they share one bucket.
struct Authentication: RouterMiddleware {
    /// Which door this is.
    let door: Door
    /// What knows the tokens.
    let desk: FrontDesk
    /// How many requests each may make.
    let limit: RateLimit

    /// Passes the request on with its caller.
    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.caller = try await caller(of: request, on: context.channel)
        return try await next(request, context)
    }

    private func caller(of request: Request, on channel: any Channel) async throws -> Caller {
        guard door == .open else { return Caller(localUser: await PeerUser.number(of: channel)) }
        guard let field = request.headers[.authorization] else { return .stranger }
        guard let secret = Self.secret(in: field), let token = try await desk.token(secret: secret) else {
            if let seconds = limit.count(RateLimit.guesses) { throw ServiceError.tooManyRequests(seconds: seconds) }
            throw ServiceError.unauthorized
        }
        if let seconds = limit.count(token.id.text) { throw ServiceError.tooManyRequests(seconds: seconds) }
        return Caller(token)
    }

    /// The token in `Bearer TOKEN` (RFC 6750, section 2.1).
    private static func secret(in field: String) -> String? {
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer", (1...128).contains(parts[1].utf8.count) else {
            return nil
        }
        return String(parts[1])
    }
}
