import Foundation
import Testing
import VisitModel
import VisitTestSupport

@testable import VisitReports

@Suite("Reports about people, months, money and rules")
struct MoreReportsTests {
    @Test("tell a child only of what is ahead, in the order in which it happens")
    func child() {
        let text = MoreReports.child(.english).text
        let steps = [
            "packs the papers", "You leave home", "At the gate", "There is your mother!", "say goodbye", "home again",
        ]
        let places = steps.compactMap { text.range(of: $0)?.lowerBound }
        #expect(places.count == steps.count)
        #expect(places == places.sorted())
        #expect(text.contains("14 more sleeps"))
        #expect(text.contains("If you do not want to go, say so. You may."))
        var over = Beijing.detail
        over.visit.date = Worlds.today - 1
        let none = ChildCard(Beijing.xiaoyu, visits: [over], outlooks: [], today: Worlds.today, language: .english)
        #expect(none.text.contains("There is no visit yet."))
    }

    @Test("tell a child that a date is not sure, and nothing of a gate before a screen")
    func childUnsure() {
        var detail = Beijing.homeDetail
        detail.visit.mode = .video
        let card = ChildCard(
            Beijing.lele, visits: [detail], outlooks: Beijing.outlooks, today: Worlds.today, language: .english)
        #expect(card.text.contains("the prison still has to say yes"))
        #expect(!card.text.contains("gate"))
        #expect(card.text.contains("You talk with your mother."))
    }

    @Test("ask a prison only for what it has not confirmed yet")
    func requests() {
        let list = MoreReports.requests(.english)
        #expect(list.text.contains("李乐乐, born 2024-01-02"))
        #expect(!list.text.contains("王小雨"))
        #expect(list.text.contains("Please answer by Thursday 3 December 2026."))
        #expect(list.csv.split(separator: "\r\n").count == 2)
        let other = RequestList(
            prison: Beijing.prison, weekOf: Worlds.day("2026-12-07"), visits: [Beijing.homeDetail], outlooks: [],
            language: .english)
        #expect(other.text.contains("No visit of this week is waiting for an answer."))
    }

    @Test("show an escort only the escort's own month")
    func escort() {
        let text = MoreReports.escort(.english).text
        #expect(text.contains("December 2026: 1 journey and 1 child"))
        #expect(!text.contains("王小雨"))
    }

    @Test("lay a month out in whole weeks from Monday to Sunday")
    func weeks() {
        for month in [Month(year: 2026, month: 2), Month(year: 2026, month: 11), Month(year: 2027, month: 2)] {
            let weeks = MonthGrid(month: month, entries: [:]).weeks
            #expect(weeks.allSatisfy { $0.count == 7 && $0[0].weekday == .monday })
            #expect(weeks.flatMap { $0 }.filter { $0.month == month } == Array(month.days))
            #expect(weeks[0].contains(month.firstDay) && weeks[weeks.count - 1].contains(month.days.last))
        }
    }

    @Test("say which months cost more than may be spent")
    func budget() {
        let report = MoreReports.budget(.english)
        #expect(report.text.contains("More than the budget: December 2026."))
        #expect(report.csv.contains("\"2026-12\",10000.00,0.00,16400.00,-6400.00,20\r\n"))
        #expect(report.csv.contains("\"2027-01\",,0.00,700.00,,1\r\n"))
    }

    @Test("never show a figure without a source as law", arguments: Language.allCases)
    func noLawWithoutSource(language: Language) {
        let table = MoreReports.compliance(language).content.tables[0]
        let law = TraceStep.Force.law.name[language]
        for (row, line) in zip(table.rows, MoreReports.compliance(language).lines) {
            guard case .text(let name) = row[0] else {
                Issue.record("a rule has a name")
                continue
            }
            #expect(name.contains(law) == (line.norm?.force == .law), "\(name)")
        }
        #expect(
            table.rows[1][0]
                == .text(
                    language == .english
                        ? "No rule gives a number: the operator’s figure" : "规则没有规定次数：按运营者设定"))
    }

    @Test("compute what is lacking, never below zero, and a separation longer than set")
    func compliance() {
        let tables = MoreReports.compliance(.english).content.tables
        #expect(
            tables[0].rows[0].suffix(6) == [.number(35), .number(4), .number(31), .number(8), .number(9), .number(0)])
        #expect(tables[1].rows[0].suffix(3) == [.number(50), .day(Worlds.day("2026-12-05")), "yes"])
    }

    @Test("say by whom a visit was cancelled, and never the reason in somebody's words")
    func record() {
        let report = MoreReports.record(.english)
        #expect(report.csv.contains(#"2026-03-07,14:00,30,"at a table","王小雨 and 王小晨","cancelled","the prison""#))
        #expect(report.csv.contains(#"2026-05-02,14:00,30,"at a table","王小雨 and 王小晨","missed","the household""#))
        #expect(report.content.tables[1].rows[0][3] == .number(2))
        #expect(report.content.tables[1].rows[0][4] == .number(60))
    }
}
