import HTTPTypes
import HummingbirdTesting
import Logging
import Testing
import VisitModel

@testable import VisitService

@Suite("The log")
struct LogTests {
    @Test("a request's line has method, route, status and time, and nothing of its address")
    func request() async throws {
        let log = LogLines()
        try await SmallWorld.application(logger: log.logger()).test(.router) { client in
            for uri in [
                "/v1/next?child=C1", "/feeds/open-sesame.ics", "/feeds/guessed.ics", "/nowhere/Lin", "/healthz",
            ] {
                _ = try await client.execute(uri: uri, method: .get)
            }
        }
        let requests = log.all.filter { $0.hasPrefix("<6>request") }
        #expect(requests.count == 4, "A probe that went well is not worth a line.")
        #expect(requests.contains { $0.contains(" method=GET ") && $0.contains(" route=/v1/next status=200") })
        #expect(requests.contains { $0.contains(" route=/feeds/{token}.ics status=404") })
        #expect(requests.contains { $0.contains(" route=none status=404") })
        for secret in ["C1", "sesame", "guessed", "Lin"] { #expect(!log.all.contains { $0.contains(secret) }) }
    }

    @Test("a probe that fails is logged")
    func failingProbe() async throws {
        let log = LogLines()
        var questions = SmallWorld.questions
        questions.readiness = { throw WorldFailure(kind: .inputOutput) }
        try await SmallWorld.application(questions, logger: log.logger()).test(.router) { client in
            _ = try await client.execute(uri: "/readyz", method: .get)
        }
        #expect(log.all.contains { $0.contains("route=/readyz status=503") })
    }

    @Test(
        "levels have the journal's priorities",
        arguments: zip(Logger.Level.allCases, [7, 7, 6, 5, 4, 3, 2]))
    func priorities(level: Logger.Level, priority: Int) {
        let log = LogLines()
        log.logger(.trace).log(level: level, "word")
        #expect(log.all == ["<\(priority)>word\n"])
    }

    @Test("a message below the level is not written")
    func level() {
        let log = LogLines()
        log.logger(.warning).info("word")
        #expect(log.all.isEmpty)
    }

    @Test("one message is one line, whatever it holds, and its facts are sorted")
    func oneLine() {
        let log = LogLines()
        log.logger().info("a\nb", metadata: ["z": "two words", "a": "x\r\n<0>forged", "q": "say \"no\""])
        #expect(log.all == [#"<6>a\nb a=x\r\n<0>forged q="say \"no\"" z="two words""# + "\n"])
    }

    @Test("away from systemd a line begins with the time and the level")
    func terminal() {
        let log = LogLines()
        log.logger(showsPriority: false).notice("word")
        #expect(log.all == ["1970-01-01T00:00:00Z notice: word\n"])
    }
}
