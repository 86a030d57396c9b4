import Testing
import VisitApplication
import VisitModel
import VisitPlanning
import VisitTestSupport

@Suite("Visits by video from a site near home")
struct VideoSiteTests {
    /// A family too far from the prison for its small child, with a video site in its own town on Wednesdays at 15:00.
    private static func world(site: Identifier<Place> = "FAR", parameters: [String: String] = [:]) -> SmallWorld {
        var world = SmallWorld()
        world.addMother("M1")
        world.addFamily("H1", at: "FAR")
        world.addChild("C1", in: "H1", of: "M1", born: day("2023-03-03"))
        world.register.templates.append(
            SessionTemplate(
                id: "VIDEO", prison: "W1",
                recurrence: .weekly(.wednesday, every: 1, anchor: SessionTemplate.defaultAnchor),
                start: clock("15:00"), minutes: 30, modes: [.video], tables: 2, site: site))
        world.register.parameters = parameters.sorted { $0.key < $1.key }
            .map { Parameter(name: $0.key, value: $0.value) }
        return world
    }

    @Test("a child who cannot travel to the prison meets its mother by video, with the short way to the site")
    func tooFar() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            #expect(visit.mode == .video && visit.date.weekday == .wednesday)
            #expect(visit.minutes == 15, "The rule pack computes a visit by video as 15 minutes.")
            let trip = try #require(visit.trip)
            #expect(trip.outbound.legs.last?.to == "FAR" && trip.outbound.duration <= 90)
            #expect(visit.reasons.contains { $0.english.contains("by video") })
            _ = try desk.export(
                .text, of: .one(.household("H1")), to: folder.path("out"), today: SmallWorld.today, language: .english)
            let carried = String(decoding: try folder.read("out/household-H1.txt"), as: UTF8.self)
            #expect(carried.contains("Be at the video site"))
        }
    }

    @Test("without a site nobody is sent anywhere for a session by video")
    func withoutSite() throws {
        try TemporaryFolder.use { folder in
            var world = Self.world()
            world.register.templates.removeAll { $0.id == "VIDEO" }
            world.register.templates.append(
                SessionTemplate(
                    id: "SCREEN", prison: "W1",
                    recurrence: .weekly(.wednesday, every: 1, anchor: SessionTemplate.defaultAnchor),
                    start: clock("15:00"), minutes: 30, modes: [.video], tables: 2))
            let plan = try world.desk(in: folder).plan(fourWeeks()).plan
            #expect(plan.visits.isEmpty)
            #expect(plan.refusals.map(\.code) == [.noJourney])
        }
    }

    @Test("a site that is not near home is none")
    func farSite() throws {
        try TemporaryFolder.use { folder in
            let plan = try Self.world(site: "CITY").desk(in: folder).plan(fourWeeks()).plan
            #expect(plan.visits.isEmpty)
        }
    }

    @Test("a meeting that is possible goes before one by video, unless that is worth as much")
    func ownWorth() throws {
        for (worth, mode) in [("50", Mode.table), ("100", Mode.video)] {
            try TemporaryFolder.use { folder in
                var world = Self.world(site: "NEAR", parameters: ["plan.video.worth": worth])
                world.register.households[0].place = "NEAR"
                // Who has waited too long may be better off with an earlier visit by video; this child has not.
                world.register.visits.append(
                    Visit(
                        id: "past", status: .held, prisoner: "M1", household: "H1", children: ["C1"], prison: "W1",
                        date: day("2026-10-31"), minutes: 30))
                let visits = try world.desk(in: folder).plan(fourWeeks()).plan.visits
                #expect(Set(visits.map(\.mode)) == [mode], "At a worth of \(worth) %.")
            }
        }
    }

    @Test("a visit by video takes the visit of the month where the rules count it")
    func quota() throws {
        try TemporaryFolder.use { folder in
            var request = fourWeeks()
            request.weeks = 9
            let visits = try Self.world().desk(in: folder).plan(request).plan.visits
            let perMonth = Dictionary(grouping: visits, by: \.date.month).mapValues(\.count)
            #expect(!visits.isEmpty && perMonth.values.allSatisfy { $0 <= 1 })
        }
    }
}
