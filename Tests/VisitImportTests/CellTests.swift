import Testing
import VisitModel

@testable import VisitImport

@Suite("The reading of cells")
struct CellTests {
    @Test(
        "dates are read as people write them",
        arguments: [
            "2016-05-20", "2016/5/20", "2016.5.20", "2016年5月20日", "2016 年 5 月 20 日", "２０１６－０５－２０", "2016/5/20 0:00:00",
            "2016年5月20号",
        ])
    func dates(text: String) {
        #expect(DateText(text) == .day(Day(number: 16_941)))
    }

    @Test("an ISO date is read as the model reads it, over seeds", arguments: 0..<20)
    func isoDates(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<500 {
            let text =
                "\(Int.random(in: 1900...2199, using: &random))-0\(Int.random(in: 1...9, using: &random))-"
                + "\(Int.random(in: 10...31, using: &random))"
            #expect(DateText.iso(text) == Day(text))
        }
        #expect(DateText.iso("2016-5-20") == nil)
        #expect(DateText.iso("２０１６-05-20") == nil)
    }

    @Test(
        "what is no date is none",
        arguments: ["20.5.2016", "42510", "2016-05", "", "x", "2016-05-20 10:00", "2016--05-20"])
    func noDates(text: String) {
        guard case .none = DateText(text) else {
            Issue.record("\(text) was read as a date")
            return
        }
    }

    @Test(
        "a day that does not exist is told apart, and whether month and day may be exchanged",
        arguments: [("2015-02-29", false), ("2016/13/1", true), ("2016年4月31日", false)])
    func noSuchDay(text: String, isExchanged: Bool) {
        #expect(DateText(text) == .noSuchDay(isExchanged: isExchanged))
    }

    @Test(
        "times are read as people write them",
        arguments: [
            ("09:30", 570), ("9:30", 570), ("９：３０", 570), ("9:30:00", 570), ("9点30分", 570), ("9时30分", 570), ("9点", 540),
            ("24:00", 1440),
        ])
    func times(text: String, minutes: Int) {
        #expect((ClockTime(text) ?? ClockText.read(text))?.minutes == minutes)
    }

    @Test("what is no time is none", arguments: ["9.30", "25:00", "9:60", "9:30 pm", "9", "9:30:20", ":", "", "9:"])
    func noTimes(text: String) {
        #expect((ClockTime(text) ?? ClockText.read(text)) == nil)
    }

    @Test(
        "decimals are whole numbers of the smallest unit, rounded half up",
        arguments: [
            ("12", 2, 1200), ("12.5", 2, 1250), ("12.345", 2, 1235), ("12.344", 2, 1234), ("0.001", 3, 1),
            ("-1.5", 2, -150),
            ("12000000", 2, 1_200_000_000),
        ])
    func decimals(text: String, places: Int, value: Int) {
        #expect(Number.decimal(text, places: places) == value)
    }

    @Test("what is no decimal is none", arguments: ["1,5", "1.2.3", "", ".", "1.", ".5", "1e3", "--1", "12元", "1.2x"])
    func noDecimals(text: String) {
        #expect(Number.decimal(text, places: 2) == nil)
    }

    @Test(
        "words are known in English and Chinese, whatever their case, spaces and hyphens",
        arguments: [
            ("female", Sex.female), ("Female", .female), ("女", .female), ("男", .male), ("M", .male),
        ])
    func words(text: String, sex: Sex) {
        #expect(Words.sex[text] == sex)
    }

    @Test("words of more than one part", arguments: ["very-lenient", "veryLenient", "VERY LENIENT", "特宽"])
    func compoundWords(text: String) {
        #expect(Words.grade[text] == .veryLenient)
    }

    @Test("every word of every enum of the model is known")
    func completeVocabularies() {
        #expect(Prisoner.Grade.allCases.allSatisfy { Words.grade[$0.rawValue] == $0 })
        #expect(Prisoner.Sentence.allCases.allSatisfy { Words.sentence[$0.rawValue] == $0 })
        #expect(PrisonerEvent.Kind.allCases.allSatisfy { Words.event[$0.rawValue] == $0 })
        #expect(PrisonerEvent.Misconduct.allCases.allSatisfy { Words.misconduct[$0.rawValue] == $0 })
        #expect(Bond.Relation.allCases.allSatisfy { Words.bondRelation[$0.name.chinese] == $0 || $0 == .other })
        #expect(Bond.Contact.allCases.allSatisfy { Words.contact[$0.rawValue] == $0 })
        #expect(Paper.allCases.allSatisfy { Words.paper[$0.rawValue] == $0 && Words.paper[$0.name.chinese] == $0 })
        #expect(Guardian.Relation.allCases.allSatisfy { Words.guardianRelation[$0.rawValue] == $0 })
        #expect(Mode.allCases.allSatisfy { Words.mode[$0.rawValue] == $0 && Words.mode[$0.name.chinese] == $0 })
        #expect(
            Visit.Status.allCases.allSatisfy { Words.status[$0.rawValue] == $0 && Words.status[$0.name.chinese] == $0 })
        #expect(Household.Kind.allCases.allSatisfy { Words.householdKind[$0.rawValue] == $0 })
        #expect(Child.Need.allCases.allSatisfy { Words.need[$0.rawValue] == $0 })
        #expect(SchoolCalendar.Kind.allCases.allSatisfy { Words.calendarKind[$0.rawValue] == $0 })
        #expect(Place.Precision.allCases.allSatisfy { Words.precision[$0.rawValue] == $0 })
        #expect(Prison.Facility.allCases.allSatisfy { Words.facility[$0.rawValue] == $0 })
        #expect(Prison.Holds.allCases.allSatisfy { Words.holds[$0.rawValue] == $0 })
        #expect(
            Weekday.allCases.allSatisfy {
                Words.weekday[$0.shortName] == $0 && Words.weekday[$0.name.chinese] == $0
                    && Words.weekday[$0.name.english] == $0
            })
    }

    @Test(
        "weekdays are a list, or a word for several",
        arguments: [
            ("sat;sun", [Weekday.saturday, .sunday]), ("周日、周六", [.saturday, .sunday]), ("周末", [.saturday, .sunday]),
            ("Monday；星期三", [.monday, .wednesday]), ("", Weekday.allCases),
            ("workdays;sat", Weekday.allCases.dropLast()),
        ])
    func weekdays(text: String, expected: [Weekday]) throws {
        let reading = try World.read([
            "guardians.csv": "id,name,household,relation,weekdays\nG1,D (invented),H1,aunt,\(text)\n"
        ])
        #expect(reading.batch?.register.guardians.first?.weekdays == expected)
    }

    @Test("full-width digits, letters and signs are read like their narrow forms")
    func fullWidth() throws {
        let reading = try World.read([
            "sessions.csv": "id,prison,weekday,date,start,minutes,tables\nS1,PR1,ＳＡＴ,,０９：３０,３０,１２\n"
        ])
        let template = try #require(reading.batch?.register.templates.first)
        #expect(template.start == ClockTime("09:30"))
        #expect((template.minutes, template.tables) == (30, 12))
    }

    @Test("white space of any width around a cell is no part of it")
    func trimming() throws {
        let reading = try World.read(["places.csv": "id , name\nPL1,\u{3000}成都\u{A0}\n  PL2\t,\" Jianyang \"\n"])
        #expect(reading.batch?.register.places.map(\.id) == ["PL1", "PL2"])
        #expect(reading.batch?.register.places.map(\.name.english) == ["成都", "Jianyang"])
    }

    @Test("a month can be written in three ways", arguments: ["2026-09", "2026/9", "2026年9月"])
    func months(text: String) throws {
        let reading = try World.readAlone(["budgets.csv": "month,amount\n\(text),1234.5\n"])
        #expect(
            reading.batch?.register.budgets == [Budget(month: Month(year: 2026, month: 9), cents: Cents(123_450))])
    }
}
