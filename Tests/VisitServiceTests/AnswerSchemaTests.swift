import HTTPTypes
import HummingbirdTesting
import NIOCore
import Testing
import VisitFormats
import VisitModel
import VisitReports
import VisitTestSupport

@testable import VisitService

/// Every address that answers with a document is asked in a stored world, and each answer is held against its schema.
@Suite("What the interface says of its answers", .timeLimit(.minutes(10)))
struct AnswerSchemaTests {
    /// One request; `body` is nil where the address takes none.
    struct Ask: Sendable {
        let method: HTTPRequest.Method
        let uri: String
        let body: String?

        static func get(_ uri: String) -> Ask { Ask(method: .get, uri: uri, body: nil) }
        static func post(_ uri: String, _ body: String? = nil) -> Ask { Ask(method: .post, uri: uri, body: body) }
    }

    /// What is asked before a run, in this order: each step needs the one before.
    private static let acts: [Ask] = [
        .post("/v1/visits/V1/request", "{}"), .post("/v1/visits/V1/confirm", #"{"by": "prison"}"#),
        .post("/v1/visits/V1/companion", #"{"guardian": "G1"}"#),
        .post("/v1/visits/V1/move", #"{"date": "2026-06-13", "reason": "school"}"#),
        .post("/v1/visits/V1/cancel", #"{"by": "child", "reason": "an examination"}"#),
        .post("/v1/visits/V3/held"), .post("/v1/visits/V3/missed", #"{"reason": "the bus broke down"}"#),
        .post("/v1/closures", #"{"prison": "N2", "session": "S2", "from": "2026-06-06", "reason": "inspection"}"#),
        .post("/v1/closures", #"{"prison": "N1", "from": "2026-06-01", "to": "2027-06-30", "reason": "flood"}"#),
        .post("/v1/plans"),
    ]

    /// What is asked when the run has ended.
    private static let looks: [Ask] = [
        .get("/healthz"), .get("/readyz"), .get("/openapi.json"), .get("/v1/plans"),
        .get("/v1/next?household=H1"), .get("/v1/next?household=H2"), .get("/v1/children"),
        .get("/v1/children?limit=1"), .get("/v1/households"), .get("/v1/households?limit=1"),
        .get("/v1/visits"), .get("/v1/visits?limit=1"), .get("/v1/visits/V1"),
        .get("/v1/visits/V3"), .get("/v1/prisons/N2/sessions"), .get("/v1/statistics"),
    ]

    @Test("every document is as its schema says, and holds nothing that the schema does not describe")
    func documents() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let check = try await Self.check(client)
                var asked: Set<String> = []
                for ask in Self.acts + Self.looks {
                    let endpoint = try #require(Self.endpoint(of: ask, among: world.routes.endpoints))
                    guard case .document(let document) = endpoint.answer else { continue }
                    let answer = try await Self.send(ask, client)
                    #expect(answer.status == endpoint.status, "\(ask.uri): \(answer.text)")
                    let faults = check.faults(of: try JSON(reading: answer.text), reference: document.reference)
                    #expect(faults.isEmpty, "\(ask.method) \(ask.uri): \(faults)")
                    asked.insert("\(endpoint.method) \(endpoint.path)")
                    if ask.uri == "/v1/plans" { await world.routes.runs.ended() }
                }
                for endpoint in world.routes.endpoints {
                    guard case .document = endpoint.answer else { continue }
                    #expect(asked.contains("\(endpoint.method) \(endpoint.path)"), "nobody asks \(endpoint.path)")
                }
            }
        }
    }

    @Test("a world with a plan tells of visits with journeys, refusals and numbers: else the check would see little")
    func fullness() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                for ask in Self.acts { _ = try await Self.send(ask, client) }
                await world.routes.runs.ended()
                var all = ""
                for ask in Self.looks where ask.uri != "/openapi.json" {
                    all += try await Self.send(ask, client).text
                }
                for member in [
                    "legs", "metres", "wouldHelp", "acts", "reason", "modes", "certificate", "counts", "next",
                ] {
                    #expect(all.contains(#""\#(member)":"#), "no answer has \(member)")
                }
            }
        }
    }

    @Test(
        "every refusal is as its schema says",
        arguments: [
            (Ask.get("/v1/visits/V9"), 404), (Ask.get("/v1/next"), 400),
            (Ask.get("/v1/visits?day=1"), 400), (Ask.post("/v1/visits/V1/cancel", #"{"reson": 7}"#), 422),
            (Ask.post("/v1/visits/V1/cancel", "[]"), 415), (Ask.post("/v1/visits/V2/held", "{}"), 409),
        ])
    func refusals(ask: Ask, status: Int) async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let answer = try await Self.send(ask, client)
                #expect(answer.status.code == status)
                let faults = try await Self.check(client).faults(
                    of: try JSON(reading: answer.text), reference: ErrorDocument.schema.reference)
                #expect(faults.isEmpty, "\(faults)")
            }
        }
    }

    @Test("a run that goes on and a run that failed are described")
    func runs() throws {
        let check = SchemaCheck(openAPI: OpenAPI([]).document)
        let run = PlanRun(began: SmallWorld.moment, state: .failed(WorldFailure(kind: .badData)))
        let stage = BilingualText(en: "Reading", zh: "读取")
        for run in [run, PlanRun(began: SmallWorld.moment, state: .running(stage: stage, fraction: 0.5))] {
            let document = PlansDocument([], run: run, language: .english).json
            #expect(check.faults(of: document, reference: PlansDocument.schema.reference) == [])
        }
    }

    @Test("the check sees what is missing, what is of another kind, and what nobody has described")
    func sharpness() {
        let check = SchemaCheck(openAPI: OpenAPI([]).document)
        let closure: JSON = .members([
            "format": "visitd-closure/1", "id": "X1", "prison": 7, "from": "soon", "to": "2026-06-07",
            "cancelled": ["V1", .null], "colour": "blue",
        ])
        #expect(
            check.faults(of: closure, reference: ClosureDocument.schema.reference) == [
                "answer.reason is missing", "answer.prison is no string", "answer.from is no day",
                "answer.cancelled[1] is no string", "answer.colour is not described",
            ])
    }

    @Test("every document that an address answers with is in the OpenAPI document, once")
    func components() async throws {
        try await StoredWorld.use { world in
            let keys = Schemas.all.map(\.key)
            #expect(Set(keys).count == keys.count)
            let answered = world.routes.endpoints.compactMap { endpoint in
                if case .document(let document) = endpoint.answer { document.key } else { nil }
            }
            #expect(answered.count > 15)
            #expect(answered.filter { !keys.contains($0) } == [])
        }
    }

    /// The check against the document that the service itself gives.
    private static func check(_ client: some TestClientProtocol) async throws -> SchemaCheck {
        SchemaCheck(openAPI: try JSON(reading: try await client.execute(uri: "/openapi.json", method: .get).text))
    }

    private static func send(_ ask: Ask, _ client: some TestClientProtocol) async throws -> TestResponse {
        try await client.execute(
            uri: ask.uri, method: ask.method, headers: ask.body == nil ? [:] : [.contentType: "application/json"],
            body: ask.body.map { ByteBuffer(string: $0) })
    }

    /// The endpoint that answers `ask`: that whose path is the same, part by part, where it names no part `{…}`.
    private static func endpoint(of ask: Ask, among endpoints: [Endpoint]) -> Endpoint? {
        let parts = ask.uri.prefix { $0 != "?" }.split(separator: "/")
        return endpoints.first { endpoint in
            let known = endpoint.path.split(separator: "/")
            return endpoint.method == ask.method && known.count == parts.count
                && zip(known, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
        }
    }
}
