import Testing
import VisitApplication
import VisitModel
import VisitTestSupport

@Suite("Closing a prison")
struct ClosePrisonTests {
    /// The prison opens on Saturdays, and on Wednesday 2 December; the prison W2 on Sundays.
    private func desk(in folder: TemporaryFolder) throws -> Desk {
        var world = SmallWorld()
        var other = world.register.prisons[0]
        other.id = "W2"
        world.register.prisons.append(other)
        world.register.templates += [
            SessionTemplate(
                id: "EXTRA", prison: "W1", recurrence: .once(day("2026-12-02")), start: clock("10:00"), minutes: 30,
                tables: 2),
            SessionTemplate(
                id: "SUN", prison: "W2", recurrence: .weekly(.sunday, every: 1, anchor: SessionTemplate.defaultAnchor),
                start: clock("10:00"), minutes: 30, tables: 2),
        ]
        return try world.desk(in: folder)
    }

    private func close(
        _ desk: Desk, _ template: Identifier<SessionTemplate>? = nil, _ first: String, _ last: String
    ) throws -> [ClosureDoubt] {
        try desk.close(
            "W1", template: template, on: DayRange(day(first), day(last)), reason: "works", today: SmallWorld.today
        ).remarks
    }

    @Test("a closure that takes nothing away is refused, with what was expected, and nothing is stored")
    func idle() throws {
        try TemporaryFolder.use { folder in
            let desk = try desk(in: folder)
            let refused: [(Identifier<SessionTemplate>?, String, ClosureDoubt)] = [
                (
                    "SAT", "2026-12-11",
                    .notHeld("SAT", days: DayRange(day("2026-12-11"), day("2026-12-11")), next: day("2026-12-12"))
                ),
                ("SUN", "2026-12-13", .ofOtherPrison("SUN", "W2")), ("NONE", "2026-12-12", .noSuchSession("NONE")),
                (nil, "2026-11-14", .over(days: DayRange(day("2026-11-14"), day("2026-11-14")))),
            ]
            for (template, date, doubt) in refused {
                #expect(throws: DeskError.idleClosure(doubt)) { try close(desk, template, date, date) }
            }
            #expect(
                try desk.sessions(of: "W1", within: DayRange(day("2026-12-11"), day("2026-12-12"))).sessions.count == 1)
        }
    }

    @Test("another prison hears the same refusal whether or not the closure would take anything away")
    func notOneself() throws {
        try TemporaryFolder.use { folder in
            let whole = try desk(in: folder)
            let other = Desk(
                store: whole.store, configuration: SmallWorld.configuration, reach: .prison("W2"),
                now: { SmallWorld.instant })
            func refusal(on date: String) throws -> String {
                let failure = #expect(throws: (any Error).self) { try close(other, nil, date, date) }
                #expect(!(failure is DeskError), "\(String(describing: failure))")
                return "\(try #require(failure))"
            }
            #expect(try refusal(on: "2026-11-14") == refusal(on: "2026-12-12"))
        }
    }

    @Test(
        "the same closure twice is refused; days on which nothing is held, and extra sessions that fall out, are said")
    func said() throws {
        try TemporaryFolder.use { folder in
            let desk = try desk(in: folder)
            #expect(
                try close(desk, nil, "2026-12-14", "2026-12-15")
                    == [.nothingHeld("W1", days: DayRange(day("2026-12-14"), day("2026-12-15")))])
            let remarks = try close(desk, nil, "2026-12-01", "2026-12-06")
            #expect(remarks.count == 1)
            guard case .extraSession("EXTRA", on: day("2026-12-02"), by: _) = remarks[0] else {
                Issue.record("\(remarks)")
                return
            }
            #expect(throws: DeskError.self) { try close(desk, nil, "2026-12-01", "2026-12-06") }
            #expect(try close(desk, "SAT", "2026-12-12", "2026-12-12") == [])
        }
    }
}
