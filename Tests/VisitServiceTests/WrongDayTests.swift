import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@testable import VisitService

@Suite("A service whose clock is wrong", .timeLimit(.minutes(10)))
struct WrongDayTests {
    /// A machine whose clock a test sets.
    private final class Clock: Sendable {
        private let held = Mutex(StoredWorld.today)

        var day: Day {
            get { held.withLock { $0 } }
            set { held.withLock { $0 = newValue } }
        }

        var moment: Instant { Instant(utc: CivilTime(day, .midnight)) }
    }

    private static func metrics(_ client: some TestClientProtocol) async throws -> String {
        try await client.execute(uri: "/metrics", method: .get).text
    }

    @Test("refuses runs and steps aloud, and goes on by itself once the clock is right")
    func wrongDay() async throws {
        try await StoredWorld.use { world in
            let clock = Clock()
            let desk = Desk(
                store: world.desk.store, configuration: world.desk.configuration, keepsStoreOpen: true,
                actor: "service", reach: .everything, isDayGiven: { false }, now: { clock.moment })
            // The first write on a day: it was read from the clock.
            _ = try desk.plan(PlanRequest(today: clock.day, iterations: 10, threads: 1))
            let lines = LogLines()
            let front = FrontDesk(desk, threads: 2, today: { clock.day })
            let plain = try SmallWorld.routes(front, store: desk)
            let runs = PlanningRunner(desk: desk, today: { clock.day }, now: { clock.moment }, logger: lines.logger())
            let routes = Routes(
                desk: front, operation: plain.operation, accessLog: plain.accessLog, runs: runs, metrics: plain.metrics,
                limit: plain.limit)
            var application = buildApplication(
                routes, configuration: ServiceConfiguration(), address: .hostname("127.0.0.1", port: 0), door: .local,
                logger: lines.logger())
            application.addServices(front)
            try await application.test(.router) { client in
                let calm = try await Self.metrics(client)
                #expect(calm.contains("visitd_day_refused 0\n") && calm.contains("visitd_store_simulated 0\n"))
                for figure in ["visitd_plan_age_seconds", "visitd_outbox_waiting", "visitd_disk_free_bytes"] {
                    #expect(calm.contains("# TYPE \(figure) gauge\n\(figure) "), "\(figure)")
                }
                #expect(!calm.contains("visitd_night_success") && !calm.contains("visitd_backup_verified"))

                clock.day = StoredWorld.today + 365
                #expect(try await Self.metrics(client).contains("visitd_day_refused 1\n"))
                let fields: HTTPFields = [.contentType: "application/json"]
                let step = try await client.execute(
                    uri: "/v1/visits/V1/cancel", method: .post, headers: fields,
                    body: ByteBuffer(string: #"{"reason": "x"}"#))
                #expect(step.status == .serviceUnavailable)
                #expect(step.text.contains("day-far-from-last-write") && step.text.contains(#""not-done""#))
                _ = try await client.execute(uri: "/v1/plans", method: .post, headers: fields)
                await runs.ended()
                let plans = try await client.execute(uri: "/v1/plans", method: .get).text
                #expect(plans.contains(#""failed""#) && plans.contains("day-far-from-last-write"), "\(plans)")
                #expect(lines.all.contains { $0.contains("day-far-from-last-write") })

                clock.day = StoredWorld.today + 1
                _ = try await client.execute(uri: "/v1/plans", method: .post, headers: fields)
                await runs.ended()
                let next = try await client.execute(uri: "/v1/plans", method: .get).text
                #expect(next.contains(#""state": "ended""#), "\(next)")
                #expect(try await Self.metrics(client).contains("visitd_day_refused 0\n"))
            }
        }
    }
}
