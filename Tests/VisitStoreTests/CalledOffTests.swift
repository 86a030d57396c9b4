import Testing
import VisitModel

@testable import VisitStore

@Suite("Visits that the program called off and of which a family must hear")
struct CalledOffTests {
    /// Calls off whatever it is told to, as a judge does.
    private static func reviewer(_ code: VisitFlag.Code, of visit: Identifier<Visit>) -> Reviewer {
        Reviewer(today: World.today) { material in
            guard material.visits.contains(where: { $0.id == visit }), material.codes.contains(code) else { return [] }
            return [VisitFlag(visit: visit, code: code, subject: "prisoner m1", facts: [.init("date", "2026-09-05")])]
        }
    }

    private static let later = World.moment + 3600

    /// A store with a visit in five days, which is agreed where that is asked, and one in twelve.
    private func withPlan(isAgreed: Bool = true, _ body: (VisitStore, StoreView) throws -> Void) throws {
        try World.withStore { (store, _) throws in
            _ = try store.publish(World.plan([World.planned("y1", in: 5), World.planned("y2", in: 12)]), madeFrom: 1)
            let view = store.view(for: .everything)
            if isAgreed {
                try view.take(
                    VisitAct(.confirm, by: .prison, moment: World.moment), on: ["y1"], today: World.today)
            }
            try body(store, view)
        }
    }

    private static func toTell(_ view: StoreView) throws -> [CalledOff] {
        try view.visitsToTell(from: World.today).map(\.calledOff)
    }

    @Test("an agreed one is kept with why, by whom and how far it had come, also through later reviews")
    func kept() throws {
        try withPlan { store, view in
            _ = try store.reviewed(by: Self.reviewer(.released, of: "y1")).review(at: Self.later)
            _ = try store.reviewed(by: Reviewer(today: World.today) { _ in [] }).review(at: Self.later + 60)
            let told = try #require(try Self.toTell(view).first)
            #expect(told.visit.id == "y1" && told.visit.status == .cancelled && told.by == .prison)
            #expect(told.flag?.code == .released && told.flag?.calledOff == .confirmed)
            #expect(told.flag?.fact("date") == "2026-09-05" && told.flag?.since == Self.later)
            #expect(try view.flags().isEmpty && view.visitDetail("y1").flags.isEmpty)
            #expect(try view.visits(VisitQuery(isFlagged: true)).isEmpty)
        }
    }

    @Test("one that was only proposed needs no telling")
    func proposed() throws {
        try withPlan(isAgreed: false) { store, view in
            _ = try store.reviewed(by: Self.reviewer(.released, of: "y1")).review(at: Self.later)
            #expect(try view.visitDetail("y1").visit.status == .cancelled)
            #expect(try Self.toTell(view).isEmpty)
        }
    }

    @Test("a closure by hand keeps the prison's reason")
    func closure() throws {
        try withPlan { _, view in
            let closure = Closure(
                id: "z9", prison: "p1", days: DayRange(World.today + 5, World.today + 5), reason: "flood")
            _ = try view.close(
                closure, act: VisitAct(.cancel, by: .prison, reason: "flood", moment: Self.later), today: World.today)
            let told = try #require(try Self.toTell(view).first)
            #expect(told.flag?.code == .closed && told.why().english.contains("flood"))
        }
    }

    @Test("it is told until somebody says so, or until another visit is agreed; not by one that was agreed before")
    func settled() throws {
        try withPlan { store, view in
            try view.take(VisitAct(.confirm, by: .prison, moment: World.moment), on: ["y2"], today: World.today)
            _ = try store.reviewed(by: Self.reviewer(.released, of: "y1")).review(at: Self.later)
            #expect(try Self.toTell(view).count == 1, "The other one was agreed before.")
            #expect(throws: StoreError.nothingToTell(visit: "V-0003")) {
                try view.noteTold("y2", reason: "by telephone", at: Self.later)
            }
            try view.noteTold("y1", reason: "by telephone", at: Self.later)
            #expect(try Self.toTell(view).isEmpty)
        }
        try withPlan { store, view in
            _ = try store.reviewed(by: Self.reviewer(.released, of: "y1")).review(at: Self.later)
            try view.take(VisitAct(.request, moment: Self.later + 60), on: ["y2"], today: World.today)
            #expect(try Self.toTell(view).count == 1, "It is asked for, and not agreed.")
            try view.take(VisitAct(.confirm, moment: Self.later + 60), on: ["y2"], today: World.today)
            #expect(try Self.toTell(view).isEmpty)
        }
    }

    @Test("what was confirmed in the very second of the end, or before it and held since, is no answer to it")
    func notSettled() throws {
        try withPlan { store, view in
            try view.take(VisitAct(.confirm, by: .prison, moment: Self.later), on: ["y2"], today: World.today)
            _ = try store.reviewed(by: Self.reviewer(.closed, of: "y1")).review(at: Self.later)
            #expect(try Self.toTell(view).map(\.visit.id) == ["y1"])
            try view.take(VisitAct(.held, moment: Self.later + 60), on: ["y2"], today: World.today + 12)
            #expect(try Self.toTell(view).map(\.visit.id) == ["y1"])
        }
    }

    @Test("next says that a visit was called off though another one is ahead, until the family knows")
    func outlookWithAnother() throws {
        try withPlan { store, view in
            func outlook() throws -> Outlook {
                try #require(
                    try view.outlooks(OutlookSelection(children: ["c1"]), today: World.today)
                        .first { $0.prisoner.id == "m1" })
            }
            try view.take(VisitAct(.confirm, by: .prison, moment: World.moment), on: ["y2"], today: World.today)
            _ = try store.reviewed(by: Self.reviewer(.closed, of: "y1")).review(at: Self.later)
            #expect(try outlook().next?.visit.id == "y2" && outlook().calledOff?.visit.id == "y1")
            #expect(try outlook().calledOff?.flag?.code == .closed)
            #expect(try view.told(of: "y1") == nil)
            try view.noteTold("y1", reason: "by telephone", at: Self.later + 60)
            #expect(try outlook().next?.visit.id == "y2" && outlook().calledOff == nil)
            #expect(try view.told(of: "y1")?.reason == "by telephone")
        }
        try withPlan { store, view in
            _ = try store.reviewed(by: Self.reviewer(.closed, of: "y1")).review(at: Self.later)
            try view.take(VisitAct(.confirm, moment: Self.later + 60), on: ["y2"], today: World.today)
            let outlooks = try view.outlooks(OutlookSelection(children: ["c1"]), today: World.today)
            #expect(outlooks.allSatisfy { $0.calledOff == nil }, "It was agreed afterwards.")
        }
    }

    @Test("proposals that fall are no call-off: neither the judge's nor a closure's is told to the family")
    func fallenProposals() throws {
        try withPlan(isAgreed: false) { store, view in
            _ = try store.reviewed(by: Self.reviewer(.closed, of: "y1")).review(at: Self.later)
            let day = World.today + 12
            _ = try view.close(
                Closure(id: "z9", prison: "p1", days: DayRange(day, day), reason: "flood"),
                act: VisitAct(.cancel, by: .prison, reason: "flood", moment: Self.later), today: World.today)
            #expect(try view.visitDetail("y1").visit.status == .cancelled)
            #expect(try view.visitDetail("y2").visit.status == .cancelled)
            let outlooks = try view.outlooks(OutlookSelection(children: ["c1"]), today: World.today)
            #expect(outlooks.allSatisfy { $0.next == nil && $0.calledOff == nil })
        }
    }

    @Test("somebody who does not see the household hears nothing of it, and cannot say that it was told")
    func reach() throws {
        try withPlan { store, _ in
            _ = try store.reviewed(by: Self.reviewer(.released, of: "y1")).review(at: Self.later)
            let others = store.view(for: .prison("p2"))
            #expect(try Self.toTell(others).isEmpty)
            #expect(throws: StoreError.noSuch(.visit, asked: nil, nearest: [])) {
                try others.noteTold("y1", reason: "x", at: Self.later)
            }
        }
    }

    @Test("the next visit of a child says that one was called off, and forgets it when there is another")
    func outlook() throws {
        try withPlan { store, view in
            let cancel = VisitAct(.cancel, by: .household, reason: "ill", moment: Self.later)
            try view.take(cancel, on: ["y2"], today: World.today)
            #expect(try view.outlooks(OutlookSelection(children: ["c1"]), today: World.today)[0].calledOff == nil)
            _ = try store.reviewed(by: Self.reviewer(.released, of: "y1")).review(at: Self.later + 60)
            let outlook = try view.outlooks(OutlookSelection(children: ["c1"]), today: World.today)[0]
            #expect(outlook.next == nil && outlook.calledOff?.visit.id == "y1" && outlook.calledOff?.by == .prison)
            #expect(outlook.calledOff?.flag?.code == .released)
        }
    }

    @Test("of several at once the one that people had agreed is told, and not a proposal")
    func agreedFirst() throws {
        try withPlan { store, view in
            let both = Reviewer(today: World.today) { material in
                ["y1", "y2"].filter { id in material.visits.contains { $0.id == id } }.map {
                    VisitFlag(visit: $0, code: .released, subject: "prisoner m1")
                }
            }
            _ = try store.reviewed(by: both).review(at: Self.later)
            #expect(try view.visitDetail("y2").visit.status == .cancelled)
            let outlook = try view.outlooks(OutlookSelection(children: ["c1"]), today: World.today)[0]
            #expect(outlook.calledOff?.visit.id == "y1")
        }
    }
}
