import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing
import VisitApplication
import VisitModel
import VisitPlanning

@testable import VisitService

@Suite("Who may what", .timeLimit(.minutes(10)))
struct AccessTests {
    /// A request, and the status that each asks for it with gets: stranger, researcher, prison N1, caseworker of A,
    /// administrator.
    private struct Line {
        var method: HTTPRequest.Method
        var uri: String
        var body: String?
        var statuses: [Int]

        init(_ method: HTTPRequest.Method, _ uri: String, _ statuses: [Int], body: String? = nil) {
            (self.method, self.uri, self.statuses, self.body) = (method, uri, statuses, body)
        }
    }

    /// Every address and method of the service; what is another's is not there, what one may not is forbidden.
    private static let table = [
        Line(.get, "/healthz", [200, 200, 200, 200, 200]),
        Line(.get, "/readyz", [200, 200, 200, 200, 200]),
        Line(.get, "/openapi.json", [200, 200, 200, 200, 200]),
        Line(.get, "/metrics", [401, 403, 403, 403, 200]),
        Line(.get, "/feeds/guessed.ics", [404, 404, 404, 404, 404]),
        Line(.get, "/v1/next?child=C1", [401, 403, 403, 200, 200]),
        Line(.get, "/v1/next?child=C2", [401, 403, 403, 404, 200]),
        Line(.get, "/v1/next?household=H2", [401, 403, 403, 404, 200]),
        Line(.get, "/v1/next?prisoner=P2", [401, 403, 403, 404, 200]),
        Line(.get, "/v1/children", [401, 403, 403, 200, 200]),
        Line(.get, "/v1/children?household=H2", [401, 403, 403, 404, 200]),
        Line(.get, "/v1/households", [401, 403, 403, 200, 200]),
        Line(.get, "/v1/prisons/N1/sessions", [401, 403, 200, 200, 200]),
        Line(.get, "/v1/prisons/N2/sessions", [401, 403, 404, 200, 200]),
        Line(.get, "/v1/visits", [401, 403, 200, 200, 200]),
        Line(.get, "/v1/visits/V1", [401, 403, 200, 200, 200]),
        Line(.get, "/v1/visits/V2", [401, 403, 404, 404, 200]),
        Line(.get, "/v1/plans", [401, 403, 403, 403, 200]),
        Line(.get, "/v1/reports/itinerary?household=H1", [401, 403, 404, 200, 200]),
        Line(.get, "/v1/reports/itinerary?household=H2", [401, 403, 404, 404, 200]),
        Line(.get, "/v1/reports/day?prison=N1", [401, 403, 200, 403, 200]),
        Line(.get, "/v1/reports/day?prison=N2", [401, 403, 404, 403, 200]),
        Line(.get, "/v1/reports/coverage", [401, 403, 403, 403, 200]),
        Line(.get, "/v1/reports/changes", [401, 403, 403, 403, 200]),
        Line(.get, "/v1/reports/statistics", [401, 200, 200, 200, 200]),
        Line(.get, "/v1/statistics", [401, 200, 200, 200, 200]),
        Line(.post, "/v1/visits/V2/request", [401, 403, 404, 404, 409]),
        Line(.post, "/v1/visits/V2/confirm", [401, 403, 404, 404, 200]),
        Line(.post, "/v1/visits/V2/held", [401, 403, 404, 404, 409]),
        Line(.post, "/v1/visits/V2/missed", [401, 403, 404, 404, 409], body: #"{"reason": "flu"}"#),
        Line(.post, "/v1/visits/V2/cancel", [401, 403, 422, 422, 422]),
        Line(
            .post, "/v1/visits/V2/move", [401, 403, 404, 404, 404],
            body: #"{"date": "2026-06-07", "reason": "the teacher"}"#),
        Line(
            .post, "/v1/visits/V2/companion", [401, 403, 404, 404, 404],
            body: #"{"guardian": "G9"}"#),
        Line(
            .post, "/v1/closures", [401, 403, 404, 403, 404],
            body: #"{"prison": "N9", "from": "2026-07-04", "reason": "inspection"}"#),
        Line(.post, "/v1/plans", [401, 403, 403, 403, 202]),
    ]

    @Test("every role at every address")
    func everyRole() async throws {
        try await StoredWorld.use { world in
            let roles: [Role] = [.researcher, .prison("N1"), .caseworker("A"), .administrator]
            let headers = try [HTTPFields()] + roles.map { try world.bearer($0) }
            try await world.application().test(.router) { client in
                for line in Self.table {
                    for (fields, status) in zip(headers, line.statuses) {
                        var fields = fields
                        fields[.contentType] = line.body == nil ? nil : "application/json"
                        let response = try await client.execute(
                            uri: line.uri, method: line.method, headers: fields,
                            body: line.body.map { ByteBuffer(string: $0) })
                        #expect(response.status.code == status, "\(line.method) \(line.uri): \(response.text)")
                    }
                }
            }
            await world.routes.runs.ended()
        }
    }

    @Test("the table leaves no address and no method out")
    func complete() async throws {
        try await StoredWorld.use { world in
            for endpoint in world.routes.endpoints {
                let pattern = endpoint.path.split(separator: "/")
                let isThere = Self.table.contains { line in
                    let parts = line.uri.prefix { $0 != "?" }.split(separator: "/")
                    return line.method == endpoint.method && parts.count == pattern.count
                        && zip(parts, pattern).allSatisfy { $0 == $1 || $1.hasPrefix("{") }
                }
                #expect(isThere, "\(endpoint.method) \(endpoint.path)")
            }
        }
    }

    @Test("an organisation sees its own children and nothing of the others', whatever it asks for")
    func organisations() async throws {
        try await StoredWorld.use { world in
            let (own, other) = (try world.bearer(.caseworker("A")), try world.bearer(.caseworker("B")))
            try await world.application().test(.router) { client in
                for uri in ["/v1/children", "/v1/households", "/v1/visits", "/v1/next?child=C1"] {
                    let text = try await client.execute(uri: uri, method: .get, headers: own).text
                    #expect(!text.contains("\"C2\"") && !text.contains("\"H2\"") && !text.contains("\"V2\""), "\(uri)")
                    #expect(text.contains("\"C1\""), "\(uri)")
                }
                let named = "/v1/next?child=Mo%20Invented"
                #expect(try await client.execute(uri: named, method: .get, headers: own).status == .notFound)
                #expect(try await client.execute(uri: named, method: .get, headers: other).status == .ok)
                let near = try await client.execute(uri: "/v1/next?child=C9", method: .get, headers: own).text
                #expect(!near.contains("C1") && !near.contains("C2"))
                let unowned = try world.bearer(.caseworker("nobody"))
                let none = try await client.execute(uri: "/v1/children", method: .get, headers: unowned).text
                #expect(none.contains(#""children": []"#))
            }
        }
    }

    @Test("figures are those on whom somebody sees; only who sees nobody gets them on everybody")
    func figures() async throws {
        try await StoredWorld.use(children: 12) { world in
            let all = try world.bearer(.researcher)
            let (own, other) = (try world.bearer(.caseworker("A")), try world.bearer(.caseworker("B")))
            try await world.application().test(.router) { client in
                func total(_ fields: HTTPFields) async throws -> String {
                    let text = try await client.execute(uri: "/v1/statistics", method: .get, headers: fields).text
                    let report = try await client.execute(
                        uri: "/v1/reports/statistics?format=csv", method: .get, headers: fields)
                    let line = report.text.split(separator: "\r\n").last { $0.contains(#","All","#) }
                    let last = String(try #require(line?.split(separator: ",").last)).replacing("\"", with: "")
                    #expect(text.contains(last == "×" ? "null" : last))
                    return last
                }
                // Twelve children of organisation B beside its own two, one of A.
                let totals = [try await total(all), try await total(other), try await total(own)]
                #expect(totals == ["15", "14", "×"])
            }
        }
    }

    @Test("a token that is unknown, revoked, over or malformed is refused in one way")
    func endedTokens() async throws {
        try await StoredWorld.use { world in
            let (revoked, secret) = try world.desk.createToken(role: .administrator, label: "", days: 1)
            try world.desk.revokeToken(revoked.id)
            let past = Desk(store: world.desk.store, reach: .everything, now: { SmallWorld.moment + -2 * 86_400 })
            let over = try past.createToken(role: .administrator, label: "", days: 1).secret
            let fields = ["Bearer \(secret)", "Bearer \(over)", "Bearer guessed", "Basic abc", "Bearer", "Bearer a b"]
            try await world.application().test(.router) { client in
                var answers: Set<String> = []
                for field in fields {
                    let response = try await client.execute(
                        uri: "/v1/plans", method: .get, headers: [.authorization: field])
                    #expect(response.status == .unauthorized)
                    #expect(response.headers[.wwwAuthenticate] == "Bearer")
                    answers.insert(response.text)
                }
                #expect(answers.count == 1)
            }
        }
    }

    @Test("guesses are limited all together, and a token's holder by itself")
    func limits() async throws {
        try await StoredWorld.use(requestsPerMinute: 3) { world in
            let (own, other) = (try world.bearer(.administrator), try world.bearer(.researcher))
            try await world.application().test(.router) { client in
                var guesses: [Int] = []
                for guess in 1...5 {
                    let fields: HTTPFields = [.authorization: "Bearer guess\(guess)"]
                    let response = try await client.execute(uri: "/v1/plans", method: .get, headers: fields)
                    guesses.append(response.status.code)
                    if response.status == .tooManyRequests { #expect(response.headers[.retryAfter] != nil) }
                }
                #expect(guesses == [401, 401, 401, 429, 429])
                var answers: [Int] = []
                for _ in 1...4 {
                    answers.append(try await client.execute(uri: "/v1/plans", method: .get, headers: own).status.code)
                }
                #expect(answers == [200, 200, 200, 429])
                let another = try await client.execute(uri: "/v1/statistics", method: .get, headers: other)
                #expect(another.status == .ok)
            }
        }
    }

    @Test("guesses at calendars are limited as well")
    func feedGuesses() async throws {
        try await StoredWorld.use(requestsPerMinute: 3) { world in
            try await world.application().test(.router) { client in
                var answers: [Int] = []
                for guess in 1...4 {
                    answers.append(try await client.execute(uri: "/feeds/guess\(guess).ics", method: .get).status.code)
                }
                #expect(answers == [404, 404, 404, 429])
            }
        }
    }

    @Test("a bucket fills again with time")
    func bucket() {
        let start = ContinuousClock.now
        let seconds = Seconds()
        let limit = RateLimit(perMinute: { 60 }, now: { start + .seconds(seconds.value) })
        for _ in 1...60 { #expect(limit.count("a") == nil) }
        #expect(limit.count("a") == 1)
        seconds.value = 2
        #expect(limit.count("a") == nil)
        #expect(limit.count("a") == nil)
        #expect(limit.count("a") == 1)
    }

    @Test("through the daemon's own socket no token is asked for, and none is looked at")
    func local() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let response = try await client.execute(
                    uri: "/v1/children", method: .get, headers: [.authorization: "Bearer nonsense"])
                #expect(response.status == .ok)
                #expect(response.text.contains("\"C2\""))
            }
        }
    }
}

/// A clock that a test sets.
private final class Seconds: Sendable {
    private let held = Atomic(0)
    var value: Int {
        get { held.load(ordering: .relaxed) }
        set { held.store(newValue, ordering: .relaxed) }
    }
}
