import Testing
import VisitModel

@Suite("Sessions")
struct SessionTests {
    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func saturdays(
        _ id: Identifier<SessionTemplate> = "sat", every: Int = 1, anchor: Day = SessionTemplate.defaultAnchor,
        start: String = "09:30", from: Day? = nil, to: Day? = nil
    ) throws -> SessionTemplate {
        SessionTemplate(
            id: id, prison: "W1", recurrence: .weekly(.saturday, every: every, anchor: anchor),
            start: try #require(ClockTime(start)), minutes: 30, tables: 4, validFrom: from, validTo: to)
    }

    @Test("the anchor of patterns that name none is a Monday")
    func defaultAnchor() {
        #expect(SessionTemplate.defaultAnchor.description == "2024-01-01")
        #expect(SessionTemplate.defaultAnchor.weekday == .monday)
    }

    @Test("every second week is counted from the anchor's week, whatever the anchor's weekday", arguments: 0..<7)
    func everySecondWeek(offset: Int) throws {
        let monday = try day("2026-09-28")
        let template = try saturdays(every: 2, anchor: monday + offset)
        let held = DayRange(monday - 28, monday + 34).filter(template.isHeld)
        #expect(held.map(\.description) == ["2026-09-05", "2026-09-19", "2026-10-03", "2026-10-17", "2026-10-31"])
    }

    @Test("a template holds on the first and on the last day of its validity")
    func validity() throws {
        let template = try saturdays(from: try day("2026-10-03"), to: try day("2026-10-17"))
        let held = try DayRange(day("2026-09-01"), day("2026-11-30")).filter(template.isHeld)
        #expect(held.map(\.description) == ["2026-10-03", "2026-10-10", "2026-10-17"])
    }

    @Test("an extra date is held once, within its validity")
    func once() throws {
        let date = try day("2026-06-01")
        var template = try saturdays()
        template.recurrence = .once(date)
        #expect(DayRange(date - 400, date + 400).filter(template.isHeld) == [date])
        template.validTo = date - 1
        #expect(!template.isHeld(on: date))
    }

    @Test("a closure of the prison takes all its sessions away, one of a template only that one's")
    func closures() throws {
        let (morning, afternoon) = (try saturdays("am"), try saturdays("pm", start: "14:00"))
        let week = DayRange(from: try day("2026-10-01"), days: 7)
        let whole = Closure(id: "all", prison: "W1", days: week)
        let part = Closure(id: "part", prison: "W1", template: "am", days: DayRange(from: week.last + 1, days: 7))
        let elsewhere = Closure(id: "other", prison: "W2", days: DayRange(from: week.first, days: 60))
        let calendar = SessionCalendar(templates: [afternoon, morning], closures: [elsewhere, part, whole])
        let sessions = calendar.sessions(of: "W1", within: DayRange(from: week.first, days: 21))
        #expect(sessions.map(\.id) == ["pm@2026-10-10", "am@2026-10-17", "pm@2026-10-17"])
        #expect(calendar.closure(of: morning, on: try day("2026-10-10"))?.id == "part")
        #expect(calendar.session(of: afternoon, on: try day("2026-10-03")) == nil)
        #expect(calendar.sessions(of: "W3", within: week).isEmpty)
    }

    @Test("the generator and the check of a single date never differ", arguments: 0..<20)
    func agreement(seed: Int) throws {
        var random = SeededRandom(seed: UInt64(seed))
        let from = try day("2026-01-01")
        let templates = try (0..<5).map { number in
            var template = try saturdays(Identifier("t\(number)"))
            let weekday = Weekday.allCases.randomElement(using: &random) ?? .monday
            let anchor = from + Int.random(in: -100...100, using: &random)
            template.recurrence = .weekly(weekday, every: Int.random(in: 1...4, using: &random), anchor: anchor)
            return template
        }
        let closures = (0..<4).map { number in
            let first = from + Int.random(in: 0..<60, using: &random)
            let template = Bool.random(using: &random) ? templates[number].id : nil
            return Closure(
                id: Identifier("c\(number)"), prison: "W1", template: template, days: DayRange(from: first, days: 9))
        }
        let calendar = SessionCalendar(templates: templates, closures: closures)
        let days = DayRange(from: from, days: 90)
        let single = days.flatMap { day in templates.compactMap { calendar.session(of: $0, on: day)?.id } }
        #expect(calendar.sessions(of: "W1", within: days).map(\.id) == single)
        #expect(!single.isEmpty)
    }

    @Test("a session that lasts over midnight ends on the next day")
    func overMidnight() throws {
        let session = Session(of: try saturdays(start: "23:45"), on: try day("2026-10-03"))
        #expect(session.ends.description == "2026-10-04T00:15")
    }
}

@Suite("School calendars")
struct SchoolCalendarTests {
    @Test("a make-up Saturday is taught also within a holiday; a holiday is not; a term's weekdays are")
    func teaching() throws {
        func range(_ first: String, _ last: String) throws -> DayRange {
            DayRange(try #require(Day(first)), try #require(Day(last)))
        }
        let calendar = SchoolCalendar(
            id: "cn",
            stretches: [
                .init(.term, try range("2026-09-01", "2027-01-15")),
                .init(.holiday, try range("2026-10-01", "2026-10-10"), note: "国庆节"),
                .init(.makeUp, try range("2026-10-10", "2026-10-10")),
                .init(.makeUp, try range("2026-09-20", "2026-09-20")),
            ])
        let expected = [
            ("2026-08-31", false), ("2026-09-01", true), ("2026-09-05", false), ("2026-09-20", true),
            ("2026-10-01", false), ("2026-10-09", false), ("2026-10-10", true), ("2026-10-12", true),
            ("2027-01-15", true), ("2027-01-18", false),
        ]
        for (text, teaches) in expected { #expect(calendar.teaches(on: try #require(Day(text))) == teaches, "\(text)") }
    }
}

@Suite("Days on which a session is held")
struct SessionDayTests {
    @Test("the first one from a day on, in every week, every third one, and of a single date")
    func firstDay() throws {
        let monday = try #require(Day("2026-11-23"))
        func template(_ recurrence: SessionTemplate.Recurrence, to last: Day? = nil) -> SessionTemplate {
            SessionTemplate(
                id: "S", prison: "P", recurrence: recurrence, start: .midnight, minutes: 30, tables: 1, validTo: last)
        }
        let weekly = template(.weekly(.saturday, every: 1, anchor: SessionTemplate.defaultAnchor))
        #expect(weekly.firstDay(from: monday) == monday + 5 && weekly.firstDay(from: monday + 6) == monday + 12)
        #expect(
            weekly.isHeld(within: DayRange(monday, monday + 5)) && !weekly.isHeld(within: DayRange(monday, monday + 4)))
        let third = template(.weekly(.saturday, every: 3, anchor: monday + 7))
        #expect(third.firstDay(from: monday) == monday + 12 && third.firstDay(from: monday + 13) == monday + 33)
        #expect(template(weekly.recurrence, to: monday + 4).firstDay(from: monday) == nil)
        #expect(template(.once(monday)).firstDay(from: monday) == monday)
        #expect(template(.once(monday)).firstDay(from: monday + 1) == nil)
    }
}

@Suite("Escorts")
struct EscortTests {
    @Test("an escort travels while available, on weekdays of hers, and to the last day of her vetting")
    func canTravel() throws {
        let first = try #require(Day("2026-10-01"))  // a Thursday
        let escort = Escort(
            id: "E1", name: "", home: "H1", weekdays: [.thursday, .saturday],
            available: DayRange(from: first, days: 30),
            maxChildren: 4, vettedUntil: first + 14)
        #expect(DayRange(first - 7, first + 40).filter(escort.canTravel).map { $0 - first } == [0, 2, 7, 9, 14])
    }
}
