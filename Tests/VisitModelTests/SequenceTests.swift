import Testing
import VisitModel

@Suite("SEQUENCE")
struct SequenceTests {
    /// A change of a visit, with what it is called.
    struct Step: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout Visit) -> Void

        init(_ name: String, _ change: @escaping @Sendable (inout Visit) -> Void) {
            testDescription = name
            self.change = change
        }
    }

    static let changesToTell: [Step] = [
        Step("status") { $0.status = .confirmed },
        Step("prison") { $0.prison = "W2" },
        Step("date") { $0.date = $0.date + 1 },
        Step("start") { $0.start = ClockTime(minutes: 601) },
        Step("start no longer known") { $0.start = nil },
        Step("minutes") { $0.minutes = 31 },
        Step("a leg leaves a minute later") {
            $0.trip?.outbound.legs[0].delay(\.depart)
        },
        Step("a leg in the middle arrives a minute later") {
            $0.trip?.outbound.legs[0].delay(\.arrive)
        },
        Step("the way home ends a minute later") {
            $0.trip?.homeward.legs[0].delay(\.arrive)
        },
        Step("another place to change") {
            $0.trip?.outbound.legs[0].to = "HALT"
            $0.trip?.outbound.legs[1].from = "HALT"
        },
        Step("the way home leaves from elsewhere") { $0.trip?.homeward.legs[0].from = "STATION" },
        Step("one leg less") { $0.trip?.outbound.legs.removeFirst() },
        Step("no journey any more") { $0.trip = nil },
        Step("by video at a site") { $0.mode = .video },
    ]

    static let changesNotToTell: [Step] = [
        Step("companion") { $0.companion = .escort("E1") },
        Step("no companion") { $0.companion = nil },
        Step("papers") { $0.documents = [] },
        Step("reasons") { $0.reasons = [] },
        Step("form of the meeting in the prison") { $0.mode = .contact },
        Step("session of another name at the same time") { $0.session = "SAT2@2026-12-05" },
        Step("fare") { $0.trip?.cents = 1200 },
        Step("fare of one way") { $0.trip?.outbound.cents = 700 },
        Step("nights") { $0.trip?.nights = 1 },
        Step("tickets") { $0.trip?.tickets = Tickets(full: 1, half: 2, free: 0) },
        Step("name of the train") { $0.trip?.outbound.legs[0].route = "K2" },
        Step("length of the road") { $0.trip?.outbound.legs[0].metres = 6000 },
        Step("kind of vehicle") { $0.trip?.outbound.legs[0].mode = .bus },
        Step("whether times are estimated") { $0.trip?.outbound.isEstimated = true },
        Step("others on the journey") { $0.trip?.shared = SharedTrip(meetings: []) },
    ]

    @Test("time, place or status of the visit or its journey raises it by one", arguments: changesToTell)
    func told(step: Step) throws {
        let before = try VisitBefore()
        let visit = before.following(step.change)
        #expect(visit.sequence == before.visit.sequence + 1)
        #expect(visit.changed == before.stamp)
        #expect(visit.id == before.visit.id)
    }

    @Test("anything else that people see is a change of which nobody must be told again", arguments: changesNotToTell)
    func untold(step: Step) throws {
        let before = try VisitBefore()
        let visit = before.following(step.change)
        #expect(visit.sequence == before.visit.sequence)
        #expect(visit.changed == before.stamp)
        #expect(visit.id == before.visit.id)
        #expect(visit != before.visit)
    }

    @Test("several changes at once raise it once")
    func once() throws {
        let before = try VisitBefore()
        let visit = before.following {
            $0.date = $0.date + 7
            $0.minutes = 60
            $0.status = .confirmed
        }
        #expect(visit.sequence == before.visit.sequence + 1)
    }

    @Test("a visit in which nothing differs keeps the moment of its last change too")
    func nothing() throws {
        let before = try VisitBefore()
        #expect(before.following { _ in } == before.visit)
    }

    @Test("a journey that was not there before raises it")
    func newJourney() throws {
        let before = try VisitBefore()
        var without = before.visit
        without.trip = nil
        #expect(before.visit.following(without, at: before.stamp).sequence == 5)
    }

    @Test("another site of a meeting by video raises it, also where the journey is otherwise the same")
    func site() throws {
        let before = try VisitBefore()
        var video = before.visit
        video.mode = .video
        #expect(video.videoSite == "GATE")
        #expect(before.visit.videoSite == nil)
        var elsewhere = video
        elsewhere.trip?.outbound.legs[1].to = "SITE2"
        let visit = elsewhere.following(video, at: before.stamp)
        #expect(visit.sequence == video.sequence + 1)
        #expect(visit.videoSite == "SITE2")
    }

    @Test("time after time it counts on")
    func counts() throws {
        let before = try VisitBefore()
        var visit = before.visit
        for week in 1...5 {
            var next = visit
            next.date = next.date + 7
            visit = next.following(visit, at: Instant(seconds: 2000 + week))
        }
        #expect(visit.sequence == before.visit.sequence + 5)
        #expect(visit.changed == Instant(seconds: 2005))
    }
}

extension Journey.Leg {
    fileprivate mutating func delay(_ time: WritableKeyPath<Self, CivilTime>) {
        self[keyPath: time] = self[keyPath: time] + 1
    }
}
