import Testing
import VisitModel

@testable import VisitRules

@Suite("traps of the trade")
struct TrapTests {
    private let book: RuleBook

    init() throws {
        book = try Packs.book()
    }

    @Test("1: a mother of strict grade in Sichuan has no visits; protected, her child has one by glass or video")
    func strictGrade() throws {
        let off = book.entitlement(for: .chinese(in: "CN-SC", grade: .strict))
        #expect(off.decision == .suspended)
        #expect(off.visits?.count == 0)
        #expect(off.conflicts.contains { $0.rules == ["CN-SC-STRICT", "UN-BR-23"] })
        let on = book.entitlement(for: .chinese(in: "CN-SC", grade: .strict, protects: true))
        #expect(on.decision == .restricted)
        #expect(on.visits == Entitlement.Quota(count: 1, period: .calendarMonth))
        #expect(on.modes == [.glass, .video])
        #expect(on.steps("CN-SC-STRICT").first?.overriddenBy == "UN-BR-23")
        #expect(on.rules.isSuperset(of: ["CN-SC-STRICT", "UN-BR-23"]))
    }

    @Test(
        "2: a visit that confinement put off is made up in England, besides the next period's own; in China nobody says so"
    )
    func solitary() throws {
        func english(_ date: String, history: [String] = []) -> Entitlement {
            var contact = ContactCase.chinese(
                on: date, in: "GB-EAW", sex: .male, grade: .basic,
                events: [event(.solitary, "2027-01-20", until: "2027-02-03")], history: history)
            contact.admitted = day("2027-01-04")
            return book.entitlement(for: contact)
        }
        #expect(english("2027-02-03").decision == .deferred)
        #expect(english("2027-02-03").until == day("2027-02-03"))
        #expect(english("2027-02-04").visits?.count == 3)
        #expect(english("2027-02-04", history: ["2027-01-09"]).visits?.count == 2)
        #expect(english("2027-04-09").visits?.count == 2)
        let solitary = event(.solitary, "2027-01-25", until: "2027-02-08")
        let during = book.entitlement(for: .chinese(on: "2027-02-03", sex: .male, events: [solitary]))
        #expect(during.decision == .deferred)
        #expect(during.until == day("2027-02-08"))
        #expect(
            book.entitlement(for: .chinese(on: "2027-02-09", sex: .male, events: [solitary])).visits?.count == 1)
    }

    @Test("2: solitary without a recorded end stops visits no longer than the law lets it last")
    func endlessSolitary() {
        let open = event(.solitary, "2026-11-25")
        #expect(
            book.entitlement(for: .chinese(on: "2026-12-09", sex: .male, events: [open])).until == day("2026-12-09"))
        #expect(book.entitlement(for: .chinese(on: "2026-12-10", sex: .male, events: [open])).decision == .allowed)
        #expect(book.entitlement(for: .chinese(on: "2026-12-02", events: [open])).decision == .allowed)
    }

    @Test("2: a limit of no days defers nothing, and nothing is made up")
    func noDeferral() {
        let contact = ContactCase.chinese(
            on: "2027-02-09", sex: .male, events: [event(.solitary, "2027-01-25", until: "2027-02-20")],
            parameters: ["cn.any.solitary_defer_max_days": "0"])
        let answer = book.entitlement(for: contact)
        #expect(answer.decision == .allowed)
        #expect(answer.visits?.count == 1)
    }

    @Test("3: China counts calendar months, England and Wales 28 days from admission")
    func periods() throws {
        #expect(book.entitlement(for: .chinese(on: "2027-01-31")).visits?.period == .calendarMonth)
        var english = ContactCase.chinese(in: "GB-EAW", sex: .male, grade: .basic)
        english.admitted = day("2026-01-31")
        let visits = try #require(book.entitlement(for: english).visits)
        #expect(visits == Entitlement.Quota(count: 2, period: .days(28, anchor: day("2026-01-31"))))
        #expect(visits.period.days(around: day("2026-03-01")).first == day("2026-02-28"))
    }

    @Test(
        "4: a child's age is that of the day of the visit",
        arguments: [("US-BOP", 16), ("US-MI", 18), ("CN", 18), ("GB-EAW", 18)])
    func birthday(jurisdiction: String, age: Int) {
        let born = day("\(2026 - age)-12-06").description
        let before = book.entitlement(for: .chinese(on: "2026-12-05", in: jurisdiction, born: born))
        let after = book.entitlement(for: .chinese(on: "2026-12-06", in: jurisdiction, born: born))
        #expect(before.escort.isRequired)
        #expect(!after.escort.isRequired)
    }

    @Test("5: Michigan counts alcohol in 2003 and not now, and only three years back; video stays open now")
    func michigan() {
        func michigan(_ date: String, _ events: [PrisonerEvent]) -> Entitlement {
            book.entitlement(
                for: .chinese(
                    on: date, in: "US-MI", sex: .male, events: events, born: "2015-05-05",
                    parameters: ["mi.visits_per_month": "4"]))
        }
        func drug(_ date: String) -> PrisonerEvent { event(.misconduct, date, misconduct: .drug) }
        func alcohol(_ date: String) -> PrisonerEvent { event(.misconduct, date, misconduct: .alcohol) }
        var then = ContactCase.chinese(
            on: "2003-07-01", in: "US-MI", sex: .male, events: [drug("2002-05-01"), alcohol("2002-11-01")],
            born: "1995-05-05")
        #expect(book.entitlement(for: then).decision == .suspended)
        then.events.removeLast()
        #expect(book.entitlement(for: then).decision == .allowed)
        #expect(michigan("2026-12-05", [drug("2026-05-01"), alcohol("2026-11-01")]).decision == .allowed)
        #expect(michigan("2026-12-05", [drug("2022-11-01"), drug("2026-11-01")]).decision == .allowed)
        let now = michigan("2026-12-05", [drug("2025-11-01"), drug("2026-11-01")])
        #expect(now.decision == .restricted)
        #expect(now.modes == [.video, .call])
    }

    @Test(
        "5: where law permits a ban and soft law forbids it, the ban stands and the conflict is reported",
        arguments: [true, false])
    func lawAgainstSoftLaw(protects: Bool) {
        let drugs = ["2015-05-01", "2016-11-01"].map { event(.misconduct, $0, misconduct: .drug) }
        let contact = ContactCase.chinese(
            on: "2018-07-01", in: "US-MI", events: drugs, born: "2010-05-05", protects: protects)
        let answer = book.entitlement(for: contact)
        #expect(answer.decision == .suspended)
        #expect(answer.conflicts.contains { $0.rules == ["US-MI-SUB-2003", "UN-BR-23"] })
    }

    @Test(
        "6: ended parental rights exclude the child in Michigan whoever comes along; in China revoked guardianship asks for a review"
    )
    func endedRights() {
        var michigan = ContactCase.chinese(
            in: "US-MI", events: [event(.parentalRightsTerminated, "2025-01-01")],
            parameters: ["mi.visits_per_month": "4"])
        michigan.companion = ContactCase.Companion(relation: .aunt, age: 40, isLegalGuardian: true)
        #expect(book.entitlement(for: michigan).decision == .ineligible)
        let chinese = book.entitlement(for: .chinese(events: [event(.guardianshipRevoked, "2025-01-01")]))
        #expect(chinese.decision == .allowed)
        #expect(chinese.rules.contains("CN-CC-36"))
    }

    @Test("7: an aunt accompanies a child in Michigan as the prisoner's own sister, or as legal guardian")
    func aunt() {
        var contact = ContactCase.chinese(in: "US-MI", parameters: ["mi.visits_per_month": "4"])
        contact.companion = ContactCase.Companion(relation: .aunt, age: 40)
        #expect(book.entitlement(for: contact).decision == .undetermined)
        contact.companion = ContactCase.Companion(relation: .paternalAunt, age: 40)
        #expect(book.entitlement(for: contact).decision == .ineligible)
        contact.companion = ContactCase.Companion(relation: .maternalAunt, age: 40)
        #expect(book.entitlement(for: contact).decision == .allowed)
        contact.companion = ContactCase.Companion(relation: .aunt, age: 40)
        contact.companion?.isLegalGuardian = true
        #expect(book.entitlement(for: contact).decision == .allowed)
        contact.companion = ContactCase.Companion(relation: .grandmother, age: 60)
        #expect(book.entitlement(for: contact).decision == .allowed)
        contact.companion = ContactCase.Companion(relation: .sibling, age: 17)
        #expect(book.entitlement(for: contact).decision == .ineligible)
    }

    @Test("8: three children and a grandmother are four, one more than three; small children may not count")
    func siblings() throws {
        var contact = ContactCase.chinese()
        contact.visitors = 4
        let four = book.entitlement(for: contact)
        #expect(four.decision == .allowed)
        #expect(four.visitors.total == 3)
        #expect(four.trace.contains { $0.effect == "fact" && $0.sentence.english.hasPrefix("4 persons would come") })
        contact.parameters = [Parameter(name: "cn.children_count_toward_3", value: "no")]
        #expect(book.entitlement(for: contact).visitors.uncountedBelowAge == 3)
    }

    @Test("9: the day after a nursery's limit, or a nursed child's first birthday, visits begin")
    func nurseryExit() {
        var dakota = ContactCase.chinese(
            on: "2026-12-19", in: "US-SD", events: [event(.nurseryStart, "2026-11-20")], born: "2026-11-20")
        #expect(book.entitlement(for: dakota).decision == .coResident)
        dakota.date = day("2029-05-19")
        #expect(book.entitlement(for: dakota).decision == .coResident)
        // How a child visits in South Dakota afterwards is not on file.
        dakota.date = day("2029-05-20")
        #expect(book.entitlement(for: dakota).decision == .undetermined)
        var chinese = ContactCase.chinese(on: "2027-03-09", events: [event(.nursing, "2026-03-10")], born: "2026-03-10")
        #expect(book.entitlement(for: chinese).decision == .outOfPrison)
        #expect(book.entitlement(for: chinese).until == day("2027-03-09"))
        chinese.date = day("2027-03-10")
        #expect(book.entitlement(for: chinese).decision == .allowed)
    }

    @Test(
        "9: no child lives in a prison of a state that is not listed, nor in China",
        arguments: [("US-TX", Entitlement.Decision.undetermined), ("CN", .allowed)])
    func noNursery(jurisdiction: String, decision: Entitlement.Decision) {
        let contact = ContactCase.chinese(
            in: jurisdiction, events: [event(.nurseryStart, "2026-11-20")], born: "2026-11-20")
        #expect(book.entitlement(for: contact).decision == decision)
    }

    @Test(
        "10: a nursing mother under a life sentence is outside since 2013, under a suspended death sentence never",
        arguments: [
            ("2014-12-05", Prisoner.Sentence.life, Entitlement.Decision.outOfPrison), ("2012-12-05", .life, .allowed),
            ("2012-12-05", .fixedTerm, .outOfPrison), ("2026-12-05", .deathWithReprieve, .allowed),
        ])
    func nursing(date: String, sentence: Prisoner.Sentence, decision: Entitlement.Decision) {
        let born = (day(date) - 100).description
        var contact = ContactCase.chinese(on: date, events: [event(.nursing, born)], born: born)
        contact.sentence = sentence
        #expect(book.entitlement(for: contact).decision == decision)
    }

    @Test(
        "11: it is the term of six months that counts, from the first day of serving; before judgment it is the time",
        arguments: [(0, Prisoner.Sentence.fixedTerm, true), (150, .fixedTerm, true), (185, .remand, false)])
    func deFactoUnattended(days: Int, sentence: Prisoner.Sentence, applies: Bool) {
        let admitted = event(.admitted, (day("2026-12-05") - days).description)
        var contact = ContactCase.chinese(sex: .male, events: [admitted])
        contact.sentence = sentence
        #expect(
            book.entitlement(for: contact).rules.filter { $0.hasPrefix("CN-62") }
                == (applies ? ["CN-62-DEF"] : []))
        contact.otherParent = ContactCase.OtherParent(.dead)
        #expect(book.entitlement(for: contact).rules.contains("CN-62-CUSTODY") == (sentence == .remand))
    }

    @Test(
        "11: with the mother present it never does; with both serving it does from the first day",
        arguments: [
            (ContactCase.OtherParent(.present), [String]()),
            (.init(.inCustody, since: day("2026-11-01")), ["CN-62-2019"]), (.init(.inCustody), ["CN-62-2019"]),
            (.init(.missing, since: day("2026-11-01")), []), (.init(.missing), []),
            (.init(.missing, since: day("2026-01-01")), ["CN-62-2019-LOST"]),
            (.init(.dead), ["CN-62-2019-OTHER"]), (.init(.guardianshipRevoked), ["CN-125-2020"]),
        ])
    func otherParent(other: ContactCase.OtherParent, rules: [String]) {
        var contact = ContactCase.chinese(sex: .male)
        contact.admitted = day("2026-01-01")
        contact.otherParent = other
        let answer = book.entitlement(for: contact)
        #expect(answer.duties.filter { $0.task == .unattendedChild }.map(\.rule) == rules)
        contact.admitted = contact.date
        #expect(book.entitlement(for: contact).duties.filter { $0.task == .unattendedChild }.map(\.rule) == rules)
        contact.termMonths = 5
        #expect(!book.entitlement(for: contact).duties.contains { $0.task == .unattendedChild })
    }

    @Test("12: months in foster care add up within the window, with a relative too; Kentucky's window is longer")
    func fosterCare() {
        let past = event(.fosterPlacement, "2023-06-01", until: "2024-06-01")
        let recent = event(.fosterPlacement, "2026-01-01")
        func months(_ jurisdiction: String, _ events: [PrisonerEvent], _ rule: String) -> String? {
            book.entitlement(for: .chinese(in: jurisdiction, events: events)).steps(rule).first?.sentence.english
        }
        #expect(months("US-MI", [recent], "US-ASFA-15-22")?.contains("for 9 of the last 22 months") ?? false)
        #expect(
            months("US-MI", [recent, event(.relativePlacement, "2026-04-01", until: "2026-08-01")], "US-ASFA-15-22")?
                .contains("for 9 of the last 22 months") ?? false)
        #expect(months("US-MI", [past], "US-ASFA-15-22") == nil)
        // The State is the child's, as the note of the placement names it, not the prison's.
        var kentucky = past
        kentucky.note = "US-KY"
        #expect(months("US-MI", [kentucky], "US-ASFA-KY")?.contains("for 10 of the last 48 months") ?? false)
        #expect(months("US-KY", [past], "US-ASFA-KY") == nil)
    }

    @Test("13: after a transfer the guardian is told and booked visits are looked at again")
    func transfer() {
        #expect(book.entitlement(for: .chinese(events: [event(.transferred, "2026-11-20")])).rules.contains("CRC-9.4"))
        #expect(!book.entitlement(for: .chinese(events: [event(.transferred, "2026-09-20")])).rules.contains("CRC-9.4"))
    }

    @Test("14: a floor above a cap is reported, and the guarantee of equal rank is followed")
    func floorAboveCap() {
        let crowded = ContactCase.chinese(
            in: "US-BOP", parameters: ["bop.chronic_overcrowding": "yes", "bop.overcrowding_minutes_per_month": "180"])
        let answer = book.entitlement(for: crowded)
        #expect(answer.minutesPerPeriod?.minutes == 240)
        #expect(answer.conflicts.first?.rules == ["US-BOP-540.43", "US-BOP-540.43-CROWDED"])
        #expect(book.entitlement(for: .chinese(in: "US-BOP")).conflicts.isEmpty)
    }

    @Test(
        "15: a child keeps visiting with another adult while one is suspended",
        arguments: ["CN", "US-MI", "US-BOP", "GB-EAW"])
    func suspendedVisitor(jurisdiction: String) {
        let breach = event(.visitBreach, "2026-11-20")
        let answer = book.entitlement(
            for: .chinese(in: jurisdiction, events: [breach], parameters: ["mi.visits_per_month": "4"]))
        #expect(answer.decision == .allowed)
        #expect(answer.trace.contains { $0.effect == "suspend" && $0.sentence.english.contains("another adult") })
    }

    @Test("15: a recorded end of an adult's ban goes before the usual length; one beyond the longest is a conflict")
    func recordedEnd() throws {
        func answer(on date: String, until: String?) -> Entitlement {
            let suspended = event(.visitorSuspended, "2026-10-01", until: until)
            return book.entitlement(for: .chinese(on: date, events: [suspended]))
        }
        func isTold(_ answer: Entitlement) -> Bool { answer.rules.contains("CN-MOJ118-STOP") }
        // Without an end on record it is open.
        #expect(isTold(answer(on: "2026-10-31", until: nil)) && isTold(answer(on: "2027-11-01", until: nil)))
        let within = answer(on: "2026-12-05", until: "2026-12-31")
        #expect(within.steps("CN-MOJ118-STOP").first?.sentence.english.contains("2026-12-31") == true)
        #expect(within.conflicts.isEmpty && within.decision == .allowed)
        #expect(!isTold(answer(on: "2027-01-01", until: "2026-12-31")))
        #expect(!isTold(answer(on: "2026-10-12", until: "2026-10-10")), "Also where it is the earlier one.")
        #expect(answer(on: "2026-12-05", until: "2027-01-01").conflicts.isEmpty)
        let beyond = answer(on: "2026-12-05", until: "2027-01-02")
        #expect(beyond.conflicts.map(\.rules) == [["CN-MOJ118-STOP"]])
        #expect(beyond.conflicts.first?.sentence.english.contains("2027-01-02") == true)
        #expect(beyond.conflicts.first?.sentence.chinese.contains("2027-01-01") == true)
    }
}
