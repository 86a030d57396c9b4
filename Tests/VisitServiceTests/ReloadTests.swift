import HTTPTypes
import HummingbirdTesting
import Logging
import ServiceLifecycle
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@testable import VisitService

@Suite("Reading configuration and rules anew", .timeLimit(.minutes(10)))
struct ReloadTests {
    private static let pack = """
        id: small
        title: {en: Small, zh: 小}
        instrument: {en: An invented instrument, zh: 虚构文件}
        source: {en: Invented for a test., zh: 为测试虚构。}
        rules:
          - id: small-1
            title: {en: The child first, zh: 儿童优先}
            citation: {en: Article 1, zh: 第一条}
            force: soft
            confidence: K
            valid_from: 2000-01-01
            scope: {jurisdiction: "*", child_age: {below: 18}}
            effects:
              - {type: flag}
            trace: {en: The child comes first., zh: 以儿童为先。}
        """

    /// The same pack under another name.
    private static let other = pack.replacing("small", with: "other")
    /// The pack with a key that means nothing.
    private static let misspelt = pack.replacing("force: soft", with: "forse: soft")

    /// A folder of configuration with one pack, and what runs by it.
    private struct World {
        let folder: TemporaryFolder
        let operation: Operation
        let log = LogLines()

        init(_ folder: TemporaryFolder) throws {
            self.folder = folder
            try folder.write("log-level: info\n", to: "visitd.yaml")
            try folder.write(ReloadTests.pack, to: "rules/small.yaml")
            let options = [Setting.config: folder.path]
            operation = Operation(
                try ServiceConfiguration(options: options, environment: [:]),
                rules: try RulesInForce(configuration: folder.path), threshold: LogThreshold(.info),
                read: { () throws(ServiceError) in try ServiceConfiguration(options: options, environment: [:]) })
        }

        /// Reads once, and returns what the manager heard.
        func reload() async throws -> [String] {
            let manager = try #require(FakeManager("\(folder.path)/notify-\(log.all.count)"))
            let socket = try #require(
                NotifySocket(["NOTIFY_SOCKET": "\(folder.path)/notify-\(log.all.count)"], process: 1))
            let reloading = Reloading(
                requests: AsyncStream<Void> { _ in }, operation: operation, desk: SmallWorld.desk(), manager: socket,
                status: "Answering", logger: log.logger())
            await reloading.reload()
            return try await manager.messages(until: "READY=1")
        }
    }

    @Test("a pack that is added is taken over, and the manager hears RELOADING with the time, then READY")
    func added() async throws {
        try await TemporaryFolder.use { folder in
            let world = try World(folder)
            #expect(world.operation.state.packs == ["small"])
            try folder.write(Self.other, to: "rules/other.yaml")
            let heard = try await world.reload()
            #expect(heard.count == 2)
            let time = try #require(heard.first?.split(separator: "=").last.flatMap { Int($0) })
            #expect(heard.first?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
            #expect((1...SystemClock.microsecondsSinceBoot()).contains(time))
            #expect(heard.last == "READY=1\nSTATUS=Answering")
            #expect(world.operation.state.packs == ["other", "small"])
        }
    }

    @Test("a pack with a fault leaves the last good ones in force; the place is told, until it is mended")
    func broken() async throws {
        try await TemporaryFolder.use { folder in
            let world = try World(folder)
            try folder.write(Self.misspelt, to: "rules/small.yaml")
            let heard = try await world.reload()
            #expect(heard.last?.contains("kept as it was: faulty-rules (") == true)
            #expect(heard.last?.contains("\(folder.path)/rules/small.yaml:") == true)
            #expect(world.operation.state.packs == ["small"])
            #expect(world.log.all.contains { $0.hasPrefix("<3>Kept as it was") && $0.contains("code=faulty-rules") })
            #expect(world.log.all.contains { $0.contains("rules/small.yaml:") && $0.contains("subject=") })
            try await SmallWorld.application(operation: world.operation).test(.router) { client in
                let ready = try await client.execute(uri: "/readyz", method: .get)
                #expect(ready.status == .ok)
                #expect(ready.text.contains(#""code": "faulty-rules""#))
                #expect(ready.text.contains(#""packs": 1"#))
            }
            try folder.write(Self.pack, to: "rules/small.yaml")
            #expect(try await world.reload().last == "READY=1\nSTATUS=Answering")
        }
    }

    @Test("a faulty file leaves the configuration in force, and packs that are good are taken over all the same")
    func faultyFile() async throws {
        try await TemporaryFolder.use { folder in
            let world = try World(folder)
            try folder.write("log-levl: debug\n", to: "visitd.yaml")
            try folder.write(Self.other, to: "rules/other.yaml")
            let heard = try await world.reload()
            #expect(heard.last?.contains("faulty-configuration (unknown-key at \(folder.path)/visitd.yaml:1)") == true)
            #expect(world.operation.configuration.logLevel == .info)
            #expect(world.operation.state.packs == ["other", "small"])
        }
    }

    @Test("what can change at once does; what cannot waits for the next start and is named")
    func settings() async throws {
        try await TemporaryFolder.use { folder in
            let world = try World(folder)
            try folder.write("log-level: debug\ntoday: 2026-09-01\nstore-threads: 7\n", to: "visitd.yaml")
            _ = try await world.reload()
            let state = world.operation.state
            #expect(state.configuration.logLevel == .debug)
            #expect(state.configuration.today == Day("2026-09-01"))
            #expect(state.waiting == [.storeThreads])
            #expect(state.configuration.storeThreads == ServiceConfiguration().storeThreads)
            #expect(world.log.all.contains { $0.contains("settings=store-threads") })
        }
    }

    @Test("a start with a faulty pack is refused with every fault; one without any packs is not")
    func start() throws {
        try TemporaryFolder.use { folder in
            try folder.write(Self.misspelt, to: "rules/small.yaml")
            let failure = #expect(throws: (any Error).self) { try RulesInForce(configuration: folder.path) }
            #expect((failure as? any Failure)?.kind == .badConfiguration)
            #expect((failure as? any Failure)?.findings.isEmpty == false)
            let none = try RulesInForce(configuration: folder.path("elsewhere"))
            #expect(none.state.packs.isEmpty)
        }
    }

    @Test("a request to read anew reaches the running daemon, and its end is no end of the daemon")
    func requests() async throws {
        try await TemporaryFolder.use { folder in
            let world = try World(folder)
            let manager = try #require(FakeManager(folder.path("notify")))
            let (requests, continuation) = AsyncStream.makeStream(of: Void.self)
            var configuration = ServiceConfiguration()
            configuration.socket = folder.path("s")
            let group = try await SmallWorld.services(
                configuration, SmallWorld.desk(), operation: world.operation, reloads: requests,
                manager: folder.path("notify"), logger: world.log.logger()
            ).group(signals: [])
            async let ended: Void = group.run()
            _ = try await manager.messages(until: "READY=1")
            continuation.yield()
            continuation.finish()
            let reloading = try await manager.messages(until: "READY=1").first
            #expect(reloading?.hasPrefix("RELOADING=1") == true)
            #expect(await WireClient.get("/healthz", at: folder.path("s"))?.hasPrefix("HTTP/1.1 200") == true)
            await group.triggerGracefulShutdown()
            try await ended
        }
    }
}
