import Testing
import VisitModel
import VisitRules
import VisitTestSupport

@testable import VisitPlanning

/// Every reason for which people cannot move a visit by hand, each with the nearest case that is allowed.
@Suite("Why a move is refused")
struct MoveRefusalTests {
    private static let target = day("2026-12-12")
    private static let session: Identifier<Session> = "SAT@2026-12-12"

    /// One child with a visit on 5 December, where nobody asks for notice; 12 December is 19 days ahead.
    private static func world(window: ClosedRange<Int> = 0...90) -> PlanningWorld {
        var world = PlanningWorld.oneChild(bookingWindow: window)
        world.set("cn.notice_days", "0")
        world.register.visits = [world.visit("V1", on: "2026-12-05", .confirmed)]
        return world
    }

    /// Where the first visit of the world would be on 12 December.
    @discardableResult
    private func move(_ world: PlanningWorld, by book: RuleBook = PlanningWorld.book) throws -> Placement {
        let check = MoveCheck(
            world.register.visits[0], world.snapshot, horizon: world.horizon, book: book, today: world.today)
        return try check.placement(in: try check.session(on: Self.target, at: clock("10:00")), ledger: [])
    }

    private func expect(
        _ refusal: MoveRefusal, _ world: PlanningWorld, by book: RuleBook = PlanningWorld.book,
        at place: Testing.SourceLocation = #_sourceLocation
    ) {
        #expect(throws: refusal, sourceLocation: place) { try move(world, by: book) }
        #expect(!refusal.code.isEmpty && refusal.kind == .conflict, sourceLocation: place)
        for text in [refusal.sentence.english, refusal.sentence.chinese] {
            #expect(!text.isEmpty, sourceLocation: place)
        }
        #expect(refusal.sentence.english != refusal.sentence.chinese, sourceLocation: place)
    }

    @Test("where nothing is in the way, the visit has its adult, its journey and its length")
    func allowed() throws {
        let placement = try move(Self.world())
        #expect(placement.session.id == Self.session)
        #expect(placement.companion == .guardian("G-H1"))
        #expect(placement.minutes == 30)
        #expect(placement.trip != nil)
    }

    @Test("the session is closed; a closure that ends the day before closes it not")
    func closed() throws {
        var world = Self.world()
        world.register.closures = [Closure(id: "X", prison: "W1", days: DayRange(day("2026-12-06"), Self.target))]
        expect(.closed("W1", Self.target, closure: "X"), world)
        world.register.closures[0].days = DayRange(day("2026-12-06"), Self.target - 1)
        try move(world)
    }

    @Test("the prison takes requests so many days ahead at the latest: that day is allowed, a day less is not")
    func tooLate() throws {
        try move(Self.world(window: 19...90))
        expect(.tooLate(Self.session, ahead: 19, least: 20), Self.world(window: 20...90))
    }

    @Test("the prison takes requests so many days ahead at the earliest: that day is allowed, a day more is not")
    func tooEarly() throws {
        try move(Self.world(window: 0...19))
        expect(.tooEarly(Self.session, ahead: 19, most: 18), Self.world(window: 0...18))
    }

    @Test("the rules ask for more notice than the prison: as much is allowed, a day less is not, and the rule is named")
    func shortNotice() throws {
        var world = Self.world(window: 5...90)
        world.register.parameters = [Parameter(name: "cn.notice_days", value: "19")]
        try move(world)
        world.register.parameters = [Parameter(name: "cn.notice_days", value: "20")]
        let refusal = #expect(throws: MoveRefusal.self) { try move(world) }
        guard case .shortNotice(Self.session, ahead: 19, days: 20, let rule?)? = refusal else {
            Issue.record("Expected too short a notice with its rule, found \(String(describing: refusal)).")
            return
        }
        #expect(PlanningWorld.book.rules(named: rule))
    }

    @Test("the child may not come, for a reason that the plan gives too")
    func notEntitled() throws {
        var world = Self.world()
        world.register.bonds[0].contact = .onHold
        let refusal = #expect(throws: MoveRefusal.self) { try move(world) }
        #expect(refusal?.code == Refusal.Code.contactOnHold.rawValue)
        // A child without a bond to the prisoner is nobody whom the rules know of.
        var stranger = Self.world()
        stranger.register.bonds = []
        let unknown = #expect(throws: MoveRefusal.self) { try move(stranger) }
        #expect(unknown?.code == Refusal.Code.ineligible.rawValue)
    }

    @Test("the child has said no to the day; a no to another day is none to this one")
    func declined() throws {
        var world = Self.world()
        world.register.givenUp = [
            GivenUp(session: "OTHER@2026-12-12", prisoner: "M1", children: ["C1"], day: Self.target)
        ]
        expect(.declined(Self.target), world)
        world.register.givenUp[0].day = Self.target + 1
        try move(world)
    }

    @Test("more children than the prison lets in with one adult; as many as it lets in are allowed")
    func tooMany() throws {
        var world = Self.world()
        world.addChild("C2", in: "H1", of: "M1")
        world.register.visits = [world.visit("V1", on: "2026-12-05", .confirmed, children: ["C1", "C2"])]
        world.register.prisons[0].maxVisitors = 3
        try move(world)
        world.register.prisons[0].maxVisitors = 2
        expect(.tooMany(Self.session, children: 2), world)
    }

    @Test("the session has no form of meeting to which a child travels")
    func noForm() throws {
        var world = Self.world()
        world.register.templates[0].modes = [.call]
        expect(.noForm(Self.session, offered: [.call]), world)
        world.register.templates[0].modes = [.call, .table]
        #expect(try move(world).mode == .table)
    }

    @Test("the month's visits are used, also by such as are only planned; where one is called off, it is allowed")
    func quotaUsed() throws {
        var world = Self.world()
        world.register.visits.append(world.visit("V2", on: "2026-12-19", .proposed))
        let december = DayRange(day("2026-12-01"), day("2026-12-31"))
        expect(.quotaUsed("M1", days: december, allowed: 1, visits: 1, own: ["V2"]), world)
        world.register.visits[1].status = .cancelled
        try move(world)
        world.register.visits[1] = world.visit("V2", on: "2026-11-28", .proposed)
        try move(world)
    }

    /// Rules that give an hour and a half of visits a month and say nothing of how long one lasts.
    private static let hours = """
        id: TEST-HOURS
        title: {en: "Hours", zh: "时数"}
        instrument: {en: "Invented", zh: "虚构"}
        source: {en: "Invented", zh: "虚构"}
        rules:
          - id: TEST-MONTH
            title: {en: "Ninety minutes a month", zh: "每月九十分钟"}
            citation: {en: "Invented", zh: "虚构"}
            force: law
            confidence: V
            valid_from: 2000-01-01
            scope: {jurisdiction: CN}
            effects:
              - type: floor
                what: minutes
                value: 90
                per: calendar-month
                trace: {en: "Ninety minutes a month.", zh: "每月九十分钟。"}

        """

    @Test("the month's minutes are used: the visit that fills them is allowed, a minute more is not")
    func minutesUsed() throws {
        let book = try TemporaryFolder.use { folder in
            try folder.write(Self.hours, to: "rules/hours.yaml")
            return try RuleBook.load(folder: folder.path("rules"))
        }
        var world = Self.world()
        var other = world.visit("V2", on: "2026-12-19", .confirmed)
        other.minutes = 60
        world.register.visits.append(other)
        try move(world, by: book)
        world.register.visits[1].minutes = 61
        let december = DayRange(day("2026-12-01"), day("2026-12-31"))
        expect(.minutesUsed("M1", days: december, allowed: 90, used: 61), world, by: book)
    }

    @Test("no visit order is left: as many as are open can be waited for, and no more; later visits take none")
    func ordersUsed() throws {
        var world = Self.world()
        world.register.prisons[0].jurisdiction = Jurisdiction("GB-EAW")
        world.register.prisoners[0].sentence = .fixedTerm
        world.register.prisoners[0].grade = .standard
        world.register.prisoners[0].admitted = world.today - 1
        world.register.visits = [world.visit("V1", on: "2026-12-05", .requested)]
        // Orders come on 23 November and 7 December.
        try move(world)
        world.register.visits.append(world.visit("V2", on: "2026-11-28", .requested))
        try move(world)
        world.register.visits.append(world.visit("V3", on: "2026-12-19", .proposed))
        try move(world)
        world.register.visits.append(world.visit("V4", on: "2026-12-05", .proposed))
        expect(.ordersUsed("M1", Self.target), world)
    }

    /// The child has a father in the men's prison of the same city, whom it visits on 12 December at `start`.
    private static func withFather(at start: String) -> PlanningWorld {
        var world = Self.world()
        world.addMensPrison(on: .saturday, at: start)
        world.addFather("F1", of: "C1")
        var other = world.visit("V9", on: "2026-12-12", .confirmed, prisoner: "F1")
        other.prison = "M1"
        other.session = "MEN@2026-12-12"
        other.start = clock(start)
        world.register.visits.append(other)
        return world
    }

    @Test("the child is on another visit at that time, which is named; on another day it is free")
    func elsewhere() throws {
        var world = Self.withFather(at: "10:15")
        expect(.elsewhere("V9"), world)
        world.register.visits[1].date = Self.target + 1
        try move(world)
    }

    @Test("nobody who could go along is free on that weekday; who is free on it goes")
    func noCompanion() throws {
        var world = Self.world()
        world.register.guardians[0].weekdays = [.friday, .sunday]
        expect(.noCompanion(Self.target), world)
        world.register.guardians[0].weekdays = [.saturday]
        try move(world)
    }

    @Test("every adult is absent on that day; who is absent on the next day goes")
    func absent() throws {
        var world = Self.world()
        world.addAbsence(of: .guardian("G-H1"), DayRange(Self.target, Self.target))
        let refusal = #expect(throws: MoveRefusal.self) { try move(world) }
        #expect(refusal?.code == Refusal.Code.noCompanion.rawValue)
        world.register.absences[0].days = DayRange(Self.target + 1, Self.target + 1)
        try move(world)
    }

    @Test("the journey cannot be made by a child so young; by an older one it can")
    func noJourney() throws {
        var world = Self.world()
        world.register.places.append(PlanningWorld.place("FAR", latitude: 49))
        world.register.households[0].place = "FAR"
        world.register.children[0].birthDate = day("2026-06-01")
        let refusal = #expect(throws: MoveRefusal.self) { try move(world) }
        guard case .noJourney(let sentence)? = refusal else {
            Issue.record("Expected that there is no journey, found \(String(describing: refusal)).")
            return
        }
        #expect(!sentence.english.isEmpty && !sentence.chinese.isEmpty)
        #expect(refusal?.code == Refusal.Code.noJourney.rawValue)
        world.register.children[0].birthDate = day("2012-06-01")
        world.register.households[0].place = "NEAR"
        try move(world)
    }

    @Test("each reason has a code of its own, or the plan's for the same")
    func codes() {
        let day = Self.target
        let text = BilingualText(en: "a", zh: "甲")
        let refusals: [MoveRefusal] = [
            .closed("W1", day, closure: "X"), .tooLate("S", ahead: 1, least: 2), .tooEarly("S", ahead: 9, most: 8),
            .shortNotice("S", ahead: 1, days: 2, rule: nil), .notEntitled(.contactOnHold, sentence: text),
            .declined(day), .tooMany("S", children: 3), .noForm("S", offered: [.call]),
            .quotaUsed("M1", days: DayRange(day, day), allowed: 1, visits: 1, own: []),
            .ordersUsed("M1", day), .elsewhere("V"), .noCompanion(day), .noJourney(sentence: text),
        ]
        #expect(
            refusals.map(\.code) == [
                "session-closed", "booking-too-late", "booking-too-early", "notice-too-short", "contact-on-hold",
                "day-declined-by-child", "too-many-visitors", "no-form-of-meeting", "quota-used", "orders-used",
                "child-elsewhere", "no-companion", "no-journey",
            ])
    }
}

extension RuleBook {
    /// Whether one of the packs has the rule of that identifier.
    fileprivate func rules(named id: String) -> Bool { packs.contains { $0.rules.contains { $0.id == id } } }
}
