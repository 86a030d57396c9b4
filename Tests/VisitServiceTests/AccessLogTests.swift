import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing
import VisitApplication
import VisitModel
import VisitPlanning

@testable import VisitService

@Suite("The access log", .timeLimit(.minutes(10)))
struct AccessLogTests {
    @Test("every look at a record is in the audit log, with who looked, and never with a name")
    func looks() async throws {
        try await StoredWorld.use { world in
            let (token, secret) = try world.desk.createToken(role: .caseworker("A"), label: "", days: 1)
            let feed = try world.desk.createFeed(
                scope: .household("H1"), showsNames: false, language: .english, today: StoredWorld.today)
            try await world.application().test(.router) { client in
                for uri in [
                    "/v1/next?child=Lin%20Invented", "/v1/visits/V1", "/v1/households",
                    "/v1/reports/itinerary?household=H1", "/v1/next?child=C2",
                ] {
                    _ = try await client.execute(
                        uri: uri, method: .get, headers: [.authorization: "Bearer \(secret)"])
                }
                _ = try await client.execute(uri: "/feeds/\(feed.token).ics", method: .get)
                await world.routes.accessLog.flush()
            }
            let entries = try world.desk.auditEntries(about: nil, limit: 6).reversed()
            #expect(
                entries.map { "\($0.actor) \($0.act) \($0.subject)" } == [
                    "service feed.create feed \(feed.feed.id)",
                    "token:\(token.id) child.read child C1", "token:\(token.id) visit.read visit V1",
                    "token:\(token.id) household.read household H1", "token:\(token.id) report.read household H1",
                    "feed:\(feed.feed.id) feed.read feed \(feed.feed.id)",
                ])
            #expect(!entries.contains { "\($0)".contains("Invented") })
            #expect(try world.desk.doctor().filter { $0.code == "audit-chain-broken" }.isEmpty)
        }
    }

    @Test("an act is in the log in the name of its actor, without its reason")
    func acts() async throws {
        try await StoredWorld.use { world in
            let (token, secret) = try world.desk.createToken(role: .prison("N1"), label: "", days: 1)
            try await world.application().test(.router) { client in
                _ = try await client.execute(
                    uri: "/v1/visits/V1/cancel", method: .post,
                    headers: [.authorization: "Bearer \(secret)", .contentType: "application/json"],
                    body: ByteBuffer(string: #"{"by": "prison", "reason": "Lin Invented is ill"}"#))
            }
            let entry = try #require(try world.desk.auditEntries(about: "visit V1", limit: 1).first)
            #expect(entry.actor == "token:\(token.id)")
            #expect(entry.act == "visit.cancel")
            #expect(entry.toldFacts == ["from=proposed", "by=prison"])
        }
    }

    @Test("a look at a list is one line, and looks at one record within a minute are in the line of the first")
    func joined() async throws {
        try await StoredWorld.use(children: 40) { world in
            let clock = Mutex(SmallWorld.moment)
            let accessLog = AccessLog(desk: world.front, now: { clock.withLock { $0 } }, logger: LogLines().logger())
            let caller = Caller(localUser: nil)
            let children = (0..<40).map { "child D\($0)" }
            func lines() throws -> [AuditEntry] {
                try world.desk.auditEntries(about: nil, limit: 99).filter { $0.act.hasSuffix(".read") }.reversed()
            }
            // 600 requests of ten seconds, as a token is allowed in a minute: each shows 40 children.
            for second in 0..<10 {
                clock.withLock { $0 = SmallWorld.moment + second }
                for _ in 0..<60 { try accessLog.note("child.read", of: children, by: caller) }
                await accessLog.flush()
            }
            #expect(try lines().map(\.facts) == [["seen=40"] + (0..<40).map { "child=D\($0)" }])
            // Another record in the list is told by itself, another way of looking and another minute anew.
            try accessLog.note("child.read", of: children + ["child C1"], by: caller)
            try accessLog.note("household.read", of: ["household H2"], by: caller)
            clock.withLock { $0 = SmallWorld.moment + AccessLog.joined }
            try accessLog.note("child.read", of: ["child D1", "child D1"], by: caller)
            // A clock that was set back joins nothing.
            clock.withLock { $0 = SmallWorld.moment + -5 }
            try accessLog.note("child.read", of: ["child D1"], by: caller)
            await accessLog.flush()
            #expect(
                try lines().dropFirst().map { "\($0.act) \($0.subject) \($0.moment - SmallWorld.moment)" } == [
                    "child.read child C1 9", "household.read household H2 9", "child.read child D1 60",
                    "child.read child D1 -5",
                ])
            #expect(try world.desk.auditEntries(about: "child D7", limit: 9).map(\.facts) == [["seen=40", "child=D7"]])
            #expect(try world.desk.doctor().filter { $0.code.hasPrefix("audit") }.isEmpty)
        }
    }

    @Test("where looks cannot be written they wait; where too many wait, nothing is given out")
    func unwritable() async throws {
        let log = LogLines()
        let desk = SmallWorld.desk()
        let accessLog = AccessLog(desk: desk, now: { SmallWorld.moment }, logger: log.logger())
        try accessLog.note("child.read", of: ["child C1"], by: Caller(localUser: nil))
        await accessLog.flush()
        #expect(log.all.contains { $0.contains("reason=store-missing") })
        let subjects = (1...AccessLog.most).map { "child C\($0 + 1)" }
        #expect(throws: ServiceError.auditUnavailable) {
            try accessLog.note("child.read", of: subjects, by: Caller(localUser: nil))
        }
        try accessLog.note("child.read", of: Array(subjects.dropFirst()), by: Caller(localUser: nil))
    }
}
