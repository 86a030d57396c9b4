import Testing
import VisitModel

@testable import VisitReports

@Suite("What is to be done, told to a caseworker")
struct TasksTextTests {
    @Test("a visit that was called off comes first, by number and day, with why, until somebody has told the family")
    func calledOff() {
        let list = TaskList(today: Worlds.today, within: 30, tasks: [], calledOff: [MoreDocuments.calledOff])
        let chinese = TasksText(list, language: .chinese).text
        #expect(chinese.hasPrefix("已取消：请告知家属"))
        #expect(chinese.contains("V-0123（2026-12-05，已确认）：服刑人员 P1 的释放日期为") && chinese.contains("家庭 H1"))
        #expect(!chinese.contains("没有待办事项"))
        #expect(TasksText(list, language: .english).text.contains("visitctl visit told"))
    }

    @Test(
        "another date is promised where there can be one, and to nobody who is free or must not meet",
        arguments: [
            (VisitFlag.Code.closed, true), (.prisonerElsewhere, true), (.released, false), (.contactForbidden, false),
            (.declinedByChild, false),
        ])
    func promise(code: VisitFlag.Code, isPromised: Bool) {
        var calledOff = MoreDocuments.calledOff
        calledOff.flag = VisitFlag(visit: calledOff.visit.id, code: code).ending(.confirmed)
        let list = TaskList(today: Worlds.today, within: 30, tasks: [], calledOff: [calledOff])
        #expect(TasksText(list, language: .chinese).text.contains("下次排期会另找日期") == isPromised)
        #expect(TasksText(list, language: .english).text.contains("looks for another date") == isPromised)
        #expect(!VisitFlag.Code.released.advice.english.contains("date where they can meet"))
    }

    @Test("a visit that does not hold is told with what to do, and without names of people")
    func flagged() {
        let flag = VisitFlag(visit: "V1", code: .adultAbsent, subject: "guardian G1", facts: [.init("absence", "A1")])
        var list = TaskList(today: Worlds.today, within: 30, tasks: [], flagged: [.init(Beijing.visit, flag)])
        #expect(TasksText(list, language: .english).text.contains("Guardian G1 cannot go along"))
        for language in Language.allCases {
            #expect(TasksText(list, language: language).text.contains(" [adult-absent]\n"), "By this it is let pass.")
        }
        #expect(TasksText(list, language: .chinese).text.contains(VisitFlag.Code.adultAbsent.advice.chinese))
        list.flagged[0].flag.waiver = VisitWaiver(
            visit: "V1", code: .adultAbsent, actor: "local", reason: "r", moment: Instant(seconds: 0))
        #expect(!TasksText(list, language: .chinese).text.contains(VisitFlag.Code.adultAbsent.advice.chinese))
    }
}

@Suite("Why there is no visit, in an explanation")
struct RefusalFigureTests {
    @Test("figures are labelled in the reader's language; of a date that did not hold the sentence tells them all")
    func figures() {
        var refusal = Beijing.refusal
        #expect(refusal.figures(.chinese) == ["场次：12", "陪同人员：1", "场次：13"])
        refusal.code = .doesNotHold
        refusal.facts = [.init("visit", "8e4a64b2"), .init("cents", "414906")]
        #expect(refusal.figures(.chinese).isEmpty)
    }
}
