import Testing
import VisitFormats
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("The answer to a guardian")
struct NextTextTests {
    @Test("tells of children together, in both languages", arguments: Language.allCases)
    func golden(language: Language) throws {
        let text = NextText(Beijing.outlooks + [Michigan.outlook], today: Worlds.today, language: language).text
        try Golden.compare(text, with: "next.\(language.rawValue).txt")
    }

    @Test("tells each child's last visit where those who go together last met on different days")
    func differentPasts() {
        var outlooks = Array(Beijing.outlooks.prefix(2))
        outlooks[1].lastVisit = nil
        let text = NextText(outlooks, today: Worlds.today, language: .chinese).text
        #expect(text.contains("王小雨：上次见面是2026年10月2日（星期五），距今50天。王小晨：没有以往会见的记录。"))
    }

    @Test("counts every child who travels along and is not named, of the same visit and of the journey's others")
    func travelAlong() {
        var outlook = Beijing.outlooks[0]
        func text() -> String { NextText([outlook], today: Worlds.today, language: .chinese).text }
        #expect(text().contains("另有1名孩子同行。"))
        let begins = Worlds.time("2026-12-05 14:00")
        let parties: [[Identifier<Child>]] = [["C1", "C2"], ["C3", "C4"]]
        let meetings = parties.map { party in
            SharedTrip.Meeting(
                session: "BJW-SAT@2026-12-05", prison: "BJW", prisoner: "P1", children: party, begins: begins,
                ends: begins + 30)
        }
        outlook.next?.visit.trip?.shared = SharedTrip(meetings: meetings)
        #expect(text().contains("另有3名孩子同行。"))
        let both = NextText(Array(Beijing.outlooks.prefix(2)), today: Worlds.today, language: .chinese).text
        #expect(!both.contains("同行"))
    }

    @Test("tells of two parents apart, also for the same child")
    func twoParents() {
        let father = Prisoner(id: "P2", name: "王强", sex: .male, prison: "BJM")
        let outlook = Outlook(
            child: Beijing.xiaoyu, prisoner: father, household: Beijing.family, relation: .father)
        let text = NextText([Beijing.outlooks[0], outlook], today: Worlds.today, language: .chinese).text
        #expect(text.contains("王小雨（9岁）：妈妈王芳\n"))
        #expect(text.contains("王小雨（9岁）：爸爸王强\n  还没有为去见爸爸做过安排，下一次排期时会寻找合适的日期。\n"))
    }

    @Test(
        "asks for an adult where none has been named, and tells how firm the date is", arguments: Visit.Status.allCases)
    func firmness(status: Visit.Status) {
        var detail = Beijing.homeDetail
        detail.visit.status = status
        detail.adults = []
        let outlook = Outlook(
            child: Beijing.lele, prisoner: Beijing.mother, household: Beijing.home, relation: .mother, next: detail)
        let text = NextText([outlook], today: Worlds.today, language: .english).text
        #expect(text.contains("Nobody has been named to go along yet."))
        let told = VisitSentences(detail: detail, phrases: Phrases(.english), currency: "CNY")
        #expect(text.contains(told.firmness))
    }

    @Test("a visit that was called off is told with why, before the next plan has looked for another date")
    func calledOff() {
        var outlook = Outlook(
            child: Beijing.xiaoyu, prisoner: Beijing.mother, household: Beijing.family, relation: .mother)
        var visit = Beijing.visit
        visit.status = .cancelled
        let flag = VisitFlag(
            visit: visit.id, code: .closed,
            facts: [.init("at", "BJW"), .init("from", "2026-12-05"), .init("until", "2026-12-05")])
        outlook.calledOff = CalledOff(visit, by: .prison, flag: flag.ending(.confirmed))
        outlook.prisonNames = [Beijing.prison.id: Beijing.prison.name]
        let chinese = NextText([outlook], today: Worlds.today, language: .chinese).text
        #expect(chinese.contains("原定2026年12月5日（星期六）去见妈妈的会见已由监狱取消。"))
        #expect(chinese.contains("\(Beijing.prison.name.chinese) 2026-12-05 停止会见。"))
        #expect(chinese.contains("下一次排期时会寻找合适的日期"))
        let english = NextText([outlook], today: Worlds.today, language: .english).text
        #expect(english.contains("on Saturday 5 December 2026 was called off by the prison."))
    }

    @Test("a visit that was called off is told before the next one, and a ban as what it is")
    func calledOffBeforeTheNext() {
        var outlook = Outlook(
            child: Beijing.xiaoyu, prisoner: Beijing.mother, household: Beijing.family, relation: .mother,
            next: Beijing.detail)
        var visit = Beijing.visit
        (visit.id, visit.status) = ("gone", .cancelled)
        outlook.calledOff = CalledOff(visit, by: .prison, flag: VisitFlag(visit: visit.id, code: .closed))
        let told = NextText([outlook], today: Worlds.today, language: .chinese).text
        let (off, next) = (told.firstRange(of: "已由监狱取消"), told.firstRange(of: "下一次见妈妈"))
        #expect(off.map { off in next.map { off.lowerBound < $0.lowerBound } ?? false } == true)

        outlook.next = nil
        outlook.calledOff = CalledOff(visit, by: .operator, flag: VisitFlag(visit: visit.id, code: .contactForbidden))
        let chinese = NextText([outlook], today: Worlds.today, language: .chinese).text
        #expect(chinese.contains("的会见已因禁止会见取消。") && !chinese.contains("运营者"))
        let english = NextText([outlook], today: Worlds.today, language: .english).text
        #expect(english.contains("was called off because contact is forbidden.") && !english.contains("operator"))
    }

    @Test("a visit of which nobody has said what became of it is told once", arguments: Language.allCases)
    func withoutOutcome(language: Language) {
        var outlooks = Array(Beijing.outlooks.prefix(2))
        var visit = Beijing.visit
        (visit.id, visit.number, visit.date) = ("past", 8, Worlds.day("2026-11-14"))
        for index in outlooks.indices { outlooks[index].withoutOutcome = visit }
        let text = NextText(outlooks, today: Worlds.today, language: language).text
        let lines = text.split(separator: "\n").map(String.init)
        let told = lines.filter { $0.contains("visitctl visit held V-0008") }
        let words = Phrases(language).choose(
            "The visit of Saturday 14 November 2026 (V-0008) has no",
            "2026年11月14日（星期六）的会见（V-0008）尚未登记结果")
        #expect(told.count == 1 && told.first?.contains(words) == true, "\(lines)")
        let results = NextDocument(outlooks, today: Worlds.today, language: language).json.text()
        #expect(results.contains("\"withoutOutcome\""))
    }

    @Test("what the judge objects to goes before a plan that knew nothing of it, and is said once")
    func obstacles() {
        var outlook = Outlook(
            child: Beijing.xiaoyu, prisoner: Beijing.mother, household: Beijing.family, relation: .mother)
        outlook.obstacles = [
            VisitFlag(visit: "x", code: .released, subject: "prisoner P1", facts: [.init("date", "2026-11-20")])
        ]
        let text = NextText([outlook], today: Worlds.today, language: .chinese).text
        #expect(text.contains("按目前的情况，还不能去见妈妈。王芳的释放日期为 2026-11-20"))
        #expect(!text.contains("下一次排期"))
        var visit = Beijing.visit
        visit.status = .cancelled
        outlook.calledOff = CalledOff(visit, by: .prison, flag: outlook.obstacles[0].ending(.confirmed))
        let ended = NextText([outlook], today: Worlds.today, language: .chinese).text
        #expect(ended.contains("王芳的释放日期为 2026-11-20") && !ended.contains("按目前的情况"))
        #expect(!ended.contains("下一次排期"), "No date is promised for somebody who is free.")
        outlook.calledOff = nil
        outlook.refusal = Beijing.refusal
        outlook.refusal?.code = .released
        let refused = NextText([outlook], today: Worlds.today, language: .chinese).text
        #expect(!refused.contains("按目前的情况") && refused.contains("目前还定不下"))
    }
}
