import Testing
import VisitModel

@testable import VisitRules

@Suite("duties: what must be done by when")
struct DutyTests {
    private let book: RuleBook

    init() throws { book = try Packs.book() }

    private func duty(_ task: Duty.Task, _ contact: ContactCase) -> Duty? {
        book.entitlement(for: contact).duties.first { $0.task == task }
    }

    @Test("after an admission the family is told within five days, and how to visit within five working days")
    func notices() {
        // 4 December 2026 is a Friday.
        let contact = ContactCase.chinese(events: [event(.admitted, "2026-12-04")])
        #expect(duty(.notifyFamily, contact)?.due == day("2026-12-09"))
        #expect(duty(.explainVisiting, contact)?.due == day("2026-12-11"))
        #expect(duty(.explainVisiting, contact)?.rule == "CN-MOJ118-05")
        #expect(duty(.firstContact, contact)?.since == day("2026-12-04"))
        let old = ContactCase.chinese(events: [event(.admitted, "2026-10-01")])
        #expect(duty(.notifyFamily, old) == nil)
    }

    @Test("an admission that only the prisoner's record tells of counts as well")
    func recordedAdmission() {
        var contact = ContactCase.chinese()
        contact.admitted = day("2026-12-04")
        #expect(duty(.notifyFamily, contact)?.due == day("2026-12-09"))
    }

    @Test("visits begin the day after nursing ends, and the day after a nursery's limit")
    func ends() {
        let nursing = ContactCase.chinese(events: [event(.nursing, "2026-03-10")], born: "2026-03-10")
        #expect(duty(.nursingEnds, nursing)?.due == day("2027-03-10"))
        let nursery = ContactCase.chinese(in: "US-OH", events: [event(.nurseryStart, "2026-11-20")], born: "2026-11-20")
        #expect(duty(.nurseryEnds, nursery)?.due == day("2029-11-20"))
    }

    @Test(
        "the foster-care clock begins sixty days after removal or with a finding, and grounds not to file do not stop it"
    )
    func fosterCare() throws {
        let placed = event(.fosterPlacement, "2025-10-01")
        let running = try #require(duty(.fosterCareClock, .chinese(in: "US-MI", events: [placed])))
        #expect(running.count == 12)
        #expect(running.due == day("2027-02-28"), "Fifteen months from 30 November 2025 end with February.")
        let found = event(.judicialFinding, "2025-10-15")
        let earlier = duty(.fosterCareClock, .chinese(in: "US-MI", events: [placed, found]))
        #expect(earlier?.count == 13 && earlier?.due == day("2027-01-14"))
        for kind in [PrisonerEvent.Kind.relativePlacement, .compellingReason, .servicesMissing] {
            let answer = book.entitlement(for: .chinese(in: "US-MI", events: [placed, event(kind, "2026-10-15")]))
            #expect(answer.duties.first { $0.task == .fosterCareClock }?.due == running.due, "\(kind)")
            #expect(answer.rules.contains("US-ASFA-ELECT"), "\(kind)")
        }
    }

    @Test("the foster-care clock stands still while the child is at home on trial or has run away")
    func fosterCarePauses() {
        let placed = event(.fosterPlacement, "2025-10-01")
        for kind in [PrisonerEvent.Kind.trialHomeVisit, .runaway] {
            let open = duty(
                .fosterCareClock, .chinese(in: "US-MI", events: [placed, event(kind, "2026-10-15")]))
            #expect(open?.count == 10 && open?.due == nil, "\(kind)")
            // 457 days are fifteen months of the mean length; ten days are left out of them.
            let ended = event(kind, "2026-10-15", until: "2026-10-24")
            let later = duty(.fosterCareClock, .chinese(in: "US-MI", events: [placed, ended]))
            #expect(later?.due == day("2025-11-30") + 466, "\(kind)")
        }
    }

    @Test("a State's own window can be longer, and changes when the clock runs out")
    func window() {
        let events = [
            event(.fosterPlacement, "2024-04-02", until: "2025-01-31"), event(.fosterPlacement, "2025-11-02"),
        ]
        var contact = ContactCase.chinese(in: "US-MI", events: events)
        contact.careState = Jurisdiction("US-KY")
        let federal = book.entitlement(for: contact).duties
        let due = Dictionary(federal.filter { $0.task == .fosterCareClock }.map { ($0.rule, $0) }) { first, _ in first }
        #expect(due["US-ASFA-15-22"]?.count == 11)
        #expect(due["US-ASFA-KY"]?.count == 19)
        #expect(due["US-ASFA-KY"]?.due == day("2026-12-05"))
        let wide = ContactCase.chinese(in: "US-MI", events: events, parameters: ["asfa.window_months": "48"])
        #expect(duty(.fosterCareClock, wide)?.count == 19)
    }

    @Test("no contact is counted from the last visit, before any from the admission, and only past the term")
    func noContact() {
        #expect(duty(.noContact, .chinese(history: ["2026-11-01"])) == nil)
        let late = duty(.noContact, .chinese(history: ["2026-09-01"]))
        #expect(late?.count == 95 && late?.due == day("2026-10-31"))
        var never = ContactCase.chinese()
        never.admitted = day("2026-01-01")
        #expect(duty(.noContact, never)?.since == day("2026-01-01"))
        #expect(duty(.noContact, .chinese()) == nil)
    }

    @Test("a restriction of contact without an end on record is a duty, one with an end is not")
    func missingEnd() throws {
        let text = BilingualText("test")
        let sentence = try SentenceTemplate.parse(text).get()
        func rule(_ id: String, _ force: TraceStep.Force, _ effect: Effect, _ conditions: [Condition]) -> Rule {
            Rule(
                id: id, pack: "TEST", title: text, citation: text, force: force, confidence: .verified,
                validFrom: day("2000-01-01"), scope: Scope(), conditions: conditions,
                provisions: [Rule.Provision(effect: effect, sentence: sentence)],
                location: SourceLocation(file: "test.yaml"))
        }
        let during = Condition.event(
            Condition.Occurrence(
                kinds: [.strictManagement], misconduct: [], state: .during, window: nil, least: 1, isNegated: false))
        let ban = Effect.suspend(
            Effect.Suspension(
                target: .prisoner, reach: .all, length: nil, restoration: .automatic, liftedVisits: nil))
        let book = Packs.book(of: [
            rule("BAN", .policy, ban, [during]),
            rule("KEEP", .soft, .immunity(Effect.Immunity(restrictedMeans: [.glass], needsEnd: true)), []),
        ])
        func duty(until: String?) -> Duty? {
            let strict = event(.strictManagement, "2026-11-01", until: until)
            let contact = ContactCase.chinese(sex: .male, events: [strict], protects: true)
            return book.entitlement(for: contact).duties.first { $0.task == .endOfRestriction }
        }
        #expect(duty(until: nil)?.due == day("2026-11-01"))
        #expect(duty(until: "2026-12-31") == nil)
    }

    @Test("after a transfer the family is told, after a separation visits come first for six months")
    func transferAndSeparation() {
        #expect(duty(.notifyTransfer, .chinese(events: [event(.transferred, "2026-11-20")]))?.due == day("2026-11-20"))
        let separated = ContactCase.chinese(in: "US-OH", events: [event(.nurseryEnd, "2026-11-20")])
        #expect(duty(.separationPriority, separated)?.due == day("2027-05-19"))
    }

    @Test("working days leave out the end of the week", arguments: [(4, 1, 7), (5, 0, 7), (7, 4, 11), (9, 3, 14)])
    func workingDays(from: Int, count: Int, to: Int) {
        let december = day("2026-11-30")
        #expect((december + from).addingWorkingDays(count) == december + to)
    }

    @Test("a long way doubles a visit's time only where the operator has set a distance and the prison is farther")
    func distance() {
        func minutes(_ kilometres: Int?, _ setting: String?) -> Int? {
            var contact = ContactCase.chinese()
            contact.distance = kilometres.map { Metres($0 * 1000) }
            contact.parameters = setting.map { [Parameter(name: "distance_bonus_km", value: $0)] } ?? []
            return book.entitlement(for: contact).minutesPerVisit?.count
        }
        #expect(minutes(900, nil) == 30)
        #expect(minutes(900, "off") == 30)
        #expect(minutes(900, "300") == 60)
        #expect(minutes(300, "300") == 30)
        #expect(minutes(nil, "300") == 30)
    }

    @Test("a video visit has its own minutes, and counts unless the operator says otherwise")
    func video() {
        #expect(book.entitlement(for: .chinese()).video == Entitlement.Video(minutes: 15, countsToQuota: true))
        let free = ContactCase.chinese(parameters: ["cn.video.counts_to_quota": "no", "cn.video.minutes": "20"])
        #expect(book.entitlement(for: free).video == Entitlement.Video(minutes: 20, countsToQuota: false))
        #expect(book.entitlement(for: .chinese(in: "US-OH")).video == nil)
    }
}
