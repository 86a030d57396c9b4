import Foundation
import ServiceLifecycle
import Synchronization
import Testing
import VisitApplication
import VisitPlanning
import VisitTestSupport

@testable import VisitService

@Suite("Connections held by strangers", .timeLimit(.minutes(10)), .serialized)
struct StrangersTests {
    /// A daemon that waits one second, whose one calendar is far larger than what the system holds for a connection.
    private final class Ground: Sendable {
        static let calendar = FeedCalendar(
            bytes: Array(repeating: UInt8(ascii: "x"), count: 4 << 20), entityTag: "large",
            lastModified: SmallWorld.calendar.lastModified)
        static let request = "GET \(FeedRouteTests.address) HTTP/1.1\r\nHost: x\r\n\r\n"
        /// How many seconds after its limit a connection must be closed on a machine on which every core is busy.
        static let grace = 120

        let socket: String
        let untaken = UntakenAnswers(limit: 32 << 20)
        private let made = Atomic(0)
        private let revision = Atomic(0)

        /// How many calendars were made.
        var calendars: Int { made.load(ordering: .relaxed) }

        init(_ folder: TemporaryFolder) { socket = folder.path("s") }

        var questions: FrontDesk.Questions {
            var questions = SmallWorld.questions
            questions.calendar = { [self] _, _ in
                made.add(1, ordering: .relaxed)
                return Self.calendar
            }
            // The store is another one at each look, so that no calendar is given twice from memory.
            questions.revision = { [self] in revision.add(1, ordering: .relaxed).newValue }
            return questions
        }

        /// Whether nothing is held for anybody any more, or will not be within a moment.
        func isFree() async throws -> Bool {
            let begin = ContinuousClock.now
            while untaken.bytes > 0, begin.duration(to: .now) < .seconds(Self.grace) {
                try await Task.sleep(for: .milliseconds(10))
            }
            return untaken.bytes == 0
        }

        func client() throws -> WireClient { try #require(WireClient(path: socket)) }
    }

    /// Runs a daemon while `body` goes on.
    private func whileServing(_ body: (Ground, ServiceGroup) async throws -> Void) async throws {
        try await TemporaryFolder.use { folder in
            let ground = Ground(folder)
            var configuration = ServiceConfiguration()
            configuration.socket = ground.socket
            configuration.idleSeconds = 1
            let manager = try #require(FakeManager(folder.path("notify")))
            let group = try await SmallWorld.services(
                configuration, SmallWorld.desk(ground.questions), manager: folder.path("notify"),
                untaken: ground.untaken
            ).group(signals: [])
            async let ended: Void = group.run()
            _ = try await manager.messages(until: "READY=1")
            try await body(ground, group)
            await group.triggerGracefulShutdown()
            try await ended
        }
    }

    @Test("two requests whose answers nobody takes: one answer is made, and the connection is closed")
    func pipelined() async throws {
        try await whileServing { ground, _ in
            let client = try ground.client()
            client.send(Ground.request + Ground.request)
            #expect(await client.isHungUp(within: Ground.grace))
            #expect(ground.calendars == 1)
            #expect(try await ground.isFree())
        }
    }

    @Test("the answers before were taken, that to the last request is not: it is closed all the same")
    func lastUntaken() async throws {
        try await whileServing { ground, _ in
            let client = try ground.client()
            client.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + Ground.request)
            _ = await client.answer(until: "}\n")
            #expect(await client.isHungUp(within: Ground.grace))
        }
    }

    @Test("thousands of requests at once from one that reads nothing do not become thousands of answers")
    func flood() async throws {
        try await whileServing { ground, _ in
            let client = try ground.client()
            client.send(String(repeating: Ground.request, count: 2000))
            #expect(await client.isHungUp(within: Ground.grace))
            #expect(ground.calendars == 1)
        }
    }

    @Test("a head, or a body, that comes byte by byte", arguments: ["GET /healthz HTTP/1.1\r\nX: ", "body"])
    func slow(start: String) async throws {
        let head = "POST /v1/next HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n"
        try await whileServing { ground, _ in
            let client = try ground.client()
            client.send(start == "body" ? head : start)
            let begin = ContinuousClock.now
            var isHungUp = false
            while !isHungUp, begin.duration(to: .now) < .seconds(Ground.grace) {
                client.send("x")
                isHungUp = await client.isHungUp(within: 0)
                try await Task.sleep(for: .milliseconds(100))
            }
            #expect(isHungUp)
        }
    }

    @Test("a client that takes slowly but steadily gets the whole answer, for longer than a silent one is waited for")
    func steady() async throws {
        try await whileServing { ground, _ in
            let client = try ground.client()
            client.send(Ground.request.replacing("Host: x", with: "Host: x\r\nConnection: close"))
            let begin = ContinuousClock.now
            let answer = await client.answer(pause: 50_000)
            #expect(answer.utf8.count > Ground.calendar.bytes.count)
            #expect(begin.duration(to: .now) > .seconds(3))
        }
    }

    @Test("a client that has closed its side gets the answers to all that it asked")
    func halfClosed() async throws {
        try await whileServing { ground, _ in
            let client = try ground.client()
            client.send(Ground.request + Ground.request + "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
            client.finish()
            let answer = await client.answer()
            #expect(answer.utf8.count > 2 * Ground.calendar.bytes.count)
            #expect(answer.hasSuffix("}\n") && answer.contains("alive"))
        }
    }

    @Test("an answer that is being taken when the service stops is given to its end")
    func stop() async throws {
        try await whileServing { ground, group in
            let client = try ground.client()
            client.send(Ground.request)
            let begin = ContinuousClock.now
            while ground.calendars == 0, begin.duration(to: .now) < .seconds(Ground.grace) {
                try await Task.sleep(for: .milliseconds(10))
            }
            async let answer = client.answer(pause: 10_000)
            await group.triggerGracefulShutdown()
            #expect(await answer.utf8.count > Ground.calendar.bytes.count)
        }
    }

    @Test("five hundred at a time hold a bounded memory, keep nobody out, and are all closed")
    func fiveHundred() async throws {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        limit.rlim_cur = min(limit.rlim_max, max(limit.rlim_cur, 4096))
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        try await whileServing { ground, _ in
            let bound = 32 << 20 + Ground.calendar.bytes.count
            var most = 0
            var strangers: [WireClient] = []
            for _ in 1...500 {
                let client = try ground.client()
                client.send(Ground.request + Ground.request)
                strangers.append(client)
                most = max(most, ground.untaken.bytes)
            }
            let alive = try #require(await WireClient.get("/healthz", at: ground.socket))
            #expect(alive.hasPrefix("HTTP/1.1 200"))
            let calendar = try #require(await WireClient.get(FeedRouteTests.address, at: ground.socket))
            #expect(calendar.utf8.count > Ground.calendar.bytes.count)
            for client in strangers {
                most = max(most, ground.untaken.bytes)
                #expect(await client.isHungUp(within: Ground.grace))
            }
            #expect(most > 0 && most <= bound)
            #expect(try await ground.isFree())
            #expect(ground.calendars <= 501)
        }
    }
}
