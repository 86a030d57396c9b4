import GRDB
import Synchronization
import Testing
import VisitModel

@testable import VisitStore

@Suite("What the store does when visits are looked at again")
struct ReviewTests {
    /// What the judge is to say next; asked for in the transaction of each change.
    private final class Opinion: Sendable {
        private let flags: Mutex<[VisitFlag]>
        /// What was judged each time.
        let asked = Mutex<[Reviewer.Material]>([])

        init(_ flags: [VisitFlag] = []) {
            self.flags = Mutex(flags)
        }

        func say(_ flags: [VisitFlag]) { self.flags.withLock { $0 = flags } }

        var reviewer: Reviewer {
            Reviewer(today: World.today) { material in
                self.asked.withLock { $0.append(material) }
                let current = Set(material.visits.map(\.id))
                return self.flags.withLock { $0 }.filter { flag in
                    current.contains(flag.visit) && material.judged.map { $0.contains(flag.visit) } ?? true
                        && material.codes.contains(flag.code)
                }
            }
        }
    }

    private func withPlan(
        _ opinion: Opinion, _ body: (VisitStore, StoreView) throws -> Void
    ) throws {
        try World.withStore { (store, _) throws in
            _ = try store.publish(World.plan([World.planned("y1", in: 5), World.planned("y2", in: 12)]), madeFrom: 1)
            let reviewed = store.reviewed(by: opinion.reviewer)
            try body(reviewed, reviewed.view(for: .everything))
        }
    }

    private static func flag(
        _ visit: Identifier<Visit>, _ code: VisitFlag.Code, _ subject: String = "", facts: [Refusal.Fact] = []
    ) -> VisitFlag {
        VisitFlag(visit: visit, code: code, subject: subject, facts: facts)
    }

    private static let later = World.moment + 3600

    @Test("a flag keeps its beginning, takes new figures, and goes when its ground goes")
    func life() throws {
        let opinion = Opinion([Self.flag("y1", .adultAbsent, "guardian g1", facts: [.init("date", "1")])])
        try withPlan(opinion) { store, view in
            let first = try store.review(at: World.moment)
            #expect(first.flagged.map(\.visit.id) == ["y1"] && first.lifted.isEmpty && first.ended.isEmpty)
            opinion.say([Self.flag("y1", .adultAbsent, "guardian g1", facts: [.init("date", "2")])])
            #expect(try store.review(at: Self.later).isEmpty)
            let kept = try #require(try view.flags().first)
            #expect(kept.since == World.moment && kept.facts == [.init("date", "2")])
            #expect(try view.visitDetail("y1").flags == [kept])
            #expect(try view.visits(VisitQuery(isFlagged: true)).map(\.visit.id) == ["y1"])
            opinion.say([])
            #expect(try store.review(at: Self.later).lifted.map(\.flag.code) == [.adultAbsent])
            #expect(try view.flags().isEmpty)
        }
    }

    @Test("what was called off for a mistake that is put right says so, and is no reason to refuse any more")
    func putRight() throws {
        let opinion = Opinion()
        try withPlan(opinion) { store, view in
            try view.take(VisitAct(.request, moment: World.moment), on: ["y1"], today: World.today)
            opinion.say([Self.flag("y1", .contactForbidden, "child c1")])
            #expect(try store.review(at: World.moment).ended.map(\.visit.id) == ["y1"])
            #expect(try store.review(at: Self.later).isEmpty)
            opinion.say([])
            let outcome = try store.review(at: Self.later)
            #expect(outcome.putRight.map(\.visit.id) == ["y1"] && outcome.putRight.allSatisfy(\.flag.isPutRight))
            #expect(try store.review(at: Self.later).isEmpty)
            let told = try #require(try view.visitsToTell(from: World.today).first)
            #expect(told.calledOff.allowsAnotherDate)
            #expect(told.calledOff.why().english.hasSuffix("put right since and is no obstacle any more."))
            #expect(throws: StoreError.transitionNotAllowed(visit: "V-0002", from: .cancelled, to: .confirmed)) {
                try view.take(VisitAct(.confirm, moment: Self.later), on: ["y1"], today: World.today)
            }
            opinion.say([Self.flag("y1", .contactForbidden, "child c1")])
            _ = try store.review(at: Self.later)
            #expect(try view.visitsToTell(from: World.today).allSatisfy { !($0.calledOff.flag?.isPutRight ?? true) })
        }
    }

    @Test("what was called off because it does not hold cannot be agreed to: the check is named")
    func agreedAfterItsEnd() throws {
        let opinion = Opinion()
        try withPlan(opinion) { _, view in
            try view.take(VisitAct(.request, moment: World.moment), on: ["y1", "y2"], today: World.today)
            opinion.say([Self.flag("y1", .contactForbidden, "child c1")])
            #expect(try view.store.review(at: World.moment).ended.map(\.visit.id) == ["y1"])
            try view.take(VisitAct(.cancel, by: .household, moment: World.moment), on: ["y2"], today: World.today)
            func failure(_ visit: Identifier<Visit>) throws -> String? {
                do {
                    try view.take(VisitAct(.confirm, moment: World.moment), on: [visit], today: World.today)
                    return nil
                } catch {
                    return error.code
                        + (error.sentence.english.contains("contact-forbidden") ? " contact-forbidden" : "")
                }
            }
            #expect(try failure("y1") == "visit-does-not-hold contact-forbidden")
            #expect(try failure("y2") == "transition-not-allowed")
        }
    }

    @Test("a visit that cannot take place any more is called off by the right party, and others are judged without it")
    func ends() throws {
        let opinion = Opinion([Self.flag("y1", .closed, "prison p1"), Self.flag("y2", .tablesFull)])
        try withPlan(opinion) { store, view in
            let outcome = try store.review(at: World.moment)
            #expect(outcome.ended.map(\.visit.id) == ["y1"] && outcome.ended.map(\.flag.code) == [.closed])
            #expect(outcome.flagged.map(\.visit.id) == ["y2"])
            #expect(try view.visitDetail("y1").visit.status == .cancelled)
            let act = try #require(try view.acts(of: "y1").last)
            #expect(act.kind == .cancel && act.by == .prison && act.reason == "closed")
            let asked = opinion.asked.withLock { $0 }
            #expect(asked.count == 2 && asked[1].visits.contains { $0.id == "y1" } == false)
        }
    }

    @Test("what was let pass is not ended, and the decision goes with its ground")
    func waived() throws {
        let opinion = Opinion([Self.flag("y1", .adultAbsent, "guardian g1")])
        try withPlan(opinion) { store, view in
            _ = try store.review(at: World.moment)
            #expect(
                throws: StoreError.nothingToWaive(
                    visit: "V-0002", code: .closed, current: ["adult-absent (guardian g1)"])
            ) {
                try view.waive("y1", .closed, about: nil, reason: "a reason", at: World.moment)
            }
            try view.waive("y1", .adultAbsent, about: nil, reason: "her sister comes", at: Self.later)
            let waiver = try #require(try view.flags().first?.waiver)
            #expect(waiver.reason == "her sister comes" && waiver.moment == Self.later)
            _ = try store.review(at: Self.later)
            #expect(try view.flags().first?.waiver == waiver)
            opinion.say([])
            _ = try store.review(at: Self.later)
            opinion.say([Self.flag("y1", .adultAbsent, "guardian g1")])
            _ = try store.review(at: Self.later)
            #expect(try view.flags().first?.waiver == nil)
        }
    }

    @Test("what was let pass does not cover another ground of the same check")
    func waivedOtherGround() throws {
        func flag(_ day: String) -> VisitFlag {
            Self.flag("y1", .adultAbsent, "escort e1", facts: [.init("date", day)])
        }
        let opinion = Opinion([flag("1")])
        try withPlan(opinion) { store, view in
            _ = try store.review(at: World.moment)
            try view.waive("y1", .adultAbsent, about: nil, reason: "the dentist was put off", at: World.moment)
            opinion.say([flag("2")])
            #expect(try store.review(at: Self.later).flagged.map(\.visit.id) == ["y1"])
            let kept = try #require(try view.flags().first)
            #expect(kept.waiver == nil && kept.since == World.moment)
        }
    }

    @Test("a visit that does not hold is not agreed by passing its flag on to one that is agreed less")
    func passesNothingOn() throws {
        let opinion = Opinion([Self.flag("y1", .quotaOver)])
        try withPlan(opinion) { store, view in
            _ = try store.review(at: World.moment)
            opinion.say([Self.flag("y2", .quotaOver)])
            let act = VisitAct(.confirm, by: .prison, moment: Self.later)
            let failure = #expect(throws: StoreError.self) { try view.take(act, on: ["y1"], today: World.today) }
            #expect(failure?.code == "visit-does-not-hold")
            #expect(try view.flags().map(\.visit) == ["y1"])
        }
    }

    @Test("a visit whose day has passed is not asked for or confirmed; what became of it is written down")
    func over() throws {
        try withPlan(Opinion()) { _, view in
            let date = World.today + 5
            for kind in [VisitAct.Kind.request, .confirm] {
                #expect(throws: StoreError.alreadyOver(visit: "V-0002", date: date)) {
                    try view.take(VisitAct(kind, by: .prison, moment: Self.later), on: ["y1"], today: date + 1)
                }
            }
            let held = VisitAct(.held, moment: Self.later)
            let after = try view.take(held, on: ["y1"], today: date + 1)
            #expect(after.map(\.status) == [.held])
        }
    }

    @Test("a step that does not hold is refused and changes nothing; let pass, it is taken")
    func refusesSteps() throws {
        let flag = Self.flag("y1", .noAdult, "child c1")
        let opinion = Opinion([flag])
        try withPlan(opinion) { store, view in
            let act = VisitAct(.confirm, by: .prison, moment: World.moment)
            let failure = #expect(throws: StoreError.self) { try view.take(act, on: ["y1"], today: World.today) }
            #expect(failure?.code == "visit-does-not-hold" && failure?.kind == .conflict)
            #expect(failure?.sentence.english.contains("without an adult") == true)
            #expect(try view.visitDetail("y1").visit.status == .proposed)
            #expect(try view.flags().isEmpty)
            _ = try store.review(at: World.moment)
            try view.waive("y1", .noAdult, about: "child c1", reason: "an aunt waits there", at: World.moment)
            #expect(try view.take(act, on: ["y1"], today: World.today).map(\.status) == [.confirmed])
        }
    }

    @Test("a refusal, which may be logged, does not repeat somebody's words")
    func refusesWithoutWords() throws {
        let flag = Self.flag("y1", .noSession, facts: [.init("reason", "Mrs X is ill")])
        try withPlan(Opinion([flag])) { _, view in
            let act = VisitAct(.confirm, by: .prison, moment: World.moment)
            let failure = #expect(throws: StoreError.self) { try view.take(act, on: ["y1"], today: World.today) }
            guard case .doesNotHold(_, let flags) = failure else {
                Issue.record("It failed otherwise: \(String(describing: failure))")
                return
            }
            #expect(flags.map(\.code) == [.noSession] && flags.allSatisfy { $0.facts.isEmpty })
        }
    }

    @Test("calling off needs no judge's leave, and takes the flags along")
    func callsOff() throws {
        let opinion = Opinion([Self.flag("y1", .noAdult)])
        try withPlan(opinion) { store, view in
            _ = try store.review(at: World.moment)
            let act = VisitAct(.cancel, by: .household, reason: "ill", moment: Self.later)
            #expect(try view.take(act, on: ["y1"], today: World.today).map(\.status) == [.cancelled])
            #expect(try view.flags().isEmpty)
        }
    }

    @Test(
        "a step is judged with what stands near the visit and the money of its month; other checks keep what they said")
    func near() throws {
        let opinion = Opinion([Self.flag("y1", .budgetOver), Self.flag("y1", .legUntrue, "road")])
        try withPlan(opinion) { store, view in
            _ = try store.review(at: World.moment)
            opinion.say([])
            let act = VisitAct(.request, by: .household, moment: Self.later)
            _ = try view.take(act, on: ["y2"], today: World.today)
            #expect(try view.flags().map(\.code) == [.legUntrue])
            let materials = opinion.asked.withLock { Array($0.suffix(2)) }
            #expect(materials.map(\.judged) == [["y1", "y2"], ["y1", "y2"]])
            #expect(materials.last?.codes == [.budgetOver] && materials.last?.register.budgets.isEmpty == false)
            let material = try #require(materials.first)
            #expect(
                material.register.children.map(\.id).contains("c1") && material.register.prisons.map(\.id) == ["p1"])
            #expect(!material.codes.contains(.budgetOver) && !material.codes.contains(.legUntrue))
        }
    }

    @Test("an import says what it would do to visits, and does nothing; then it does exactly that")
    func imports() throws {
        let opinion = Opinion()
        try withPlan(opinion) { store, view in
            opinion.say([Self.flag("y1", .released, "prisoner m1"), Self.flag("y2", .papersMissing, "child c1")])
            var register = Register()
            register.parameters = [Parameter(name: "plan.weeks", value: "8")]
            let batch = ImportBatch(register: register, sources: [])
            let before = try store.revision()
            let rehearsed = try store.rehearse(batch, at: World.moment)
            #expect(rehearsed.review.ended.map(\.visit.id) == ["y1"])
            #expect(try store.revision() == before && view.visitDetail("y1").visit.status == .proposed)
            #expect(try view.flags().isEmpty)
            #expect(try store.store(batch, at: World.moment) == rehearsed)
            #expect(try view.visitDetail("y1").visit.status == .cancelled)
            #expect(try view.flags().map(\.visit) == ["y2"])
        }
    }

    @Test("flags are no change of the data that plans are made from")
    func revision() throws {
        let opinion = Opinion([Self.flag("y1", .papersMissing)])
        try withPlan(opinion) { store, _ in
            let (all, data) = (try store.revision(), try store.dataRevision())
            _ = try store.review(at: World.moment)
            #expect(try store.revision() == all + 1 && store.dataRevision() == data)
            _ = try store.review(at: Self.later)
            #expect(try store.revision() == all + 1)
            #expect(try store.planStatus().flagged == [.proposed: 1] && store.planStatus().reviewed == World.moment)
        }
    }

    @Test("an erased child is in no flag, and no reason of a waiver stays")
    func erasure() throws {
        let opinion = Opinion([Self.flag("y1", .noAdult, "child c1")])
        try withPlan(opinion) { store, view in
            _ = try store.review(at: World.moment)
            try view.waive("y1", .noAdult, about: nil, reason: "a word on c1", at: World.moment)
            opinion.say([])
            _ = try view.erase("c1", pseudonym: "erased-1", today: World.today, at: Self.later)
            let left = try store.connection.read { db in
                try Int.fetchOne(
                    db, sql: "SELECT (SELECT count(*) FROM visitFlag) + (SELECT count(*) FROM visitWaiver)")
            }
            #expect(left == 0)
        }
    }

    @Test("a flag names nobody beyond reach, whether it is read or refuses a step")
    func beyond() throws {
        let other = [Refusal.Fact("visit", "foreign"), .init("days", "3")]
        let opinion = Opinion([Self.flag("y1", .tooSoon, "prisoner foreign", facts: other)])
        try withPlan(opinion) { store, view in
            _ = try store.review(at: World.moment)
            #expect(try view.visitDetail("y1").flags.first?.facts == other)
            let office = store.view(for: .prison("p1"))
            let shown = try #require(try office.visitDetail("y1").flags.first)
            #expect(shown.facts == [.init("days", "3")] && shown.subject.isEmpty)
            let act = VisitAct(.confirm, by: .prison, moment: Self.later)
            let failure = #expect(throws: StoreError.self) { try office.take(act, on: ["y1"], today: World.today) }
            #expect(failure?.code == "visit-does-not-hold")
            #expect(failure?.sentence.english.contains("foreign") == false)
        }
    }

    @Test("somebody sees the flags of visits within reach alone")
    func reach() throws {
        let opinion = Opinion([Self.flag("y1", .papersMissing)])
        try withPlan(opinion) { store, view in
            _ = try store.review(at: World.moment)
            #expect(try store.view(for: .prison("p1")).flags().count == 1)
            #expect(try store.view(for: .organisation("nobody")).flags().isEmpty)
        }
    }
}
