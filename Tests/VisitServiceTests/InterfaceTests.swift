import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@testable import VisitService

@Suite("The HTTP interface", .timeLimit(.minutes(10)))
struct InterfaceTests {
    private static let json: HTTPFields = [.contentType: "application/json"]

    /// Sends a body to `uri`, and returns the answer.
    private static func post(
        _ client: some TestClientProtocol, _ uri: String, _ body: String, _ fields: HTTPFields = json
    ) async throws -> TestResponse {
        try await client.execute(uri: uri, method: .post, headers: fields, body: ByteBuffer(string: body))
    }

    @Test("lists are documents without names, and go on where they were cut")
    func lists() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                var all = ""
                for uri in ["/v1/children", "/v1/households", "/v1/visits", "/v1/prisons/N1/sessions"] {
                    all += try await client.execute(uri: uri, method: .get).text
                }
                #expect(!all.contains("Invented"))
                try Golden.compare(all, with: "lists.json")
                let first = try await client.execute(uri: "/v1/children?limit=2", method: .get).text
                #expect(first.contains(#""next": "C2""#))
                let rest = try await client.execute(uri: "/v1/children?limit=2&after=C2", method: .get).text
                #expect(rest.contains("\"C3\"") && !rest.contains("\"C1\"") && !rest.contains("next"))
                let visits = try await client.execute(uri: "/v1/visits?limit=1&after=V3", method: .get).text
                #expect(visits.contains("\"V1\"") && !visits.contains("\"V2\""))
            }
        }
    }

    @Test("visits are narrowed by household, prison, prisoner, days and statuses")
    func narrowing() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                for (query, ids) in [
                    ("household=H2", ["V3", "V2"]), ("prison=N1", ["V1"]), ("prisoner=P2&from=2026-06-01", ["V2"]),
                    ("to=2026-06-01", ["V3"]), ("status=proposed&status=held", ["V1"]), ("household=H9", []),
                ] {
                    let text = try await client.execute(uri: "/v1/visits?\(query)", method: .get).text
                    #expect(
                        ["V1", "V2", "V3"].filter { text.contains(#""id": "\#($0)""#) } == ids.sorted(), "\(query)")
                }
            }
        }
    }

    @Test("a visit goes on in its life, and keeps who decided and why")
    func life() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let confirmed = try await Self.post(client, "/v1/visits/V1/confirm", #"{"by": "prison"}"#)
                #expect(confirmed.status == .ok)
                #expect(confirmed.text.contains(#""status": "confirmed""#))
                let cancelled = try await Self.post(
                    client, "/v1/visits/V1/cancel", #"{"by": "child", "reason": "an examination"}"#)
                #expect(cancelled.text.contains(#""reason": "an examination""#))
                #expect(cancelled.text.contains(#""by": "child""#))
                let again = try await Self.post(client, "/v1/visits/V1/confirm", "{}")
                #expect(again.status == .conflict)
                #expect(again.text.contains(#""code": "transition-not-allowed""#))
                let ahead = try await Self.post(client, "/v1/visits/V2/held", "")
                #expect(ahead.text.contains(#""code": "visit-still-ahead""#))
                let held = try await Self.post(client, "/v1/visits/V3/held", "")
                #expect(held.text.contains(#""status": "held""#))
            }
        }
    }

    @Test("a visit is moved into a session that its prison has and that has a table; it then counts as requested")
    func move() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let uri = "/v1/visits/V1/move"
                let moved = try await Self.post(client, uri, #"{"date": "2026-06-13", "reason": "school"}"#)
                #expect(moved.status == .ok)
                #expect(moved.text.contains(#""date": "2026-06-13""#))
                #expect(moved.text.contains(#""status": "requested""#))
                let nowhere = try await Self.post(client, uri, #"{"date": "2026-06-14", "reason": "school"}"#)
                #expect(nowhere.status == .notFound)
                #expect(nowhere.text.contains(#""code": "no-session""#))
                let past = try await Self.post(client, uri, #"{"date": "2026-05-30", "reason": "school"}"#)
                #expect(past.status == .conflict)
                #expect(past.text.contains(#""code": "day-is-past""#))
                let early = try await Self.post(client, uri, #"{"date": "2026-10-31", "reason": "school"}"#)
                #expect(early.status == .conflict)
                #expect(early.text.contains(#""code": "booking-too-early""#))
            }
        }
    }

    @Test("a closure cancels what was to be then, and is no session any more")
    func closure() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let body = #"{"prison": "N2", "from": "2026-06-05", "to": "2026-06-07", "reason": "inspection"}"#
                let closed = try await Self.post(client, "/v1/closures", body)
                #expect(closed.status == .created)
                #expect(closed.text.contains(#""V2""#) && !closed.text.contains(#""V1""#))
                let visit = try await client.execute(uri: "/v1/visits/V2", method: .get).text
                #expect(visit.contains(#""status": "cancelled""#) && visit.contains(#""by": "prison""#))
                let sessions = try await client.execute(
                    uri: "/v1/prisons/N2/sessions?from=2026-06-01&to=2026-06-13", method: .get
                ).text
                #expect(sessions.contains("S2@2026-06-13") && !sessions.contains("S2@2026-06-06"))
                // Of days on which nothing is held anyway it says so, and of a closure that does nothing it makes none.
                let idle = #"{"prison": "N2", "from": "2026-06-08", "to": "2026-06-09", "reason": "inspection"}"#
                let told = try await Self.post(client, "/v1/closures", idle)
                #expect(told.status == .created && told.text.contains("N2 holds no session on 2026-06-08…2026-06-09"))
                let other = #"{"prison": "N1", "session": "S2", "from": "2026-06-13", "reason": "inspection"}"#
                let refused = try await Self.post(client, "/v1/closures", other)
                #expect(refused.status == .unprocessableContent && refused.text.contains("The session S2 is one of N2"))
            }
        }
    }

    @Test(
        "a body with faults is refused with every fault by field, and nothing is done",
        arguments: [
            (#"{"reson": "x", "by": "me"}"#, ["unknown-field", "unusable-field", "missing-field"]),
            (#"{"reason": 7}"#, ["unusable-field"]), (#"{"reason": ""}"#, ["unusable-field"]),
            (#"{"reason": null}"#, ["missing-field"]), ("{}", ["missing-field"]),
        ])
    func faultyBody(body: String, codes: [String]) async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let answer = try await Self.post(client, "/v1/visits/V1/cancel", body)
                #expect(answer.status == .unprocessableContent)
                for code in codes { #expect(answer.text.contains(#""code": "\#(code)""#), "\(answer.text)") }
                let visit = try await client.execute(uri: "/v1/visits/V1", method: .get).text
                #expect(visit.contains(#""status": "proposed""#))
            }
        }
    }

    @Test(
        "what is no JSON object is refused, whatever it says of itself", arguments: ["[1]", "{", "\"x\"", "nonsense"])
    func notJSON(body: String) async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let answer = try await Self.post(client, "/v1/visits/V1/cancel", body)
                #expect(answer.status == .unsupportedMediaType)
                let plain = try await Self.post(
                    client, "/v1/visits/V1/cancel", #"{"reason": "x"}"#, [.contentType: "text/plain"])
                #expect(plain.status == .unsupportedMediaType)
            }
        }
    }

    @Test("a run is started once at a time, and its plan is listed when it has ended")
    func run() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let started = try await Self.post(client, "/v1/plans", "")
                #expect(started.status == .accepted)
                await world.routes.runs.ended()
                let plans = try await client.execute(uri: "/v1/plans", method: .get).text
                #expect(plans.contains(#""number": 1"#), "\(plans)")
                #expect(plans.contains(#""state": "ended""#))
            }
        }
    }

    @Test("reports come in the form that is asked for; one that does not exist is not there")
    func reports() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                for (format, type) in [("text", "text/plain"), ("html", "text/html"), ("csv", "text/csv")] {
                    let uri = "/v1/reports/itinerary?household=H1&format=\(format)"
                    let report = try await client.execute(uri: uri, method: .get)
                    #expect(report.headers[.contentType]?.hasPrefix(type) == true)
                    #expect(report.text.contains("Invented"))
                }
                for (uri, status) in [
                    ("/v1/reports/nothing", 404), ("/v1/reports/itinerary", 400),
                    ("/v1/reports/coverage?format=pdf", 400),
                ] {
                    let answer = try await client.execute(uri: uri, method: .get)
                    #expect(answer.status.code == status)
                }
            }
        }
    }

    @Test("what the last plan changed is told with its reasons")
    func changes() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let uri = "/v1/reports/changes"
                let before = try await client.execute(uri: uri, method: .get)
                #expect(before.status == .ok)
                _ = try world.desk.plan(PlanRequest(today: StoredWorld.today, iterations: 20, threads: 1))
                let visits = try world.desk.visits(VisitQuery(household: "H1", statuses: [.proposed]))
                let planned = try #require(visits.map(\.visit).last)
                let closure = #"{"prison": "N1", "from": "\#(planned.date)", "reason": "flood"}"#
                #expect(try await Self.post(client, "/v1/closures", closure).status == .created)
                _ = try world.desk.plan(PlanRequest(today: StoredWorld.today, iterations: 20, threads: 1))
                let after = try await client.execute(
                    uri: uri + "?format=csv", method: .get, headers: [.acceptLanguage: "en"])
                #expect(after.headers[.contentType]?.hasPrefix("text/csv") == true)
                #expect(after.text != before.text && after.text.contains("H1"), "\(after.text)")
            }
        }
    }

    @Test("an itinerary is in the household's own language where nobody asks for another")
    func ownLanguage() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let uri = "/v1/reports/itinerary?household=H2"
                let own = try await client.execute(uri: uri, method: .get).text
                let asked = try await client.execute(uri: uri, method: .get, headers: [.acceptLanguage: "en"]).text
                #expect(own.contains("会见") && !asked.contains("会见"))
            }
        }
    }

    @Test(
        "a path that is no address is not there, whatever is in it",
        arguments: ["/feeds/.ics", "/v1/visits/%FF", "/feeds/../v1/plans", "//", "/v1/visits/..%2f..%2fetc%2fpasswd"])
    func strangePaths(uri: String) async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let answer = try await client.execute(uri: uri, method: .get)
                #expect(answer.status == .notFound)
            }
        }
    }

    @Test("statistics tell no number that could point at a child")
    func statistics() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let text = try await client.execute(uri: "/v1/statistics", method: .get).text
                #expect(text.contains("null") && !text.contains(#""counts": [1"#))
                for id in ["C1", "P1", "H1", "N1"] { #expect(!text.contains(id)) }
            }
        }
    }

    @Test("what is counted says routes and statuses, and nothing of what was asked")
    func metrics() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                _ = try await client.execute(uri: "/v1/next?child=C1", method: .get)
                _ = try await client.execute(uri: "/v1/visits/V1", method: .get)
                let text = try await client.execute(uri: "/metrics", method: .get).text
                #expect(text.contains(#"visitd_requests_total{method="GET",route="/v1/next",status="200"} 1"#))
                #expect(text.contains(#"route="/v1/visits/{id}""#))
                #expect(text.contains("visitd_request_seconds_count 2\n"))
                #expect(!text.contains("C1") && !text.contains("V1"))
            }
        }
    }

    @Test("the OpenAPI document is that of the table")
    func openAPI() async throws {
        try await StoredWorld.use { world in
            try await world.application(.local).test(.router) { client in
                let text = try await client.execute(uri: "/openapi.json", method: .get).text
                let document = try #require(
                    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
                #expect(document["openapi"] as? String == "3.1.0")
                let paths = try #require(document["paths"] as? [String: [String: Any]])
                for endpoint in world.routes.endpoints {
                    #expect(paths[endpoint.path]?[endpoint.method.rawValue.lowercased()] != nil)
                }
                try Golden.compare(text, with: "openapi.json")
            }
        }
    }

    static let judge = OutsideTool.python("openapi_spec_validator")

    @Test("the OpenAPI document is sound to an outside judge", .enabled(if: judge.isPresent, "\(judge.missing)"))
    func soundOpenAPI() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/openapi.json")
        let text = try String(contentsOf: golden, encoding: .utf8)
        let script = "import json, sys, openapi_spec_validator as v; v.validate(json.load(sys.stdin)); print('sound')"
        #expect(try Self.judge.run(["-c", script], input: text) == "sound\n")
    }
}
