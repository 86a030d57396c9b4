import VisitModel
import VisitRules
import VisitStore

extension Desk {
    /// Of the visits that are about to be asked for those for which the prison wanted to be asked earlier, as the judge says: it is
    /// told and not refused, since the prison may still say yes.
    func lateRequests(
        _ ids: [Identifier<Visit>], _ view: StoreView, today: Day
    ) throws -> [Identifier<Visit>: VisitFlag] {
        guard let book = rulesIfAny() else { return [:] }
        let visits = try ids.map { try view.visitDetail($0).visit }.filter { $0.status == .proposed }
        let judged = try HypotheticalVisits(
            visits, insteadOf: Set(visits.map(\.id)), view, book: book, today: today)
        var late: [Identifier<Visit>: VisitFlag] = [:]
        for visit in visits {
            guard var flag = judged.flags(of: visit.id).first(where: { $0.code == .bookingClosed }) else { continue }
            flag.since = now()
            late[visit.id] = flag
        }
        return late
    }
}
