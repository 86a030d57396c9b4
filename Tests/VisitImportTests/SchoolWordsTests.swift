import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitImport

@Suite("What events of schools say")
struct SchoolWordsTests {
    private func meaning(
        _ summary: String, categories: [String] = [], on day: String = "2026-11-18", days: Int = 1
    ) throws -> SchoolWords.Meaning {
        let first = try #require(Day(day))
        var event = CalendarEvent(line: 1, start: Moment(date: first))
        event.summary = summary
        event.categories = categories
        return SchoolWords.meaning(of: event, on: DayRange(from: first, days: days))
    }

    @Test(
        "words count as whole words",
        arguments: [
            "Pancake Breakfast", "退休教师座谈会", "请假制度说明会", "Determined to succeed", "Weekend of sport", "Coffee break",
            "Holiday concert",
            "Mid-term exams", "Library closed", "期末考试", "Last day to register", "First day of spring", "End of Ramadan",
            "Sports day",
            "Quarterback meeting", "Back to School Night", "春节", "Return slips for the trip",
        ])
    func noDays(summary: String) throws {
        #expect(try meaning(summary) == .unknown)
    }

    @Test(
        "days off are told from others",
        arguments: [
            "Half-term", "Christmas holiday", "No school – snow", "Inset day", "Teacher workday", "In-service day",
            "PD Day", "Spring break",
            "Bank holiday", "School closed", "国庆节放假", "元旦假", "清明小长假", "停课", "劳动节（休）", "补休", "Staff development day",
        ])
    func holidays(summary: String) throws {
        #expect(try meaning(summary) == .days(.holiday))
    }

    @Test(
        "at a weekend such words mean teaching, and an exchange means a day off in the week",
        arguments: [
            "元旦调休 上班", "调休上班", "元旦（班）", "元旦 补班 第1天/共1天", "Make-up day", "Working Saturday", "补课", "Business Day",
        ])
    func makeUpDays(summary: String) throws {
        #expect(try meaning(summary, on: "2026-12-05") == .days(.makeUp))
    }

    @Test("an exchange alone is teaching at a weekend and a day off in the week")
    func exchange() throws {
        #expect(try meaning("元旦调休", on: "2026-12-05") == .days(.makeUp))
        #expect(try meaning("元旦调休", on: "2026-12-04") == .days(.holiday))
        #expect(try meaning("春节放假调休", days: 9) == .days(.holiday))
        #expect(try meaning("元旦调休", categories: ["调休", "Business Day"], on: "2026-12-05") == .days(.makeUp))
        #expect(try meaning("春节", categories: ["节假日", "Holiday"]) == .days(.holiday))
        #expect(try meaning("国庆节放假，10月10日上班", days: 7) == .both)
    }

    @Test(
        "borders are told from stretches",
        arguments: [
            ("First day of term", TermBorder.Kind.termBegins), ("Term 2 starts", .termBegins),
            ("pupils resume", .termBegins),
            ("All resume", .termBegins), ("Pupils return after the holidays", .termBegins), ("开学", .termBegins),
            ("学期开始", .termBegins),
            ("Last day of term", .termEnds), ("School breaks up", .termEnds), ("Term ends", .termEnds),
            ("学期结束", .termEnds),
            ("School closes for Christmas holidays", .termEnds), ("Last day before winter break", .termEnds),
            ("Winter vacation begins", .holidaysBegin), ("寒假开始", .holidaysBegin), ("Half term ends", .holidaysEnd),
            ("暑假结束", .holidaysEnd),
        ])
    func borders(summary: String, kind: TermBorder.Kind) throws {
        #expect(try meaning(summary) == .border(kind))
    }

    private func border(_ kind: TermBorder.Kind, _ day: String) throws -> TermBorder {
        TermBorder(kind: kind, day: try #require(Day(day)), line: 1, summary: "x")
    }

    @Test("borders make terms in pairs, whatever their order; holidays begin and end between them")
    func pairs() throws {
        let pairing = TermPairing(
            [
                try border(.termEnds, "2026-12-22"), try border(.termBegins, "2026-09-01"),
                try border(.holidaysEnd, "2027-01-04"), try border(.holidaysBegin, "2027-03-27"),
            ], beside: [])
        #expect(pairing.terms.map(\.days.description) == ["2026-09-01…2026-12-22", "2027-01-05…2027-03-26"])
        #expect(pairing.faults.isEmpty)
        #expect(TermPairing([try border(.termEnds, "2026-12-22")], beside: []).faults.count == 1)
        #expect(
            TermPairing(
                [try border(.termBegins, "2026-09-01"), try border(.termBegins, "2026-09-03")], beside: []
            ).faults.count == 2)
    }

    @Test("a border within a term that is given says nothing new")
    func bordersWithinTerms() throws {
        let term = SchoolCalendar.Stretch(
            .term, DayRange(try #require(Day("2026-09-01")), try #require(Day("2026-12-22"))))
        let pairing = TermPairing([try border(.termEnds, "2026-12-22")], beside: [term])
        #expect(pairing.terms.isEmpty && pairing.faults.isEmpty)
    }

    @Test(
        "a row of a term can name a country, whose public holidays are then part of the calendar; other years are told")
    func publicHolidays() throws {
        try TemporaryFolder.use { folder in
            try folder.write(
                "calendar,kind,from,to,note\nXX,holiday,2026-10-01,2026-10-07,National Day\nXX,make-up,2026-10-10,,\n",
                to: "holidays/XX.csv")
            try folder.write(
                "calendar,kind,from,to,note,country\nSC1,term,2026-09-01,2026-10-04,,xx\nSC1,term,2026-10-08,2027-01-22,,XX\n",
                to: "school_calendars.csv")
            let reader = FileReader(known: Register(), holidays: folder.path("holidays"))
            let reading = try reader.read([folder.path("school_calendars.csv")])
            let calendar = try #require(reading.batch?.register.schoolCalendars.first)
            #expect(
                calendar.stretches.map { "\($0.kind.rawValue) \($0.days)" } == [
                    "term 2026-09-01…2026-10-04", "holiday 2026-10-01…2026-10-04", "term 2026-10-08…2027-01-22",
                    "make-up 2026-10-10",
                ])
            #expect(reading.findings.map(\.code) == ["unknown-holidays"])
            try folder.write(
                "calendar,kind,from,to,country\nSC1,term,2026-09-01,2027-01-22,YY\nSC1,holiday,2026-10-01,,XX\n",
                to: "school_calendars.csv")
            let faulty = try reader.read([folder.path("school_calendars.csv")])
            #expect(faulty.findings.map(\.code) == ["unknown-word", "contradiction"])
            // A country's file is a matter of those who name it.
            try folder.write("calendar,kind,from\nZZ,holiday,2026-02-30\n", to: "holidays/ZZ.csv")
            for (country, codes) in [("", []), ("ZZ", ["unknown-holidays", "no-such-day"])] {
                try folder.write(
                    "calendar,kind,from,to,country\nSC1,term,2026-09-01,2026-12-20,\(country)\n",
                    to: "school_calendars.csv")
                let codesTold = try reader.read([folder.path("school_calendars.csv")]).findings.map(\.code)
                #expect(Set(codesTold) == Set(codes))
            }
        }
    }

    @Test("a calendar that was made with a country's public holidays keeps them where the next file has no such column")
    func publicHolidaysKept() throws {
        try TemporaryFolder.use { folder in
            try folder.write(
                "calendar,kind,from,to,note\nXX,holiday,2026-10-01,2026-10-07,National Day\nXX,make-up,2026-10-10,,\n",
                to: "holidays/XX.csv")
            func read(_ text: String, known: Register = Register()) throws -> Register {
                try folder.write(text, to: "school_calendars.csv")
                let reader = FileReader(known: known, holidays: folder.path("holidays"))
                let reading = try reader.read([folder.path("school_calendars.csv")])
                #expect(!reading.findings.contains { $0.severity == .error })
                return try #require(reading.batch?.register)
            }
            let with = try read("calendar,kind,from,to,country\nSC1,term,2026-09-01,2026-12-20,XX\n")
            let without = "calendar,kind,from,to\nSC1,term,2026-09-01,2026-12-20\n"
            #expect(try read(without, known: with) == with)
            let written = without + "SC1,make-up,2026-10-10,\n"
            #expect(try read(written, known: with) == with)
            // A term that begins on another day is still one of that country's.
            let moved = try read("calendar,kind,from,to\nSC1,term,2026-09-02,2026-12-20\n", known: with)
            #expect(moved.schoolCalendars.first?.stretches.map(\.kind) == [.term, .holiday, .makeUp])
            // An empty cell takes them out, and a calendar without them gets none.
            let none = try read("calendar,kind,from,to,country\nSC1,term,2026-09-01,2026-12-20,\n", known: with)
            #expect(none.schoolCalendars.first?.stretches.map(\.kind) == [.term])
            #expect(try read(without, known: none) == none)
        }
    }

    @Test("China's arrangement for 2026 ships as it was published: 33 days off and six weekends worked for them")
    func chinaIn2026() throws {
        let folder = FormatPageTests.page.appending(path: "../../../Config/holidays").standardized.path
        let countries = try PublicHolidays.all(in: folder)
        #expect(countries.map(\.country) == ["CN"])
        let china = try #require(countries.first)
        #expect(china.findings.isEmpty)
        let year = DayRange(try #require(Day("2026-01-01")), try #require(Day("2026-12-31")))
        let published = china.stretches(within: year)
        #expect(published.filter { $0.kind == .holiday }.map(\.days.count) == [3, 9, 3, 5, 3, 3, 7])
        // Days on which offices are closed in the week, and open at its end, copied from the notice by themselves.
        let calendar = SchoolCalendar(id: "CN", stretches: [.init(.term, year)] + published)
        let unusual = year.filter { calendar.teaches(on: $0) != ($0.weekday < .saturday) }.map { "\($0)".dropFirst(5) }
        #expect(
            unusual == [
                "01-01", "01-02", "01-04", "02-14", "02-16", "02-17", "02-18", "02-19", "02-20", "02-23", "02-28",
                "04-06", "05-01", "05-04", "05-05", "05-09", "06-19", "09-20", "09-25", "10-01", "10-02", "10-05",
                "10-06", "10-07", "10-10",
            ])
        #expect(china.unknownYears(of: DayRange(year.last, year.last + 1)) == [2027])
    }

    @Test("holidays alone in a second import are told to come with their terms")
    func holidaysAlone() throws {
        var known = Register()
        let first = try #require(Day("2026-09-01"))
        known.schoolCalendars = [SchoolCalendar(id: "SC1", stretches: [.init(.term, DayRange(from: first, days: 140))])]
        let reading = try World.readAlone(
            ["school_calendars.csv": "calendar,kind,from,to\nSC1,holiday,2026-10-01,2026-10-07\n"], known: known)
        #expect(reading.batch == nil)
        #expect(reading.findings.first?.advice?.english.contains("together with the file that gave the terms") == true)
    }
}
