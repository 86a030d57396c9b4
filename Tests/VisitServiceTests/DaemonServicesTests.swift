import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@testable import VisitService

@Suite("The running daemon", .timeLimit(.minutes(10)))
struct DaemonServicesTests {
    @Test("it reports READY, answers on its socket, reports STOPPING, and leaves no socket")
    func life() async throws {
        try await TemporaryFolder.use { folder in
            let path = folder.path("visitd.sock")
            let manager = try #require(FakeManager(folder.path("notify")))
            let heard = try await running(in: folder, manager: manager) {
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o660)
                let answer = try #require(await WireClient.get("/v1/next?child=C1", at: path))
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(answer.contains("visitd-next/1"))
            }
            #expect(heard.first == "READY=1\nSTATUS=Answering on \(path)")
            let stopping = try await manager.messages(until: "STOPPING=1").last
            #expect(stopping?.hasPrefix("STOPPING=1\n") == true)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("a second daemon on the same socket is refused, and the first goes on")
    func second() async throws {
        try await TemporaryFolder.use { folder in
            let path = folder.path("visitd.sock")
            let manager = try #require(FakeManager(folder.path("notify")))
            _ = try await running(in: folder, manager: manager) {
                let rival = try services(socket: path)
                await #expect(throws: ServiceError.socketInUse(path: path)) { try await rival.group(signals: []) }
                #expect(await WireClient.get("/healthz", at: path)?.hasPrefix("HTTP/1.1 200") == true)
            }
        }
    }

    @Test("a TCP port that is taken is named, and the socket does not stay behind")
    func portTaken() async throws {
        try await TemporaryFolder.use { folder in
            let taken = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(taken) }
            let port = try listenSomewhere(taken)
            let services = try services(socket: folder.path("s"), listen: try ListenAddress("127.0.0.1:\(port)"))
            let group = try await services.group(signals: [])
            await #expect(throws: ServiceError.portInUse(address: "127.0.0.1:\(port)")) { try await group.run() }
            #expect(!FileManager.default.fileExists(atPath: folder.path("s")))
        }
    }

    @Test("a store that does not answer keeps the daemon from starting, with the store's own failure")
    func noStore() async throws {
        var questions = SmallWorld.questions
        questions.readiness = { throw WorldFailure(kind: .noInput) }
        let services = try services(socket: "/nowhere/s", questions: questions)
        await #expect(throws: WorldFailure.self) { try await services.group(signals: []) }
    }

    @Test("a folder that is missing matters only where somebody named the socket, or there is nothing else")
    func noFolder() async throws {
        let path = "/nowhere/visitd.sock"
        let missing = ServiceError.socketFolderMissing(path: path, folder: "/nowhere")
        let listen = try ListenAddress("127.0.0.1:0")
        await #expect(throws: missing) { try await services(socket: path).group(signals: []) }
        await #expect(throws: missing) { try await services(socket: path, listen: listen).group(signals: []) }
        await #expect(throws: Never.self) {
            try await services(socket: path, isSocketGiven: false, listen: listen).group(signals: [])
        }
    }

    @Test("a request under way is answered before the stop, and a silent connection does not hold it up")
    func gracefulStop() async throws {
        let (asked, hasAsked) = AsyncStream.makeStream(of: Void.self)
        let answerNow = DispatchSemaphore(value: 0)
        var questions = SmallWorld.questions
        questions.outlooks = { selections, _ in
            hasAsked.yield()
            answerNow.wait()
            return selections.map { _ in .success([]) }
        }
        try await TemporaryFolder.use { folder in
            let path = folder.path("visitd.sock")
            let manager = try #require(FakeManager(folder.path("notify")))
            let group = try await services(socket: path, manager: folder.path("notify"), questions: questions)
                .group(signals: [])
            async let ended: Void = group.run()
            _ = try await manager.messages(until: "READY=1")
            let silent = try #require(WireClient(path: path))
            async let answer = WireClient.get("/v1/next?child=C1", at: path)
            for await _ in asked { break }
            await group.triggerGracefulShutdown()
            answerNow.signal()
            #expect(await answer?.contains("visitd-next/1") == true)
            #expect(await silent.answer() == "")
            try await ended
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("what does not stop in time is ended")
    func stopLimit() async throws {
        let (ended, end) = AsyncStream.makeStream(of: Void.self)
        let limit = ShutdownTimeout(limit: .zero) { end.yield() }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [limit], logger: LogLines().logger()))
        async let run: Void = group.run()
        await group.triggerGracefulShutdown()
        for await _ in ended { break }
        try await run
    }

    /// Runs the daemon around `body`, and returns what the manager heard up to READY.
    private func running(
        in folder: TemporaryFolder, manager: FakeManager, _ body: () async throws -> Void
    ) async throws -> [String] {
        let group = try await services(socket: folder.path("visitd.sock"), manager: folder.path("notify"))
            .group(signals: [])
        async let ended: Void = group.run()
        let heard = try await manager.messages(until: "READY=1")
        try await body()
        await group.triggerGracefulShutdown()
        try await ended
        return heard
    }

    private func services(
        socket: String, isSocketGiven: Bool = true, listen: ListenAddress? = nil, manager: String? = nil,
        questions: FrontDesk.Questions = SmallWorld.questions
    ) throws -> DaemonServices {
        var configuration = ServiceConfiguration()
        (configuration.socket, configuration.isSocketGiven, configuration.listen) = (socket, isSocketGiven, listen)
        return try SmallWorld.services(configuration, SmallWorld.desk(questions), manager: manager)
    }

    /// Listens on a free port of this machine and returns it.
    private func listenSomewhere(_ descriptor: Int32) throws -> Int {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, length) == 0 && listen(descriptor, 1) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        try #require(isListening)
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
