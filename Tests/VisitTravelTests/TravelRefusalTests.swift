import Testing
import VisitModel
import VisitTravel

@Suite("A journey that cannot be made")
struct TravelRefusalTests {
    private func refusal(
        _ party: TravelParty, from home: Identifier<Place>, checkIn: CivilTime = TravelWorld.at(10),
        release: CivilTime = TravelWorld.at(11), parameters: [String: String] = [:]
    ) throws -> TravelRefusal {
        let result = TravelWorld.planner(parameters)
            .trip(for: party, from: home, to: "capital", checkIn: checkIn, release: release)
        guard case .failure(let refusal) = result else {
            Issue.record("The journey was offered.")
            throw TravelError.unknownPlace(home, nearest: nil)
        }
        return refusal
    }

    @Test("too far for an infant: the limit and the excess are said, in both languages")
    func infant() throws {
        let refusal = try refusal(TravelWorld.family(2, 9), from: "far")
        #expect(refusal.limit == .hoursPerDay(needed: 763, allowed: 360))
        #expect(refusal.excess == 403)
        #expect(
            refusal.sentence.english == """
                The journey takes about 12 h 43 min on one day (estimated), 6 h 43 min more than the limit of 6 h that \
                the operator assumes with a child aged 2.
                """)
        #expect(refusal.sentence.chinese == "一天的路程预计约12小时43分，比有2岁儿童同行时假定的每日上限6小时多出6小时43分。")
        #expect(refusal.wouldHelp.first?.english == "A visit by video from a site near home.")
        #expect(refusal.wouldHelp.last?.english.contains("6 h 43 min") == true)
        #expect(refusal.facts.contains(Refusal.Fact("excessMinutes", "403")))
        #expect(refusal.facts.contains(Refusal.Fact("km", "1446")))
    }

    @Test("travel sickness lowers the limit by the operator's percentage, and the refusal says so")
    func travelSickness() throws {
        let party = TravelWorld.family(15, needs: [.travelSickness])
        let refusal = try refusal(party, from: "far")
        #expect(refusal.limit == .hoursPerDay(needed: 763, allowed: 420))
        #expect(refusal.sentence.english.contains("travel-sick"))
        let option = try TravelWorld.planner(["travel.sickness.hours_percent": "100"])
            .trip(for: party, from: "far", to: "capital", checkIn: TravelWorld.at(10), release: TravelWorld.at(11))
            .get()
        #expect(option.trip.nights == 2)
    }

    @Test("a household whose day is shorter than the way is told by how much")
    func householdHours() throws {
        var party = TravelWorld.family(16)
        party.leavesAfter = try #require(ClockTime("09:00"))
        party.returnsBefore = try #require(ClockTime("20:00"))
        let refusal = try refusal(party, from: "far", checkIn: TravelWorld.at(12), release: TravelWorld.at(13))
        #expect(refusal.code == "household-hours")
        #expect(refusal.excess == 103)
        #expect(refusal.sentence.english.contains("from 09:00 to 20:00"))
        #expect(refusal.wouldHelp.last?.chinese == "放宽该户的出行时段至12小时43分。")
    }

    @Test("a session too early even for those who slept near by is refused, also within one city")
    func tooEarly() throws {
        for home in ["far", "capital"] as [Identifier<Place>] {
            let refusal = try refusal(
                TravelWorld.family(15), from: home, checkIn: TravelWorld.at(6, 10), release: TravelWorld.at(7))
            #expect(refusal.code == "begins-too-early")
            #expect(refusal.excess == 20)
            #expect(refusal.sentence.english.contains("20 min before 06:00"))
            #expect(refusal.sentence.english.contains("a night near the prison") == (home == "far"))
            #expect(refusal.wouldHelp.first?.english == "A session that begins at least 20 min later.")
        }
    }

    @Test("a session too late even for those who sleep near by is refused")
    func tooLate() throws {
        let refusal = try refusal(
            TravelWorld.family(15), from: "far", checkIn: TravelWorld.at(19), release: TravelWorld.at(21, 15))
        #expect(refusal.code == "ends-too-late")
        #expect(refusal.excess == 45)
        #expect(refusal.sentence.chinese == "会见后即使就近住宿，也要比 21:00 晚45分钟才能到住处。")
        let local = try self.refusal(
            TravelWorld.family(15), from: "capital", checkIn: TravelWorld.at(19), release: TravelWorld.at(21, 15))
        #expect(local.sentence.english == "After the visit the party would be home 45 min after 21:00.")
    }

    @Test("an unknown place is a refusal of the trip, not a crash")
    func unknownPlace() throws {
        let refusal = try refusal(TravelWorld.family(15), from: "atlantis")
        #expect(refusal.code == "unknown-place")
        #expect(refusal.excess == nil)
        #expect(refusal.sentence.chinese == "没有编号为“atlantis”的地点。")
        #expect(refusal.facts.map(\.name) == ["limit", "from", "to", "youngest"])
    }
}
