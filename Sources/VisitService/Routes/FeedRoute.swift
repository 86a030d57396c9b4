import Hummingbird
import VisitApplication
import VisitModel
import VisitPlanning

/// `GET /feeds/{token}.ics`: the calendar that somebody subscribes to. Whoever knows the token may read it.
struct FeedRoute {
    /// What is asked.
    let desk: FrontDesk
    /// Where the look is noted.
    let accessLog: AccessLog
    /// How many tokens may be guessed.
    let limit: RateLimit

    /// The calendar, or 304 where the client has it already. A token that is unknown, revoked or no token at all gets
    /// the same answer, so that guessing teaches nothing.
    func answer(_ parsed: ParsedRequest) async throws -> Response {
        let (request, token) = (parsed.request, parsed.required("token"))
        guard Self.isToken(token), let calendar = try await desk.calendar(token: token) else {
            if let seconds = limit.count(RateLimit.guesses) { throw ServiceError.tooManyRequests(seconds: seconds) }
            throw ServiceError.notFound
        }
        let entityTag = EntityTag(calendar.entityTag)
        let modified = HTTPDate.text(calendar.lastModified)
        var headers: HTTPFields = [
            .eTag: entityTag.text, .lastModified: modified, .cacheControl: "private",
            .xContentTypeOptions: "nosniff",
        ]
        if isCurrent(entityTag, modified, request) { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = "text/calendar; charset=utf-8"
        if let feed = calendar.feed { try accessLog.note("feed.read", of: ["feed \(feed)"], by: Caller(feed)) }
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: calendar.bytes)))
    }

    /// Whether the client's copy is the current one. A condition on the tag overrides one on the date
    /// (RFC 9110, section 13.2.2); a date counts where it is the one that we gave.
    private func isCurrent(_ entityTag: EntityTag, _ modified: String, _ request: Request) -> Bool {
        let conditions = request.headers[values: .ifNoneMatch]
        if conditions.isEmpty { return request.headers[.ifModifiedSince] == modified }
        return conditions.contains { entityTag.matches($0) }
    }

    /// Tokens are of the URL-safe letters of base 64 (RFC 4648, section 5); everything else is not even looked up.
    private static func isToken(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
