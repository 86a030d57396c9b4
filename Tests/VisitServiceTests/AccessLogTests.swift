import Hummingbird
import HummingbirdTesting
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
            #expect(entry.facts == ["from=proposed", "by=prison"])
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
        let subjects = [String](repeating: "child C1", count: AccessLog.most)
        #expect(throws: ServiceError.auditUnavailable) {
            try accessLog.note("child.read", of: subjects, by: Caller(localUser: nil))
        }
        try accessLog.note("child.read", of: Array(subjects.dropFirst()), by: Caller(localUser: nil))
    }
}
