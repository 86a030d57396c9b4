import HTTPTypes
import HummingbirdTesting
import NIOCore
import Synchronization
import Testing
import VisitApplication
import VisitModel
import VisitPlanning

@testable import VisitService

@Suite("GET /feeds/{token}.ics")
struct FeedRouteTests {
    static let address = "/feeds/open-sesame.ics"

    @Test("the calendar comes with a strong tag and its date, for this client alone")
    func calendar() async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(uri: Self.address, method: .get)
            #expect(response.status == .ok)
            #expect(Array(response.body.readableBytesView) == SmallWorld.calendar.bytes)
            #expect(response.headers[.contentType] == "text/calendar; charset=utf-8")
            #expect(response.headers[.eTag] == "\"abc123\"")
            #expect(response.headers[.lastModified] == "Sun, 06 Nov 1994 08:49:37 GMT")
            #expect(response.headers[.cacheControl] == "private")
        }
    }

    @Test("HEAD says the same without the calendar")
    func head() async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(uri: Self.address, method: .head)
            #expect(response.status == .ok)
            #expect(response.body.readableBytes == 0)
            #expect(response.headers[.contentLength] == "\(SmallWorld.calendar.bytes.count)")
            #expect(response.headers[.eTag] == "\"abc123\"")
        }
    }

    @Test(
        "a client that has it gets 304 and no calendar",
        arguments: [
            [.ifNoneMatch: "\"abc123\""], [.ifNoneMatch: "*"], [.ifNoneMatch: "W/\"abc123\""],
            [.ifNoneMatch: "\"other\", \"abc123\""], [.ifModifiedSince: "Sun, 06 Nov 1994 08:49:37 GMT"],
        ] as [HTTPFields])
    func notModified(headers: HTTPFields) async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(uri: Self.address, method: .get, headers: headers)
            #expect(response.status == .notModified)
            #expect(response.body.readableBytes == 0)
            #expect(response.headers[.eTag] == "\"abc123\"")
        }
    }

    @Test(
        "a client that has another one gets the calendar",
        arguments: [
            [.ifNoneMatch: "\"abc124\""], [.ifNoneMatch: "abc123"], [.ifNoneMatch: ""],
            [.ifModifiedSince: "Sun, 06 Nov 1994 08:49:36 GMT"],
            // The tag is the finer condition and overrides the date.
            [.ifNoneMatch: "\"old\"", .ifModifiedSince: "Sun, 06 Nov 1994 08:49:37 GMT"],
        ] as [HTTPFields])
    func modified(headers: HTTPFields) async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(uri: Self.address, method: .get, headers: headers)
            #expect(response.status == .ok)
        }
    }

    @Test("every token that opens nothing gets the same bytes")
    func unknown() async throws {
        let asked = Mutex(0)
        var questions = SmallWorld.questions
        questions.calendar = { _, _ in
            asked.withLock { $0 += 1 }
            return nil
        }
        try await SmallWorld.application(questions).test(.router) { client in
            var bodies: Set<String> = []
            let odd = ["..%2f..%2fetc%2fpasswd", "%00", "a.b", "a%20b", String(repeating: "a", count: 129), "林"]
            for token in ["revoked", "unknown"] + odd {
                let response = try await client.execute(uri: "/feeds/\(token).ics", method: .get)
                #expect(response.status == .notFound, "\(token)")
                bodies.insert(response.text)
            }
            #expect(bodies.count == 1)
        }
        #expect(asked.withLock { $0 } == 2, "What is no token is not looked up.")
    }

    @Test("a feed takes no parameters")
    func parameters() async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(uri: Self.address + "?names=yes", method: .get)
            #expect(response.status == .badRequest)
        }
    }

    @Test(
        "a tag is written in quotes once", arguments: [("abc", "\"abc\""), ("\"abc\"", "\"abc\"")])
    func quotes(opaque: String, text: String) {
        #expect(EntityTag(opaque).text == text)
    }

    @Test(
        "dates are written as HTTP wants them",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_827_696, "Tue, 29 Feb 2000 12:34:56 GMT"),
            (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"),
        ])
    func dates(seconds: Int, text: String) {
        #expect(HTTPDate.text(Instant(seconds: seconds)) == text)
    }
}
