import Testing
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports
import VisitTestSupport

@Suite("Answers about what holds now")
struct CurrentAnswerTests {
    private static let today = SmallWorld.today
    private static let saturday = day("2026-12-05")

    /// Two families with a child each, whose mothers are in the prison; an escort works for the second.
    private static func world() -> SmallWorld {
        var world = SmallWorld()
        for number in ["1", "2"] {
            world.addMother("M\(number)")
            world.addFamily("H\(number)")
            world.addChild("C\(number)", in: "H\(number)", of: "M\(number)")
        }
        return world
    }

    /// An event of the first mother.
    private static func event(
        _ kind: PrisonerEvent.Kind, _ date: Day, until: Day? = nil, note: String = ""
    ) -> PrisonerEvent {
        PrisonerEvent(id: "EV", prisoner: "M1", kind: kind, date: date, until: until, note: note)
    }

    private static func next(_ desk: Desk) throws -> Outlook {
        try #require(try desk.outlooks(OutlookSelection(children: ["C1"]), today: today).first)
    }

    private static func explain(_ desk: Desk, on date: Day? = saturday) throws -> Explanation {
        try #require(try desk.explain(.bond("C1", "M1"), on: date, today: today).first)
    }

    // MARK: Called off

    @Test("an agreed visit that an import ends stands in tasks, check and next, until somebody has told the family")
    func released() throws {
        let world = Self.world()
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let planned = try desk.plan(fourWeeks()).plan.visits
            let visit = try #require(planned.first { $0.children == ["C1"] })
            _ = try desk.take(Desk.Step(.confirm, by: .prison), on: [visit.id], today: Self.today)
            let events = try folder.write(
                "id,prisoner,event,date\nEV,M1,released,2026-11-23\n", to: "prisoner_events.csv")
            _ = try desk.importFiles([events], today: Self.today)
            #expect(try desk.visit(visit.id).visit.status == .cancelled)

            let list = try desk.tasks(within: 30, prisoner: nil, household: nil, today: Self.today)
            #expect(list.calledOff.map(\.visit.id) == [visit.id])
            #expect(list.calledOff.first?.flag?.calledOff == .confirmed)
            let others = try desk.tasks(within: 30, prisoner: "M2", household: nil, today: Self.today)
            #expect(others.calledOff.isEmpty)
            let finding = try #require(try desk.check(today: Self.today).first)
            #expect(finding.code == "released" && finding.visits == [visit.id])
            #expect(finding.sentence.chinese.contains("已取消") && finding.sentence.english.contains("2026-11-23"))
            #expect(!finding.sentence.english.contains("invented"), "A finding names nobody.")
            let advice = try #require(finding.advice)
            #expect(!advice.english.contains("another date") && !advice.chinese.contains("另找日期"), "She is free.")
            #expect(finding.check == nil, "What is called off cannot be let pass.")

            let outlook = try Self.next(desk)
            #expect(outlook.next == nil && outlook.calledOff?.visit.id == visit.id)
            #expect(outlook.obstacles.map(\.code) == [.released])
            let told = ExplainText(try Self.explain(desk), language: .chinese).text
            #expect(told.contains("（\(visit.date)）已取消。"))

            _ = try desk.told(visit.id, how: "")
            #expect(try desk.told(of: visit.id)?.reason == VisitWaiver.noWords)
            #expect(
                try desk.tasks(within: 30, prisoner: nil, household: nil, today: Self.today).calledOff.isEmpty)
            #expect(try desk.check(today: Self.today).allSatisfy { $0.visits != [visit.id] })
        }
    }

    @Test("a closure by hand is a task too")
    func closed() throws {
        try TemporaryFolder.use { folder in
            let desk = try Self.world().desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first { $0.children == ["C1"] })
            _ = try desk.take(Desk.Step(.request, by: .household), on: [visit.id], today: Self.today)
            _ = try desk.close("W1", on: DayRange(visit.date, visit.date), reason: "装修", today: Self.today)
            let list = try desk.tasks(within: 30, prisoner: nil, household: nil, today: Self.today)
            #expect(list.calledOff.map(\.visit.id) == [visit.id])
            #expect(TasksText(list, language: .chinese).text.contains("女子监狱 \(visit.date) 停止会见：装修"))
            let advice = try #require(try desk.check(today: Self.today).first?.advice)
            #expect(advice.english.contains("looks for another date") && advice.chinese.contains("下次排期会另找日期"))
        }
    }

    @Test("check names with what does not hold the code by which visit waive lets it pass")
    func waivable() throws {
        var world = Self.world()
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first { $0.children == ["C1"] })
            _ = try desk.take(Desk.Step(.confirm, by: .prison), on: [visit.id], today: Self.today)
            world.register.guardians[0].accompanies = false
            try world.update(desk)
            let finding = try #require(try desk.check(today: Self.today).first { $0.visits == [visit.id] })
            let check = try #require(finding.check)
            let advice = try #require(finding.advice)
            #expect(advice.english.contains("visit waive --check \(check.rawValue)"))
            #expect(advice.chinese.contains("visit waive --check \(check.rawValue)"))
            _ = try desk.review(today: Self.today)
            _ = try desk.waive(visit.id, check, reason: "agreed by telephone")
            #expect(try desk.check(today: Self.today).allSatisfy { $0.check != check || $0.severity == .note })
        }
    }

    // MARK: Answers of the judge

    @Test("explain and next say what the judge says: a bond that was just forbidden")
    func forbidden() throws {
        var world = Self.world()
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            #expect(try Self.explain(desk).obstacles.isEmpty)
            #expect(try Self.next(desk).obstacles.isEmpty)
            world.register.bonds[0].contact = .forbidden
            try world.update(desk)
            let explanation = try Self.explain(desk)
            #expect(explanation.obstacles.map(\.code) == [.contactForbidden])
            let text = ExplainText(explanation, language: .chinese).text
            #expect(text.contains("按目前的情况，当天不能会见") && text.contains("Child C1 (invented)与服刑人员的会见联系已被禁止"))
            #expect(try Self.next(desk).obstacles.map(\.code) == [.contactForbidden])
        }
    }

    @Test(
        "explain and next say what the judge says: released, moved, out of prison",
        arguments: [
            (PrisonerEvent.Kind.released, "2026-11-20", VisitFlag.Code.released),
            (.outOfPrison, "2026-11-20", .prisonerAway), (.transferred, "2026-11-20", .whereaboutsUnknown),
        ])
    func prisoner(kind: PrisonerEvent.Kind, date: String, code: VisitFlag.Code) throws {
        var world = Self.world()
        world.register.events = [Self.event(kind, day(date))]
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            #expect(try Self.explain(desk).obstacles.map(\.code) == [code])
            #expect(try Self.next(desk).obstacles.map(\.code) == [code])
            let document = ExplainDocument(try Self.explain(desk), language: .english).json.text(pretty: false)
            #expect(document.contains("\"obstacles\":[{\"code\":\"\(code.rawValue)\""))
            let others = try desk.outlooks(OutlookSelection(children: ["C2"]), today: Self.today)
            #expect(others.first?.obstacles.isEmpty == true)
        }
    }

    @Test("a day on which the prison is closed, or opens no session, is told where somebody asks about that day")
    func session() throws {
        var world = Self.world()
        world.register.closures = [
            Closure(id: "CL", prison: "W1", days: DayRange(Self.saturday, Self.saturday), reason: "repairs")
        ]
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            #expect(try Self.explain(desk).obstacles.map(\.code) == [.closed])
            #expect(try Self.explain(desk, on: Self.saturday + 1).obstacles.map(\.code) == [.noSession])
            #expect(try Self.explain(desk, on: Self.saturday + 7).obstacles.isEmpty)
            #expect(try Self.explain(desk, on: nil).obstacles.isEmpty, "Nobody asks about today.")
        }
    }

    @Test("an adult who is on another journey at that time is not offered, and neither is one whom nobody may name")
    func adults() throws {
        var world = Self.world()
        world.register.households.append(
            Household(id: "HOME", name: "Home (invented)", kind: .charityHome, place: "NEAR"))
        world.register.escorts = [
            Escort(
                id: "E1", name: "Escort (invented)", home: "HOME",
                available: DayRange(day("2026-01-01"), day("2027-12-31")), maxChildren: 4)
        ]
        world.register.households[0].escortsFrom = "HOME"
        world.register.prisons.append(
            Prison(
                id: "W2", name: BilingualText(en: "Other Prison", zh: "别的监狱"), jurisdiction: Jurisdiction("CN-AH"),
                holds: .female, place: "FAR", zone: "Asia/Shanghai"))
        world.register.prisoners[1].prison = "W2"
        world.register.visits = [
            Visit(
                id: "busy", status: .confirmed, prisoner: "M2", household: "H2", children: ["C2"],
                companion: .escort("E1"), prison: "W2", date: Self.saturday, start: clock("10:00"), minutes: 30)
        ]
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            func obstacle(_ adult: Visit.Companion, on date: Day = Self.saturday) throws -> BilingualText? {
                try #require(try Self.explain(desk, on: date).companions.first { $0.adult == adult }).obstacle
            }
            let busy = try #require(try obstacle(.escort("E1")))
            #expect(busy.english.contains("two places at once") && busy.english.contains("2026-12-05"))
            #expect(!busy.english.contains("busy"), "The other visit is not named by its identifier.")
            #expect(try obstacle(.escort("E1"), on: Self.saturday + 7) == nil)
            #expect(try obstacle(.guardian("G-H1")) == nil)
            world.register.events = [Self.event(.visitorSuspended, day("2026-11-01"))]
            try world.update(desk)
            #expect(try obstacle(.guardian("G-H1"))?.english.contains("banned") == true)
            #expect(try obstacle(.escort("E1"), on: Self.saturday + 7)?.english.contains("banned") == true)
        }
    }

    // MARK: Steps and findings

    @Test("asking the prison too late is told with the step, and not refused")
    func lateRequest() throws {
        var world = SmallWorld(bookingWindow: 2...90)
        world.addMother("M1")
        world.addFamily("H1")
        world.addChild("C1", in: "H1", of: "M1")
        world.register.bonds[0].papers = Paper.allCases
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let late = try desk.take(Desk.Step(.request), on: [visit.id], today: visit.date - 1)
            #expect(late.first?.visit.status == .requested)
            #expect(late.first?.flags.map(\.code) == [.bookingClosed])
        }
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first)
            let inTime = try desk.take(Desk.Step(.request), on: [visit.id], today: Self.today)
            #expect(inTime.first?.flags.isEmpty == true)
        }
    }

    @Test("a refused step names the visit by its number")
    func refusedStep() throws {
        var world = Self.world()
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first { $0.children == ["C1"] })
            world.register.guardians[0].accompanies = false
            try world.update(desk)
            let failure = #expect(throws: (any Error).self) {
                try desk.take(Desk.Step(.confirm), on: [visit.id], today: Self.today)
            }
            let told = "\((failure as? any Failure)?.sentence.english ?? "")"
            #expect(told.contains("V-000") && !told.contains(visit.id.text), "\(told)")
            #expect(told.contains(". [does-not-accompany]"), "By this code somebody can let it pass.")
        }
    }

    @Test("a transfer that the prisoner's row does not show is found, and refusals for it say what to change")
    func transferNotInRegister() throws {
        for date in ["2026-11-20", "2026-11-24"] {
            var world = Self.world()
            var other = world.register.prisons[0]
            other.id = "W2"
            world.register.prisons.append(other)
            world.register.events = [Self.event(.transferred, day(date))]
            world.register.events[0].note = "W2"
            try TemporaryFolder.use { folder in
                let desk = try world.desk(in: folder)
                let plan = try desk.plan(fourWeeks()).plan
                let refusal = try #require(plan.refusals.first { $0.prisoner == world.register.events[0].prisoner })
                #expect(refusal.wouldHelp.contains { $0.english.contains("prisoners.csv") }, "\(refusal)")
                func isTold() throws -> Bool {
                    try desk.check(today: Self.today).contains { $0.code == "transfer-not-in-register" }
                }
                #expect(try isTold())
                world.register.prisoners[0].prison = "W2"
                try world.update(desk)
                #expect(try !isTold())
            }
        }
    }

    @Test("an agreed visit that such a transfer ends promises no other date: check, tasks and next say what to change")
    func calledOffByTransferNotInRegister() throws {
        var world = Self.world()
        var other = world.register.prisons[0]
        other.id = "W2"
        world.register.prisons.append(other)
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let visit = try #require(try desk.plan(fourWeeks()).plan.visits.first { $0.children == ["C1"] })
            _ = try desk.take(Desk.Step(.confirm, by: .prison), on: [visit.id], today: Self.today)
            let events = try folder.write(
                "id,prisoner,event,date,note\nEV,M1,transferred,2026-11-23,W2\n", to: "prisoner_events.csv")
            _ = try desk.importFiles([events], today: Self.today)
            let findings = try desk.check(today: Self.today)
            let finding = try #require(findings.first { $0.code == "prisoner-elsewhere" })
            for language in Language.allCases {
                let advice = try #require(finding.advice)[language]
                #expect(advice.contains("prisoners.csv") && advice.contains("W2"), "\(advice)")
                #expect(!advice.contains("next plan") && !advice.contains("下次排期"), "\(advice)")
                let next = NextText([try Self.next(desk)], today: Self.today, language: language).text
                #expect(next.contains("prisoners.csv") && next.contains("W2"), "\(next)")
            }
            let list = try desk.tasks(within: 30, prisoner: "M1", household: nil, today: Self.today)
            let said = list.calledOff.compactMap(\.outlook) + list.flagged.map(\.advice)
            #expect(!said.isEmpty && said.allSatisfy { $0.english.contains("prisoners.csv") }, "\(said)")
        }
    }

    @Test("a transfer to nowhere, a suspension of nobody and a parameter of nobody are found")
    func found() throws {
        var world = Self.world()
        world.register.events = [Self.event(.transferred, day("2026-11-20"))]
        world.register.parameters = [
            Parameter(name: "foo.bar", value: "1"), Parameter(name: "cn.escort_age", value: "16"),
        ]
        try TemporaryFolder.use { folder in
            let desk = try world.desk(in: folder)
            let findings = try desk.check(today: Self.today)
            #expect(findings.contains { $0.code == "transfer-to-unknown-prison" && $0.subject == "prisoner event EV" })
            #expect(findings.filter { $0.code == "unknown-parameter" }.map(\.subject) == ["parameter foo.bar"])
            world.register.events = [Self.event(.visitorSuspended, day("2026-11-20"))]
            try world.update(desk)
            #expect(try desk.check(today: Self.today).contains { $0.code == "ban-of-everybody" })
        }
    }
}
