import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitStore

/// Plans of which one can see whether they are whole.
enum KilledPublisher {
    /// A plan of `round % 40 + 1` visits, all of which name the round.
    static func plan(_ round: Int) -> Plan {
        let visits = (0...round % 40).map { index in
            var visit = World.planned(Identifier("y\(index)"), in: 10 + index)
            visit.reasons = [BilingualText("round \(round)")]
            return visit
        }
        var refusal = World.refusal
        refusal.facts = [.init("round", String(round))]
        var plan = World.plan(visits, refusals: [refusal])
        plan.fingerprint = String(round)
        return plan
    }

    /// Whether all of a plan is of one round.
    static func isWhole(_ plan: Plan) -> Bool {
        guard let round = Int(plan.fingerprint) else { return false }
        let current = plan.visits.filter { $0.status == .proposed }
        return plan.number == round && current.count == round % 40 + 1
            && current.allSatisfy { $0.reasons == [BilingualText("round \(round)")] }
            && plan.refusals.map(\.facts) == [[.init("round", String(round))]]
    }
}

@Suite("A publisher that is killed")
struct KilledPublisherTests {
    @Test("leaves the old plan or the new one, whole", arguments: [7, 23, 61, 149])
    func killed(milliseconds: Int) async throws {
        try await TemporaryFolder.use { folder in
            let path = folder.path("visits.db")
            let store = try VisitStore.create(at: path)
            _ = try store.store(World.batch(World.full), at: World.moment)
            _ = try store.publish(KilledPublisher.plan(1), madeFrom: 1)
            try store.close()
            await #expect(processExitsWith: .signal(SIGALRM)) {
                [path = path as String, milliseconds = milliseconds as Int] in
                let store = try VisitStore(openingAt: path)
                // The alarm ends this process at once, whatever it is doing, as SIGKILL would.
                var alarm = itimerval()
                alarm.it_value.tv_usec = __suseconds_t(milliseconds * 1000)
                setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &alarm, nil)
                for round in 2... { _ = try store.publish(KilledPublisher.plan(round), madeFrom: 1) }
            }
            let after = try VisitStore(openingAt: path)
            let plan = try #require(try after.view(for: .everything).plan())
            #expect(KilledPublisher.isWhole(plan))
            #expect(try after.integrityCheck() == [])
            try after.close()
            #expect(try folder.contents().keys.sorted() == ["visits.db"])
        }
    }

    @Test("in the middle of a large write leaves what was there", .enabled(if: Stranger.python.isPresent))
    func killedWhileSpilling() throws {
        try World.withStore { store, _ in
            let published = try store.publish(World.plan([World.planned("y1", in: 5)]), madeFrom: 1)
            try store.close()
            // A tiny cache makes SQLite write pages of the unfinished transaction into the log.
            #expect(throws: OutsideToolFailure.self) {
                try Stranger.run(
                    """
                    db.execute("PRAGMA cache_size = 2")
                    db.execute("BEGIN IMMEDIATE")
                    db.execute("DELETE FROM planVisit")
                    db.execute("UPDATE visit SET reasons = '[]', status = 'cancelled'")
                    for i in range(5000):
                        db.execute("INSERT INTO parameter VALUES (?, ?)", ("p%d" % i, "x" * 500))
                    os.kill(os.getpid(), signal.SIGKILL)
                    """, on: store.path)
            }
            let after = try VisitStore(openingAt: store.path)
            #expect(try after.view(for: .everything).plan() == published)
            #expect(try after.view(for: .everything).register().parameters.count == 2)
            try after.close()
        }
    }
}
