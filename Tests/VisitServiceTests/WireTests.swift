import HTTPTypes
import HummingbirdTesting
import ServiceLifecycle
import Testing
import VisitApplication
import VisitPlanning
import VisitTestSupport

@testable import VisitService

@Suite("What goes over the wire", .timeLimit(.minutes(10)))
struct WireTests {
    @Test("over TCP the answers are those of the router")
    func tcp() async throws {
        try await SmallWorld.application().test(.live) { client in
            let next = try await client.execute(uri: "/v1/next?child=C1", method: .get)
            #expect(next.status == .ok)
            let feed = try await client.execute(uri: FeedRouteTests.address, method: .head)
            #expect(feed.headers[.contentLength] == "\(SmallWorld.calendar.bytes.count)")
        }
    }

    @Test(
        "a head that is too large, and what is no HTTP, close the connection with 400",
        arguments: ["field", "uri", "noise"])
    func bounds(flaw: String) async throws {
        let long = String(repeating: "a", count: 40_000)
        let request =
            switch flaw {
            case "field": "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: \(long)\r\n\r\n"
            case "uri": "GET /healthz?\(long) HTTP/1.1\r\nHost: x\r\n\r\n"
            default: "\u{16}\u{3}\u{1}\r\n\r\n"
            }
        let answer = try await exchange(request)
        #expect(answer.hasPrefix("HTTP/1.1 400 "))
    }

    @Test(
        "a body that is announced too large, or without its size, is refused before it is read",
        arguments: ["Content-Length: 100000000", "Transfer-Encoding: chunked"])
    func body(field: String) async throws {
        let answer = try await exchange("POST /v1/next HTTP/1.1\r\nHost: x\r\n\(field)\r\n\r\n")
        #expect(answer.hasPrefix("HTTP/1.1 413 "))
        #expect(answer.contains("\"code\": \"body-too-large\""))
    }

    @Test("two requests on one connection get their answers in order")
    func pipelined() async throws {
        let answer = try await exchange(
            "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        let alive = try #require(answer.firstRange(of: "alive"))
        let ready = try #require(answer.firstRange(of: "ready"))
        #expect(alive.lowerBound < ready.lowerBound)
    }

    /// The answer of a running daemon to these bytes, until it closes the connection.
    private func exchange(_ request: String) async throws -> String {
        try await TemporaryFolder.use { folder in
            var configuration = ServiceConfiguration()
            configuration.socket = folder.path("s")
            let manager = try #require(FakeManager(folder.path("notify")))
            let group = try await SmallWorld.services(
                configuration, SmallWorld.desk(), manager: folder.path("notify")
            ).group(signals: [])
            async let ended: Void = group.run()
            _ = try await manager.messages(until: "READY=1")
            let client = try #require(WireClient(path: folder.path("s")))
            client.send(request)
            let answer = await client.answer()
            await group.triggerGracefulShutdown()
            try await ended
            return answer
        }
    }
}
