import Testing
import VisitModel

@testable import VisitRules

@Suite("merging")
struct MergingTests {
    /// A rule of that force with those effects.
    private static func rule(
        _ id: String, _ force: TraceStep.Force, _ effects: Effect..., conditions: [Condition] = []
    ) throws -> Rule {
        let text = BilingualText("test")
        let sentence = try SentenceTemplate.parse(BilingualText("{value}")).get()
        return Rule(
            id: id, pack: "TEST", title: text, citation: text, force: force, confidence: .verified,
            validFrom: day("2000-01-01"), scope: Scope(), conditions: conditions,
            provisions: effects.map { Rule.Provision(effect: $0, sentence: sentence) },
            location: SourceLocation(file: "test.yaml"))
    }

    private static func visits(_ rules: [Rule], protects: Bool = false) -> Entitlement {
        Packs.book(of: rules).entitlement(for: .chinese(protects: protects))
    }

    @Test("the highest floor counts")
    func floors() throws {
        let answer = Self.visits([
            try Self.rule("A", .law, .floor(.visits, .fixed(1), per: .calendarMonth)),
            try Self.rule("B", .soft, .floor(.visits, .fixed(2), per: .calendarMonth)),
        ])
        #expect(answer.visits?.count == 2)
    }

    @Test("floors over different periods are compared by their rate")
    func rates() throws {
        let answer = Self.visits([
            try Self.rule("A", .law, .floor(.visits, .fixed(3), per: .calendarMonth)),
            try Self.rule("B", .law, .floor(.visits, .fixed(1), per: .days(7))),
        ])
        #expect(answer.visits?.count == 1)
        #expect(answer.visits?.period.days(around: day("2026-12-05")).count == 7)
    }

    /// 1101 minutes in 713 days are 1101 · 146 097 / (713 · 4800) = 160 852 797 / 3 422 400 minutes a month: three parts of
    /// the 3 422 400 below 47, which a comparison that lets a millionth pass takes for 47.
    @Test("what falls short of a whole number by less than a millionth is not that number")
    func justBelow() throws {
        let answer = Self.visits([
            try Self.rule("A", .law, .cap(.minutes, .fixed(30), per: .calendarMonth, isSoft: true)),
            try Self.rule("B", .policy, .bonus(.minutes, .raisingTo(.fixed(1101)), per: .days(713))),
        ])
        #expect(answer.minutesPerPeriod?.minutes == 46)
    }

    @Test("so many a month and twelve times as many a year are the same, and no conflict", arguments: 1...31)
    func monthAndYear(count: Int) throws {
        let answer = Self.visits([
            try Self.rule("A", .law, .floor(.visits, .fixed(12 * count), per: .calendarYear)),
            try Self.rule("B", .law, .cap(.visits, .fixed(count), per: .calendarMonth, isSoft: false)),
        ])
        #expect(answer.conflicts.isEmpty)
        #expect(answer.visits == Entitlement.Quota(count: 12 * count, period: .calendarYear))
    }

    @Test("the lowest hard cap counts, and bonuses do not pass it")
    func hardCaps() throws {
        let answer = Self.visits([
            try Self.rule("A", .law, .cap(.visits, .fixed(4), per: .calendarMonth, isSoft: false)),
            try Self.rule("B", .law, .cap(.visits, .fixed(2), per: .calendarMonth, isSoft: false)),
            try Self.rule("C", .policy, .bonus(.visits, .adding(.fixed(5)), per: .calendarMonth)),
            try Self.rule("D", .law, .cap(.visits, .fixed(1), per: .calendarMonth, isSoft: true)),
        ])
        #expect(answer.visits?.count == 2)
        #expect(answer.steps("D").first?.overriddenBy == "B")
    }

    @Test("a soft cap yields to bonuses; of adding and raising the greater counts, not both")
    func bonuses() throws {
        let cap = try Self.rule("A", .law, .cap(.visits, .fixed(1), per: .calendarMonth, isSoft: true))
        let add = try Self.rule("B", .policy, .bonus(.visits, .adding(.fixed(1)), per: .calendarMonth))
        let raise = try Self.rule("C", .policy, .bonus(.visits, .raisingTo(.fixed(2)), per: .calendarMonth))
        #expect(Self.visits([cap, add]).visits?.count == 2)
        #expect(Self.visits([cap, raise]).visits?.count == 2)
        #expect(Self.visits([cap, add, raise]).visits?.count == 2)
        #expect(Self.visits([cap, add]).steps("A").first?.overriddenBy == "B")
    }

    @Test(
        "a floor above a hard cap is a conflict; the stronger is followed, and among equals the floor",
        arguments: [
            (TraceStep.Force.law, TraceStep.Force.policy, false, 3), (.law, .law, false, 3), (.soft, .policy, false, 1),
            (.soft, .policy, true, 3), (.soft, .law, true, 1), (.practice, .policy, false, 1),
        ])
    func conflicts(floor: TraceStep.Force, cap: TraceStep.Force, protects: Bool, count: Int) throws {
        let answer = Self.visits(
            [
                try Self.rule("F", floor, .floor(.visits, .fixed(3), per: .calendarMonth)),
                try Self.rule("C", cap, .cap(.visits, .fixed(1), per: .calendarMonth, isSoft: false)),
            ], protects: protects)
        #expect(answer.visits?.count == count)
        #expect(answer.conflicts.map(\.rules) == [["F", "C"]])
        #expect(answer.steps(count == 3 ? "C" : "F").first?.overriddenBy == (count == 3 ? "F" : "C"))
    }

    @Test("time without a number of visits is computed as whole visits")
    func derivedVisits() throws {
        let answer = Self.visits([
            try Self.rule("A", .law, .floor(.minutes, .fixed(250), per: .calendarMonth)),
            try Self.rule("B", .practice, .cap(.minutes, .fixed(60), per: .visit, isSoft: true)),
        ])
        #expect(answer.visits == Entitlement.Quota(count: 4, period: .calendarMonth))
        #expect(answer.minutesPerPeriod?.minutes == 250)
    }

    @Test("an unset parameter leaves the case undetermined, and one that cannot be read counts as unset")
    func undetermined() throws {
        let book = try Packs.book()
        let michigan = ContactCase.chinese(in: "US-MI")
        #expect(book.entitlement(for: michigan).decision == .undetermined)
        #expect(
            book.entitlement(for: michigan).unquantified.contains {
                $0.parameter == "mi.visits_per_month" && $0.isUnset
            })
        let unreadable = ContactCase.chinese(in: "US-MI", parameters: ["mi.visits_per_month": "many"])
        #expect(book.entitlement(for: unreadable).decision == .undetermined)
        #expect(book.check(unreadable.parameters).map(\.code) == ["bad-parameter"])
        #expect(
            book.check([
                Parameter(name: "mi.visits_per_month", value: "4"), Parameter(name: "travel.road.kmh", value: "x"),
            ]).isEmpty)
    }

    @Test("two restrictions of means with nothing in common do not make a ban")
    func disjointRestrictions() throws {
        func ban(_ id: String) throws -> Rule {
            try Self.rule(
                id, .practice,
                .suspend(
                    Effect.Suspension(
                        target: .prisoner, reach: .all, length: nil, restoration: .automatic, liftedVisits: nil)))
        }
        let inPerson = try Self.rule(
            "P", .policy,
            .suspend(
                Effect.Suspension(
                    target: .prisoner, reach: .inPerson, length: nil, restoration: .automatic, liftedVisits: nil)))
        let immunity = try Self.rule("I", .law, .immunity(Effect.Immunity(restrictedMeans: [.glass], needsEnd: false)))
        let answer = Self.visits([try ban("B"), inPerson, immunity])
        #expect(answer.decision == .restricted)
        #expect(!answer.modes.isEmpty)
    }

    @Test("a prisoner who does not want a visit has none")
    func consent() throws {
        var contact = ContactCase.chinese()
        contact.consents = false
        #expect(try Packs.book().entitlement(for: contact).decision == .ineligible)
    }

    @Test("a released prisoner, or one outside prison, is not visited there")
    func outside() throws {
        let book = try Packs.book()
        #expect(book.entitlement(for: .chinese(events: [event(.released, "2026-12-01")])).decision == .outOfPrison)
        #expect(book.entitlement(for: .chinese(events: [event(.released, "2026-12-06")])).decision == .allowed)
        let away = [event(.outOfPrison, "2026-10-01")]
        #expect(book.entitlement(for: .chinese(events: away)).decision == .outOfPrison)
        #expect(book.entitlement(for: .chinese(events: away + [event(.returned, "2026-12-01")])).decision == .allowed)
    }

    @Test("the gravest decision is the answer, with the last end of its kind")
    func gravest() throws {
        let events = [
            event(.solitary, "2026-12-01", until: "2026-12-10"),
            event(.strictManagement, "2026-11-20", until: "2027-01-20"),
        ]
        let answer = try Packs.book().entitlement(for: .chinese(sex: .male, events: events))
        #expect(answer.decision == .suspended)
        #expect(answer.until == day("2027-01-20"))
    }
}
