import Testing
import VisitModel

@testable import VisitReports

@Suite("Phrases of two languages")
struct PhrasesTests {
    let english = Phrases(.english)
    let chinese = Phrases(.chinese)
    let day = Worlds.day("2026-12-05")

    @Test("days are said as one says them")
    func days() {
        #expect(english.date(day) == "Saturday 5 December 2026")
        #expect(chinese.date(day) == "2026年12月5日（星期六）")
        #expect(english.tableDate(day) == "2026-12-05 Sat")
        #expect(chinese.tableDate(day) == "2026-12-05 周六")
        #expect(english.days(DayRange(day, day)) == "Saturday 5 December 2026")
        #expect(chinese.days(DayRange(day, day + 1)) == "2026年12月5日至2026年12月6日")
    }

    @Test("a time is said with its day only where that is another")
    func moments() {
        #expect(english.moment(Worlds.time("2026-12-05 09:10"), seenFrom: day) == "at 09:10")
        #expect(chinese.moment(Worlds.time("2026-12-04 21:00"), seenFrom: day) == "2026年12月4日（星期五）21:00")
        #expect(english.span(Worlds.clock("23:30"), 60) == "23:30–00:30")
    }

    @Test("durations leave out what is zero, but never everything")
    func durations() {
        #expect(english.duration(275) == "4 h 35 min")
        #expect(chinese.duration(275) == "4小时35分钟")
        #expect(english.duration(120) == "2 h")
        #expect(chinese.duration(30) == "30分钟")
        #expect(english.duration(0) == "0 min")
    }

    @Test("money has its currency, groups of three digits, and hundredths where there are any")
    func money() {
        #expect(english.money(123_450, currency: "CNY") == "CNY 1,234.50")
        #expect(chinese.money(123_456_700, currency: "CNY") == "1,234,567元")
        #expect(chinese.money(1_205, currency: "USD") == "12.05美元")
        #expect(chinese.money(100, currency: "XYZ") == "XYZ 1")
        #expect(Phrases.decimal(-5) == "−0.05")
    }

    @Test("distances are metres below a kilometre, rounded kilometres above")
    func distances() {
        #expect(english.distance(999) == "999 m")
        #expect(chinese.distance(1_500) == "2公里")
        #expect(english.distance(32_499) == "32 km")
    }

    @Test("lists join their last item by a word")
    func lists() {
        #expect(english.list([]) == "")
        #expect(english.list(["a"]) == "a")
        #expect(english.list(["a", "b"]) == "a and b")
        #expect(chinese.list(["甲", "乙", "丙"]) == "甲、乙和丙")
    }

    @Test("a sentence ends in one full stop")
    func sentences() {
        #expect(english.sentence("  Come early ") == "Come early.")
        #expect(english.sentence("Why?") == "Why?")
        #expect(chinese.sentence("请早到") == "请早到。")
        #expect(chinese.sentence("请早到。") == "请早到。")
        #expect(english.sentence(" ") == "")
        #expect(english.paragraph(["A.", "", "B."]) == "A. B.")
        #expect(chinese.paragraph(["甲。", "乙。"]) == "甲。乙。")
    }

    @Test("one is one and two are two")
    func numbers() {
        #expect(english.days(1) == "1 day")
        #expect(english.days(2) == "2 days")
        #expect(chinese.days(2) == "2天")
        #expect(english.ago(0) == "today")
        #expect(chinese.ago(50) == "距今50天")
    }
}
