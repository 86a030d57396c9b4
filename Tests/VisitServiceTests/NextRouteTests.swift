import HTTPTypes
import HummingbirdTesting
import Synchronization
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitService

@Suite("GET /v1/next")
struct NextRouteTests {
    @Test("a child's next visit is a visitd-next/1 document, without names")
    func child() async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(uri: "/v1/next?child=C1", method: .get)
            #expect(response.status == .ok)
            #expect(response.headers[.contentType] == "application/json; charset=utf-8")
            #expect(response.headers[.cacheControl] == "no-store")
            #expect(!response.text.contains("Invented"))
            try Golden.compare(response.text, with: "next.json")
        }
    }

    @Test("children are alternatives; prisoner and household narrow")
    func selection() async throws {
        let asked = Mutex<[OutlookSelection]>([])
        var questions = SmallWorld.questions
        questions.outlooks = { selections, day in
            asked.withLock { $0 += selections.map(\.selection) }
            #expect(day == SmallWorld.today)
            return selections.map { _ in .success([]) }
        }
        let uri = "/v1/next?child=C1&child=%E6%9E%97&prisoner=P1&household=H1"
        try await SmallWorld.application(questions).test(.router) { client in
            let response = try await client.execute(uri: uri, method: .get)
            #expect(response.status == .ok)
        }
        #expect(
            asked.withLock { $0 } == [OutlookSelection(children: ["C1", "林"], prisoner: "P1", household: "H1")])
    }

    @Test(
        "a request that is not understood is refused with its reason",
        arguments: [
            ("/v1/next", "nobody-named"), ("/v1/next?chid=C1", "unknown-parameter"),
            ("/v1/next?child=C1&prisoner=a&prisoner=b", "parameter-given-twice"),
            ("/v1/next?child=", "empty-parameter"),
        ])
    func refused(uri: String, code: String) async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(uri: uri, method: .get)
            #expect(response.status == .badRequest)
            #expect(response.text.contains(#""format": "visitd-error/1""#))
            #expect(response.text.contains(#""code": "\#(code)""#))
        }
    }

    @Test(
        "sentences are in the language that the client prefers",
        arguments: [
            ("zh-CN,zh;q=0.9,en;q=0.8", "请求"), ("en-GB, zh", "The request"), ("fr", "The request"), ("fr, zh", "请求"),
        ])
    func language(wanted: String, beginning: String) async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(
                uri: "/v1/next", method: .get, headers: [.acceptLanguage: wanted])
            #expect(response.text.contains(#""sentence": "\#(beginning)"#))
        }
    }
}
