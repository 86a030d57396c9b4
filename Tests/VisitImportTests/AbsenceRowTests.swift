import Testing
import VisitModel

@testable import VisitImport

@Suite("Absences and bans in tables")
struct AbsenceRowTests {
    @Test("rows are absences, in English and Chinese, with identifiers of their own where they name none")
    func rows() throws {
        let english = """
            id,kind,person,from,to,start,end,reason
            A1,escort,E1,2026-11-03,2026-11-05,,,training
            ,guardian,G1,2026-11-03,,13:00,18:00,
            ,child,C1,2026-11-03,,,,
            ,prisoner,M1,2026-11-03,,,,

            """
        let chinese = """
            编号,人员类别,人员编号,开始日期,结束日期,开始时间,结束时间,原因
            A1,陪同人员,E1,2026年11月3日,2026年11月5日,,,training
            ,监护人,G1,2026-11-03,,13:00,18:00,
            ,儿童,C1,2026-11-03,,,,
            ,服刑人员,M1,2026-11-03,,,,

            """
        let day = try #require(Day("2026-11-03"))
        let one = DayRange(day, day)
        let hours = try #require(ClockTime("13:00"))..<(try #require(ClockTime("18:00")))
        let expected = [
            Absence(id: "A1", person: .escort("E1"), days: DayRange(day, day + 2), reason: "training"),
            Absence(id: "child-C1-2026-11-03", person: .child("C1"), days: one),
            Absence(id: "guardian-G1-2026-11-03", person: .guardian("G1"), days: one, hours: hours),
            Absence(id: "prisoner-M1-2026-11-03", person: .prisoner("M1"), days: one),
        ]
        for (name, text) in [("absences.csv", english), ("不便日期.csv", chinese), ("请假.csv", chinese)] {
            let reading = try World.read([name: text])
            #expect(reading.short == [])
            #expect(reading.batch?.register.absences == expected)
            #expect(reading.batch?.absenceCalendars == [], "A table stands for its rows, not for the whole.")
        }
    }

    @Test("the reason of an absence is never quoted")
    func privacy() throws {
        let reading = try World.read([
            "absences.csv": "kind,person,from,reason\nescort,E77,2026-11-03,Secret\nescort,E1,2026-11-04,Sec\u{0}ret\n"
        ])
        #expect(reading.batch == nil && reading.findings.count == 2)
        #expect(!reading.findings.contains { "\($0.sentence)".contains("Sec") })
    }

    private func events(_ text: String, tables: [String: String] = [:], known: Register = Register()) throws -> Reading
    {
        try World.read(tables.merging(["prisoner_events.csv": text]) { _, new in new }, known: known)
    }

    @Test("a suspension or a breach may name a guardian or an escort")
    func visitors() throws {
        let reading = try events(
            """
            编号,服刑人员,事件,日期,截止日期,被限制会见人
            V1,M1,暂停会见人资格,2026-10-01,2026-12-31,G1
            V2,M1,会见违规,2026-10-01,,E1
            V3,M1,暂停会见人资格,2026-10-01,,

            """)
        #expect(reading.short == ["warning missing-value prisoner_events.csv:4:6"])
        #expect(reading.batch?.register.events.map(\.visitor) == [.guardian("G1"), .escort("E1"), nil])
        #expect(reading.batch?.register.events.map(\.isBan) == [true, true, false])
    }

    @Test(
        "a transfer names the prison to which it leads; where it does not, the row is told and its note is not quoted")
    func transfers() throws {
        let reading = try events(
            """
            编号,服刑人员,事件,日期,备注
            V1,M1,调监,2026-10-01,PR2
            V2,M1,调监,2026-10-02,Sec ret
            V3,M1,调监,2026-10-03,

            """)
        #expect(
            reading.short == [
                "warning unknown-reference prisoner_events.csv:3:5",
                "warning unknown-reference prisoner_events.csv:4:5",
            ])
        #expect(reading.findings.allSatisfy { !"\($0.sentence)".contains("Sec ret") })
        #expect(reading.findings.first?.sentence.chinese.contains("调入监狱的编号") == true)
    }

    @Test("an identifier that a guardian and an escort share is no visitor, and is told so in both languages")
    func sharedIdentifier() throws {
        let reading = try events(
            "id,prisoner,event,date,visitor\nV1,M1,visitBreach,2026-10-01,G1\n",
            tables: ["escorts.csv": "id,name,home,from,to,max_children\nG1,F (invented),H2,2026-09-01,2027-08-31,1\n"])
        let fault = try #require(reading.findings.first { $0.severity == .error })
        #expect(fault.code == "contradiction" && fault.location?.line == 2 && fault.location?.column == 5)
        #expect(fault.sentence.english.contains("both a guardian and an escort have it"))
        #expect(fault.sentence.chinese.contains("监护人和陪同人员都用了此编号"))
        #expect(reading.findings.filter { $0.severity != .error }.map(\.code) == ["same-person"])
    }

    @Test("a table without the column, or an empty cell, takes the name off no ban; another kind of event does")
    func emptyCell() throws {
        var known = Register()
        known.events = [
            PrisonerEvent(
                id: "V1", prisoner: "M1", kind: .visitorSuspended, date: try #require(Day("2026-10-01")),
                visitor: .guardian("G1"))
        ]
        for text in [
            "id,prisoner,event,date,until\nV1,M1,visitorSuspended,2026-10-01,2026-12-31\n",
            "id,prisoner,event,date,until,visitor\nV1,M1,visitorSuspended,2026-10-01,2026-12-31,\n",
        ] {
            #expect(try events(text, known: known).batch?.register.events.map(\.visitor) == [.guardian("G1")])
        }
        let other = try events("id,prisoner,event,date\nV1,M1,solitary,2026-10-01\n", known: known)
        #expect(other.batch?.register.events.map(\.visitor) == [nil])
    }
}
