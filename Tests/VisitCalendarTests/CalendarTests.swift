import Testing
import VisitCalendar
import VisitModel

@Suite("Calendars")
struct CalendarTests {
    /// The first event of the calendar of one visit.
    private func event(
        _ world: World, perspective: CalendarOptions.Perspective = .household, showsNames: Bool = false,
        language: Language = .english
    ) throws -> MiniReader.Component {
        let bytes = try calendar(
            of: [world], language: language, showsNames: showsNames, perspective: perspective)
        return try #require(try MiniReader.read(bytes).parts("VEVENT").first)
    }

    @Test("the zone stands before the events, and its name is plain")
    func zoneFirst() throws {
        let worlds = try [World("a"), World("b").with { $0.prison.zone = "America/Detroit" }]
        let read = try MiniReader.read(calendar(of: worlds))
        #expect(read.parts.map(\.name) == ["VTIMEZONE", "VTIMEZONE", "VEVENT", "VEVENT"])
        #expect(read.parts("VTIMEZONE").map { $0["TZID"]?.value } == ["America/Detroit", "Asia/Shanghai"])
        #expect(
            read.parts("VEVENT").map { $0["DTSTART"]?.parameters } == ["TZID=Asia/Shanghai", "TZID=America/Detroit"])
    }

    @Test("a zone without changes of the clocks has one part")
    func zoneWithoutChanges() throws {
        let read = try MiniReader.read(calendar(of: [World()]))
        #expect(read.parts("VTIMEZONE").first?.parts.map(\.name) == ["STANDARD"])
    }

    @Test("a zone has every change from a year before the first visit to the end of the last one's year")
    func zoneChanges() throws {
        let worlds = try ["2026-10-31", "2027-07-01"].map { date in
            try World(Identifier(date), on: date).with { $0.prison.zone = "America/Detroit" }
        }
        let zone = try #require(try MiniReader.read(calendar(of: worlds)).parts("VTIMEZONE").first)
        #expect(
            zone.parts.map { "\($0.name) \($0["DTSTART"]?.value ?? "") \($0["TZOFFSETTO"]?.value ?? "")" } == [
                "STANDARD 19700101T000000 -0500",
                "DAYLIGHT 20250309T020000 -0400", "STANDARD 20251102T020000 -0500",
                "DAYLIGHT 20260308T020000 -0400", "STANDARD 20261101T020000 -0500",
                "DAYLIGHT 20270314T020000 -0400", "STANDARD 20271107T020000 -0500",
            ])
    }

    @Test("the title says of a visit how far it is, unless it is agreed or was held", arguments: Visit.Status.allCases)
    func mark(status: Visit.Status) throws {
        let summary = try #require(try event(World().with { $0.visit.status = status })["SUMMARY"]?.text)
        let isPlain = [.confirmed, .held, .cutShort].contains(status)
        #expect(summary.contains(status.name[.english]) == !isPlain)
    }

    @Test(
        "the status of a visit decides the status of its entry",
        arguments: [
            (Visit.Status.proposed, "TENTATIVE", "OPAQUE", 2), (.requested, "TENTATIVE", "OPAQUE", 2),
            (.confirmed, "CONFIRMED", "OPAQUE", 2), (.held, "CONFIRMED", "OPAQUE", 0),
            (.cutShort, "CONFIRMED", "OPAQUE", 0),
            (.missed, "CANCELLED", "TRANSPARENT", 0), (.cancelled, "CANCELLED", "TRANSPARENT", 0),
        ])
    func status(status: Visit.Status, written: String, transparency: String, alarms: Int) throws {
        let event = try event(World().travelling().with { $0.visit.status = status })
        #expect(event["STATUS"]?.value == written)
        #expect(event["TRANSP"]?.value == transparency)
        #expect(event.parts("VALARM").count == alarms)
    }

    @Test("a cancelled visit stays for 30 days after it was cancelled, with its journeys")
    func cancelledStays() throws {
        // It was changed on 2026-09-21 at 22:13 in Shanghai.
        let world = try World().travelling().with { $0.visit.status = .cancelled }
        for (today, count) in [("2026-09-21", 3), ("2026-10-21", 3), ("2026-10-22", 0)] {
            let read = try MiniReader.read(calendar(of: [world], today: today))
            #expect(read.parts("VEVENT").count == count, "on \(today)")
        }
    }

    @Test("the entry's revision is the visit's, never the moment of writing")
    func revision() throws {
        let event = try event(World())
        #expect(event["DTSTAMP"]?.value == "20260921T141320Z")
        #expect(event["LAST-MODIFIED"]?.value == "20260921T141320Z")
        #expect(event["SEQUENCE"]?.value == "1")
    }

    @Test("the same visits give the same bytes")
    func sameBytes() throws {
        let worlds = try [World("a").travelling(), World("b", on: "2026-11-07").travelling()]
        #expect(try calendar(of: worlds) == calendar(of: worlds))
        #expect(try calendar(of: worlds) == calendar(of: worlds, today: "2026-10-02"))
    }

    @Test("every entry has an identifier of its own, and journeys name their visit")
    func identifiers() throws {
        let worlds = try ["a", "a@out.visitd", "b"].map { try World(Identifier($0)).travelling() }
        let events = try MiniReader.read(calendar(of: worlds)).parts("VEVENT")
        #expect(events.count == 9)
        #expect(Set(events.map { $0["UID"]?.text }).count == 9)
        #expect(events.prefix(3).map { $0["UID"]?.text } == ["a@visitd", "a@out.visitd", "a@home.visitd"])
        #expect(events.prefix(3).map { $0["RELATED-TO"]?.text } == [nil, "a@visitd", "a@visitd"])
    }

    @Test("no person's name or telephone number is in a calendar that shows none", arguments: Language.allCases)
    func withoutNames(language: Language) throws {
        for perspective in CalendarOptions.Perspective.allCases {
            let bytes = try calendar(of: [World().travelling()], language: language, perspective: perspective)
            let text = try MiniReader.unfold(bytes).joined(separator: "\n")
            for name in ["陈小雨", "陈小山", "陈秋", "刘桂芳", "139-0000"] { #expect(!text.contains(name)) }
            #expect(text.contains("C1"))
        }
    }

    @Test("names are shown where the calendar was made with names")
    func withNames() throws {
        let event = try event(World(), showsNames: true)
        #expect(event["SUMMARY"]?.text == "Visit at Women's Prison One: 陈小雨, 陈小山")
        #expect(event["DESCRIPTION"]?.text.contains("with the guardian 刘桂芳, 139-0000 0000") == true)
    }

    @Test("a point on the map is given only where it is the prison's own")
    func position() throws {
        let centre = try event(World())
        #expect(centre["GEO"] == nil)
        #expect(centre["DESCRIPTION"]?.text.contains("Only the prison's city is known") == true)
        let site = try event(World().with { $0.prisonPlace.precision = .site })
        #expect(site["GEO"]?.value == "30.657420;104.065840")
        #expect(site["DESCRIPTION"]?.text.contains("Only the prison's city is known") == false)
        let south = try event(
            World().with {
                $0.prisonPlace.precision = .site
                $0.prisonPlace.coordinate = Coordinate(latitude: -0.5, longitude: -70.000_001)
            })
        #expect(south["GEO"]?.value == "-0.500000;-70.000001")
    }

    @Test("alarms go off a day before, and when it is time to leave home")
    func alarms() throws {
        let alarms = try event(World().travelling()).parts("VALARM")
        #expect(alarms.map { $0["TRIGGER"]?.value } == ["-P1D", "-PT3H30M"])
        #expect(alarms.allSatisfy { $0["DESCRIPTION"]?.text.isEmpty == false && $0["ACTION"]?.value == "DISPLAY" })
    }

    @Test("the alarm for leaving home counts the hour that the clocks are put forward or back")
    func alarmOverChange() throws {
        for (date, trigger) in [("2026-03-08", "-PT8H30M"), ("2026-11-01", "-PT10H30M"), ("2026-11-02", "-PT9H30M")] {
            let world = try World(on: date).travelling(there: 540).with { $0.prison.zone = "America/Detroit" }
            #expect(try event(world).parts("VALARM").last?["TRIGGER"]?.value == trigger, "on \(date)")
        }
    }

    @Test("a past visit without a time of day fills its day")
    func withoutTime() throws {
        let event = try event(
            World().with {
                $0.visit.start = nil
                $0.visit.status = .held
            })
        #expect(event["DTSTART"] == .init(name: "DTSTART", parameters: "VALUE=DATE", value: "20261003"))
        #expect(event["DTEND"] == nil)
    }

    @Test("an entry without length has no end")
    func withoutLength() throws {
        #expect(try event(World().with { $0.visit.minutes = 0 })["DTEND"] == nil)
    }

    @Test("an entry that begins in an hour that the clocks skip does not end before it begins")
    func skippedHour() throws {
        for (start, end) in [
            ("02:45", nil), ("02:15", "20260308T024500"), ("01:45", "20260308T021500"), ("03:00", "20260308T033000"),
        ] {
            let world = try World(on: "2026-03-08", at: start).with { $0.prison.zone = "America/Detroit" }
            #expect(try event(world)["DTEND"]?.value == end, "at \(start)")
        }
    }

    @Test("what a household reads is said in words, and times of another day have their date")
    func description() throws {
        let event = try event(World().travelling(there: 600, nights: 1).with { $0.visit.status = .requested })
        #expect(
            event["DESCRIPTION"]?.text == """
                Status: requested
                Leave home: 2026-10-02 23:00
                At the gate: 09:00
                Home again: 13:30
                Nights away: 1
                The times of the journey are estimates.
                Visit: 09:30–10:00, at a table
                Who goes: C1, C2; with the guardian G1
                Bring: resident identity card; household register
                Why this date: A Saturday without school; the last visit was 23 days ago.
                Only the prison's city is known, not its address: ask the visits office for the way.
                Telephone of the visits office: 028-0000 0000
                """)
    }

    @Test("a visit that is off says so, and sends nobody on the way")
    func off() throws {
        let event = try event(World().travelling().with { $0.visit.status = .cancelled })
        #expect(event["SUMMARY"]?.text == "Visit at Women's Prison One (cancelled)")
        #expect(
            event["DESCRIPTION"]?.text == """
                Status: cancelled
                Visit: 09:30–10:00, at a table
                Who goes: C1, C2; with the guardian G1
                """)
    }

    @Test(
        "a call or a visit by video sends nobody to the prison",
        arguments: [
            (Mode.call, "Telephone call with Women's Prison One"), (.video, "Video visit with Women's Prison One"),
        ])
    func fromAfar(mode: Mode, title: String) throws {
        let world = try World().with { $0.visit.mode = mode }
        let event = try event(world)
        #expect(event["SUMMARY"]?.text == title)
        #expect(event["LOCATION"] == nil)
        #expect(event["DESCRIPTION"]?.text.contains("ask the visits office for the way") == false)
        #expect(event.parts("VALARM").map { $0["DESCRIPTION"]?.text } == ["Tomorrow: " + title])
        #expect(try self.event(world, perspective: .prison)["LOCATION"] != nil)
    }

    @Test("a zone that the system does not know is an error, and nothing is written")
    func unknownZone() throws {
        let world = try World().with { $0.prison.zone = "Mars/Olympus" }
        #expect(throws: ZoneError.unknown("Mars/Olympus", folder: "/usr/share/zoneinfo")) {
            try calendar(of: [world])
        }
    }

    @Test("a feed has a name, says how often to fetch it, and has no method")
    func heading() throws {
        let read = try MiniReader.read(calendar(of: []))
        #expect(read["NAME"]?.text == "Visits; family One, all")
        #expect(read["X-WR-CALNAME"]?.text == "Visits; family One, all")
        #expect(
            read["REFRESH-INTERVAL"] == .init(name: "REFRESH-INTERVAL", parameters: "VALUE=DURATION", value: "PT12H"))
        #expect(read["X-PUBLISHED-TTL"]?.value == "PT12H")
        #expect(read["METHOD"] == nil)
        #expect(read["VERSION"]?.value == "2.0")
    }
}
