import Testing
import VisitModel

@Suite("Who cannot be where, and when")
struct AvailabilityTests {
    private func day(_ number: Int) -> Day { Day(number: 20_000 + number) }
    private func days(_ first: Int, _ last: Int) -> DayRange { DayRange(day(first), day(last)) }
    private func time(_ number: Int, _ clock: String) throws -> CivilTime {
        CivilTime(day(number), try #require(ClockTime(clock)))
    }
    private func hours(_ first: String, _ end: String) throws -> Range<ClockTime> {
        try #require(ClockTime(first))..<(try #require(ClockTime(end)))
    }

    private func absent(
        _ person: Absence.Person, _ range: DayRange, _ hours: Range<ClockTime>? = nil, id: String = "a"
    ) -> Absence {
        Absence(id: Identifier(id), person: person, days: range, hours: hours)
    }

    private func availability(_ absences: [Absence], events: [PrisonerEvent] = []) -> Availability {
        var register = Register()
        register.absences = absences
        register.events = events
        return Availability(register)
    }

    @Test("the stretches of an escort are the days on which the escort can be asked", arguments: 0..<100)
    func stretches(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        var absences = (0..<Int.random(in: 0...6, using: &random)).map { number in
            let first = Int.random(in: -5...45, using: &random)
            let range = days(first, first + Int.random(in: 0...9, using: &random))
            return absent(.escort("E1"), range, id: "a\(number)")
        }
        // Hours of the night and other people's absences take no day from this escort.
        absences.append(absent(.escort("E1"), days(0, 40), try hours("21:00", "24:00"), id: "night"))
        absences.append(absent(.guardian("E1"), days(0, 40), id: "namesake"))
        var escort = Escort(id: "E1", name: "invented", home: "H1", available: days(0, 40), maxChildren: 3)
        if seed % 3 == 0 { escort.vettedUntil = day(Int.random(in: -3...50, using: &random)) }
        let availability = availability(absences)
        let stretches = availability.stretches(of: escort)
        let free = Set(stretches.flatMap { Array($0) })
        #expect(free == Set((-10...60).map(day).filter { availability.obstacle(of: escort, on: $0) == nil }))
        #expect(stretches.map(\.count).reduce(0, +) == free.count, "No day is in two stretches.")
    }

    @Test("an absence with hours takes those of each of its days, and no minute more")
    func hoursOfDays() throws {
        let absence = absent(.guardian("G1"), days(3, 5), try hours("08:00", "12:00"))
        let cases: [(Int, String, Int, String, Bool)] = [
            (3, "06:00", 3, "08:00", false), (3, "06:00", 3, "08:01", true), (4, "12:00", 4, "20:00", false),
            (4, "11:59", 4, "20:00", true), (4, "13:00", 5, "07:00", false), (4, "13:00", 5, "09:00", true),
            (2, "13:00", 3, "07:59", false), (5, "12:00", 6, "10:00", false), (1, "00:00", 9, "00:00", true),
        ]
        for (firstDay, first, lastDay, last, isTaken) in cases {
            let span = try time(firstDay, first)..<time(lastDay, last)
            #expect(absence.takes(span) == isTaken, "\(span)")
        }
        #expect(!absence.takes(try time(4, "09:00")..<time(4, "09:00")), "No time at all is taken by nobody.")
    }

    @Test("a whole day ends at midnight")
    func wholeDays() throws {
        let absence = absent(.child("C1"), days(3, 3))
        #expect(!absence.takes(try time(2, "10:00")..<time(3, "00:00")))
        #expect(absence.takes(try time(2, "10:00")..<time(3, "00:01")))
        #expect(absence.takes(try time(3, "23:59")..<time(4, "10:00")))
        #expect(!absence.takes(try time(4, "00:00")..<time(4, "10:00")))
    }

    @Test("where no journey is known yet, hours take the day in which children are usually under way")
    func dayLevel() throws {
        for (first, end, isTaken) in [
            ("00:00", "06:00", false), ("00:00", "06:01", true), ("20:59", "24:00", true), ("21:00", "24:00", false),
            ("12:00", "13:00", true),
        ] {
            #expect(absent(.escort("E1"), days(1, 2), try hours(first, end)).takes(day(2)) == isTaken, "\(first)")
        }
    }

    @Test("every day that a journey touches counts: weekdays, availability, vetting and absences")
    func everyDay() throws {
        // Day 20,004 is a Wednesday.
        let span = try time(4, "18:00")..<time(5, "09:00")
        let weekday = day(4).weekday
        var guardian = Guardian(id: "G1", name: "", household: "H1", relation: .aunt, weekdays: [weekday])
        #expect(availability([]).obstacle(of: guardian, during: span) == .otherWeekdays([weekday]))
        #expect(availability([]).obstacle(of: guardian, on: day(4)) == nil)
        guardian.weekdays = Weekday.allCases
        #expect(availability([]).obstacle(of: guardian, during: span) == nil)
        let absence = absent(.guardian("G1"), days(5, 5))
        #expect(availability([absence]).obstacle(of: guardian, during: span) == .absent(absence))

        var escort = Escort(id: "E1", name: "", home: "H1", available: days(0, 4), maxChildren: 3)
        #expect(availability([]).obstacle(of: escort, during: span) == .notAvailable(days(0, 4)))
        escort.available = days(0, 40)
        escort.vettedUntil = day(4)
        #expect(availability([]).obstacle(of: escort, during: span) == .vettingEnded(day(4)))
        escort.vettedUntil = nil
        #expect(availability([absence]).obstacle(of: escort, during: span) == nil)
    }

    @Test("a ban keeps the one whom it names away from the one prisoner, from its date to its last day")
    func bans() {
        func event(_ kind: PrisonerEvent.Kind, _ visitor: Visit.Companion?, until: Day?) -> PrisonerEvent {
            PrisonerEvent(id: "V", prisoner: "M1", kind: kind, date: day(3), until: until, visitor: visitor)
        }
        func banned(_ event: PrisonerEvent, _ adult: Visit.Companion, _ prisoner: Identifier<Prisoner>) -> [Int] {
            (0...9).filter { availability([], events: [event]).ban(of: adult, from: prisoner, on: day($0)) != nil }
        }
        let named = event(.visitorSuspended, .guardian("G1"), until: day(6))
        #expect(banned(named, .guardian("G1"), "M1") == [3, 4, 5, 6])
        #expect(banned(named, .guardian("G2"), "M1") == [])
        #expect(banned(named, .escort("G1"), "M1") == [])
        #expect(banned(named, .guardian("G1"), "M2") == [])
        #expect(banned(event(.visitBreach, .escort("E1"), until: nil), .escort("E1"), "M1") == [3, 4, 5, 6, 7, 8, 9])
        let nameless = event(.visitorSuspended, nil, until: day(4))
        #expect(banned(nameless, .guardian("G1"), "M1") == [3, 4], "One that names nobody keeps everybody away.")
        #expect(
            banned(event(.visitBreach, nil, until: nil), .guardian("G1"), "M1") == [], "A breach is the rules’ matter.")
        #expect(banned(event(.solitary, .guardian("G1"), until: nil), .guardian("G1"), "M1") == [])
    }

    @Test("what a calendar says is named alike whenever it is read, and otherwise than what is beside it")
    func identifiers() throws {
        func name(_ range: DayRange, _ hours: Range<ClockTime>? = nil) -> String {
            Absence.calendarIdentifier(of: .escort("E2"), range, hours).text
        }
        #expect(name(days(0, 0)) == "ics-E2-2024-10-04")
        #expect(name(days(0, 1)) == "ics-E2-2024-10-04-2024-10-05")
        #expect(name(days(0, 0), try hours("08:00", "12:30")) == "ics-E2-2024-10-04-08:00-12:30")
    }
}
