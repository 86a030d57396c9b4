import VisitJudge
import VisitModel
import VisitRules
import VisitStore

extension Desk {
    /// What whoever acts sees of the store, opened for writing; whatever they change, the visits that it touches are looked at
    /// again in the same transaction.
    ///
    /// Without rules nothing can be judged: then what people do is written, and the next night says what does not hold.
    ///
    /// - Throws: as `writing(on:)`.
    func reviewing(on today: Day) throws -> StoreView {
        let view = try writing(on: today)
        return view.store.reviewed(by: try reviewer(on: today)).view(for: view.reach)
    }

    /// Who judges the visits of the store on that day.
    func reviewer(on today: Day) throws -> Reviewer? {
        guard let book = rulesIfAny() else { return nil }
        return Reviewer(today: today) { material in
            let judge = Judge(
                JudgedWorld(
                    register: material.register, visits: material.visits, book: book,
                    timetables: material.timetables, today: today))
            let flags = material.judged.map { judge.flags(of: $0) } ?? judge.flags()
            return flags.filter { material.codes.contains($0.code) }
        }
    }

    /// How the published plan stands, in figures without people.
    public func planStatus() throws -> PlanStatus { try reading().store.planStatus() }

    /// How the store is kept, and why it would refuse `today`; nil where it takes it. For the operator, without people.
    public func upkeep(today: Day) throws -> (upkeep: Upkeep, dayRefusal: DayRefusal?) {
        let upkeep = try reading().store.upkeep()
        return (upkeep, dayRefusal(today, by: upkeep))
    }

    /// Looks at all visits ahead again.
    ///
    /// - Returns: what was not known before.
    public func review(today: Day) throws -> ReviewOutcome {
        try requireFullReach()
        return try reviewing(on: today).store.review(at: now())
    }

    /// Records that the family knows of a visit that the program cancelled, so that nobody tells it twice.
    ///
    /// - Parameter how: how, in somebody's words; empty where nobody says.
    /// - Throws: `StoreError.noSuch` for an unknown visit, `StoreError.nothingToTell` where the program has not called it off.
    public func told(_ visit: Identifier<Visit>, how: String) throws -> VisitDetail {
        let view = try writing()
        let words = how.allSatisfy(\.isWhitespace) ? VisitWaiver.noWords : how
        try view.noteTold(visit, reason: words, at: now())
        return try Self.afterwards(Self.stepDone) { try view.visitDetail(visit) }
    }

    /// Lets a visit take place though something does not hold. Only somebody who sees everything may.
    ///
    /// - Parameters:
    ///   - code: what is let pass.
    ///   - subject: who or what it is about, as the flag says; nil where the visit has one flag of that code.
    ///   - reason: why. It is shown wherever the flag is.
    /// - Throws: `StoreError.noSuch` for an unknown visit, `StoreError.nothingToWaive` where no such flag stands.
    public func waive(
        _ visit: Identifier<Visit>, _ code: VisitFlag.Code, about subject: String? = nil, reason: String
    ) throws -> VisitDetail {
        try requireFullReach()
        guard !reason.allSatisfy(\.isWhitespace) else { throw DeskError.waiverReasonMissing }
        let view = try writing()
        let id = try view.visitDetail(visit).visit.id
        try view.waive(id, code, about: subject, reason: reason, at: now())
        return try Self.afterwards(Self.stepDone) { try view.visitDetail(id) }
    }
}
