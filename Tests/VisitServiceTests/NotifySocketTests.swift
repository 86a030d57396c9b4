import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@testable import VisitService

@Suite("The service manager's socket")
struct NotifySocketTests {
    @Test("a message reaches a socket of the file system")
    func path() async throws {
        try await TemporaryFolder.use { folder in
            let manager = try #require(FakeManager(folder.path("notify")))
            let socket = try #require(NotifySocket(["NOTIFY_SOCKET": folder.path("notify")], process: 1))
            try socket.send(["READY=1", "STATUS=Answering"])
            #expect(await manager.next() == "READY=1\nSTATUS=Answering")
        }
    }

    @Test("a message reaches an abstract socket")
    func abstract() async throws {
        try await TemporaryFolder.use { folder in
            let name = "@" + folder.path("abstract")
            let manager = try #require(FakeManager(name))
            let socket = try #require(NotifySocket(["NOTIFY_SOCKET": name], process: 1))
            try socket.send(["STOPPING=1"])
            #expect(await manager.next() == "STOPPING=1")
        }
    }

    @Test("a value cannot begin a line of its own")
    func injection() async throws {
        try await TemporaryFolder.use { folder in
            let manager = try #require(FakeManager(folder.path("notify")))
            let socket = try #require(NotifySocket(["NOTIFY_SOCKET": folder.path("notify")], process: 1))
            try socket.send(["STATUS=a\nMAINPID=1"])
            #expect(await manager.next() == "STATUS=a MAINPID=1")
        }
    }

    @Test(
        "without a socket that can be reached there is no manager",
        arguments: [nil, "", "/", "@", "relative", "vsock:2:1234", "/" + String(repeating: "x", count: 107)])
    func none(name: String?) {
        let environment = name.map { ["NOTIFY_SOCKET": $0] } ?? [:]
        #expect(NotifySocket(environment, process: 1) == nil)
    }

    @Test("a manager that is gone is a failure, told in the system's words")
    func gone() throws {
        try TemporaryFolder.use { folder in
            let socket = try #require(NotifySocket(["NOTIFY_SOCKET": folder.path("notify")], process: 1))
            let error = #expect(throws: ManagerNotReached.self) { try socket.send(["READY=1"]) }
            #expect(error?.description == "The service manager could not be told: No such file or directory.")
        }
    }

    @Test(
        "a watchdog is kept only where the manager wants one of this process",
        arguments: [
            (["WATCHDOG_USEC": "3000000"], .seconds(3)),
            (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "7"], .seconds(3)),
            (["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "8"], nil), (["WATCHDOG_USEC": "0"], nil),
            (["WATCHDOG_USEC": "often"], nil), ([:], nil),
        ] as [([String: String], Duration?)])
    func watchdog(environment: [String: String], period: Duration?) {
        let all = environment.merging(["NOTIFY_SOCKET": "/run/notify"]) { _, new in new }
        #expect(NotifySocket(all, process: 7)?.watchdog == period)
    }
}
