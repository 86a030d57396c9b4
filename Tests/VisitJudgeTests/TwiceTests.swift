import Testing
import VisitModel

@Suite("Nobody is in two places at once")
struct TwiceTests {
    /// Two families of one escort, each with a visit in a prison of its own.
    private static func twoPrisons(second start: String) -> JudgeWorld {
        var world = JudgeWorld()
        world.addPrison("W2", session: "SAT2", start: start)
        world.addFamily("2", prison: "W2")
        world.addEscort("E1")
        world.visits = [
            world.visit("V1", of: "1", companion: .escort("E1")),
            world.visit("V2", of: "2", start: start, session: "SAT2", prison: "W2", companion: .escort("E1")),
        ]
        return world
    }

    @Test("an adult who is home at half past eleven can leave then, and not a minute before")
    func adultTwice() {
        #expect(Self.twoPrisons(second: "13:00").said == [])
        #expect(Self.twoPrisons(second: "12:59").said == ["V2 adult-twice escort E1"])
        var world = Self.twoPrisons(second: "12:00")
        world.visits[1].status = .confirmed
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V1 adult-twice escort E1"])
        #expect(flags.first?.fact("visit") == "V2")
        world.visits[0].status = .confirmed
        #expect(world.said == ["V1 adult-twice escort E1", "V2 adult-twice escort E1"])
    }

    @Test("where no journey is known, the way between two prisons takes its time, and none in one city")
    func far() {
        func said(_ place: Identifier<Place>, second start: String) -> [String] {
            var world = Self.twoPrisons(second: start)
            world.register.prisons[1].place = place
            for position in world.visits.indices { world.visits[position].trip = nil }
            return world.said
        }
        #expect(said("CITY", second: "11:00") == [])
        #expect(said("FAR", second: "13:00") == ["V2 adult-twice escort E1"], "Five hundred kilometres in two hours.")
        #expect(said("FAR", second: "18:00") == [])
        var world = Self.twoPrisons(second: "14:00")
        world.register.prisons[1].place = "FAR"
        world.visits[1].trip = nil
        #expect(world.said == ["V2 adult-twice escort E1"], "Home at half past eleven, and far away at two.")
    }

    @Test("clocks of two zones are compared as instants")
    func zones() {
        var world = Self.twoPrisons(second: "13:30")
        #expect(world.said == [])
        world.register.prisons[1].zone = "Asia/Tokyo"
        #expect(world.said == ["V2 adult-twice escort E1"], "Half past one in Tokyo is half past twelve in Shanghai.")
    }

    @Test("a child with two visits at once is at both or neither; on one journey only the meetings count")
    func childTwice() {
        var world = JudgeWorld()
        world.addPrison("M1", session: "MEN", start: "11:00")
        world.addFamily("2", prison: "M1")
        world.addChild("C1", in: "H1", of: "P2", relation: .father)
        var second = world.visit(
            "V2", of: "2", start: "11:00", session: "MEN", prison: "M1", companion: .guardian("G1"))
        (second.household, second.children) = ("H1", ["C1"])
        world.visits.append(second)
        #expect(world.said == ["V2 adult-twice guardian G1", "V2 child-twice child C1"])
        let meetings = world.visits.map { visit in
            SharedTrip.Meeting(
                session: visit.session ?? "", prison: visit.prison, prisoner: visit.prisoner, children: visit.children,
                begins: visit.begins ?? CivilTime(visit.date, .midnight),
                ends: visit.ends ?? CivilTime(visit.date, .midnight))
        }
        for position in world.visits.indices {
            world.visits[position].trip?.shared = SharedTrip(meetings: meetings)
            world.visits[position].trip?.outbound = Journey(
                legs: [
                    JudgeWorld.leg(
                        "NEAR", "CITY", CivilTime(JudgeWorld.saturday, clock("08:30")),
                        CivilTime(JudgeWorld.saturday, clock("09:30")))
                ], cents: 5000, isEstimated: true)
            world.visits[position].trip?.homeward = Journey(
                legs: [
                    JudgeWorld.leg(
                        "CITY", "NEAR", CivilTime(JudgeWorld.saturday, clock("11:30")),
                        CivilTime(JudgeWorld.saturday, clock("12:30")))
                ], cents: 0, isEstimated: true)
        }
        #expect(world.said == [])
    }

    @Test("two visits of one child to one prisoner at once are named as that")
    func bondTwice() {
        var world = JudgeWorld()
        world.register.parameters = [Parameter(name: "prison.tables_per_adult", value: "2")]
        world.visits[0].status = .confirmed
        world.visits.append(world.visit("V2", of: "1"))
        #expect(world.said.contains("V2 bond-twice child C1"))
        #expect(!world.said.contains { $0.hasPrefix("V1") })
    }

    @Test("an escort leads as many children as the register says, over all visits of the journey")
    func escortOverfull() {
        var world = JudgeWorld()
        world.register.parameters = [Parameter(name: "prison.tables_per_adult", value: "3")]
        world.addEscort("E1", maxChildren: 2)
        for number in ["2", "3"] { world.addFamily(number) }
        world.visits = ["1", "2"].map { world.visit("V\($0)", of: $0, companion: .escort("E1")) }
        #expect(world.said == [])
        world.visits.append(world.visit("V3", of: "3", companion: .escort("E1")))
        let flags = world.flags
        #expect(JudgeWorld.lines(flags) == ["V3 escort-overfull escort E1"])
        #expect(flags.first?.fact("children") == "3")
        world.addEscort("E2", maxChildren: 1)
        for position in world.visits.indices { world.visits[position].adults = [.escort("E1"), .escort("E2")] }
        #expect(world.said == [], "Two escorts together lead three.")
    }
}
