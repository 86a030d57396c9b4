import NIOPosix
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@testable import VisitService

@Suite("The watchdog")
struct WatchdogTests {
    @Test("a store that answers is a sign of life")
    func alive() async throws {
        #expect(try await messages(after: SmallWorld.questions) == ["WATCHDOG=1"])
    }

    @Test("a store that does not answer gives none, and says why by code alone")
    func dead() async throws {
        var questions = SmallWorld.questions
        questions.readiness = { throw WorldFailure(kind: .inputOutput) }
        #expect(try await messages(after: questions) == ["STATUS=The store does not answer: world-failure"])
    }

    /// What the manager hears of one look.
    private func messages(after questions: FrontDesk.Questions) async throws -> [String] {
        try await TemporaryFolder.use { folder in
            let manager = try #require(FakeManager(folder.path("notify")))
            let socket = try #require(NotifySocket(["NOTIFY_SOCKET": folder.path("notify")], process: 1))
            let watchdog = Watchdog(
                manager: socket, period: .seconds(60), loops: MultiThreadedEventLoopGroup.singleton,
                desk: SmallWorld.desk(questions), logger: LogLines().logger())
            await watchdog.look()
            try socket.send(["END"])
            return try await manager.messages(until: "END").dropLast()
        }
    }
}
