import VisitModel
import VisitPlanning
import VisitRules
import VisitStore

extension Desk {
    /// Puts a visit into the session of its prison that begins at `start` on `date`. No run moves it from there again.
    ///
    /// - Parameters:
    ///   - start: may be left out where the prison has one session on that day.
    /// - Throws: `PlanningError.noSession` where the prison has no such session, or several and no time was said;
    ///   `MoveRefusal` where booking, rules, companions or the journey do not let it be; `StoreError` where there is no room.
    public func move(
        _ id: Identifier<Visit>, to date: Day, start: ClockTime?, _ step: Step, today: Day
    ) throws -> VisitDetail {
        let act = try act(step)
        let view = try reviewing(on: today)
        let visit = try view.visitDetail(id).visit
        guard date >= today else { throw MoveRefusal.past(date, today: today) }
        guard visit.status.mayMove else {
            throw StoreError.notMovable(visit: Identifier(visit.label), status: visit.status)
        }
        let circle = try view.circle(of: visit, on: DayRange(date - 1, date + 1))
        let check = MoveCheck(
            visit, circle, horizon: try view.planHorizon(on: today), book: try rules(), today: today)
        let session = try check.session(on: date, at: start)
        if session.id != visit.session || session.start != visit.start {
            let placement = try Self.placement(in: session, check, view, ledger: try view.ledger(of: visit.prisoner))
            _ = try view.move(id, to: placement, act: act, madeFrom: circle.dataRevision)
        }
        return try Self.afterwards(Self.stepDone) { try view.visitDetail(id) }
    }

    /// The place in `session`. A refusal names no visit that `view` does not show.
    private static func placement(
        in session: Session, _ check: MoveCheck, _ view: StoreView, ledger: [LedgerEntry]
    ) throws -> Placement {
        do {
            return try check.placement(in: session, ledger: ledger)
        } catch MoveRefusal.elsewhere(let other?) {
            let seen = try view.visits(from: session.date - 7).first { $0.id == other }
            throw MoveRefusal.elsewhere(seen.map { Identifier($0.label) })
        }
    }
}
