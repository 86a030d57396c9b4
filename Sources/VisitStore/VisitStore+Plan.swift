import GRDB
import VisitModel

extension VisitStore {
    /// Publishes a plan: its visits are compared with those that are stored, and then take their place in one transaction.
    /// Visits are written by identifier; proposals of earlier plans that are still ahead and not in this one are cancelled at
    /// `plan.published`, and what people have asked for stays; refusals and changes take the place of the old ones.
    ///
    /// - Parameters:
    ///   - dataRevision: that of the snapshot from which the plan was made.
    ///   - flags: what does not hold of the visits ahead when it is published, from somebody who has judged them all; nil to have
    ///     them judged within the transaction.
    /// - Returns: the plan as published: with its number, with the visits that it cancels, and those that were asked for.
    /// - Throws: `changedMeanwhile` where the data changed since that snapshot; nothing is published then.
    public func publish(_ plan: Plan, madeFrom dataRevision: Int, flags: [VisitFlag]? = nil) throws(StoreError) -> Plan
    {
        let staged = try connection.read { try PlanStaging(plan.visits, $0, path: path) }
        return try connection.write { db in
            let found = try StoreState(of: db).dataRevision
            guard found == dataRevision else {
                throw StoreError.changedMeanwhile(madeFrom: dataRevision, found: found)
            }
            let published = try PlanWriting(db, path: path).publish(plan, staged: staged)
            if let flags {
                let known = try FlagReading.flags(of: nil, db)
                // Of visits that are over the plan says nothing; what the last review said of them stays.
                let checked = Set(VisitFlag.Code.allCases).subtracting([.noOutcome])
                _ = try FlagWriting(db, path: path).replace(known, by: flags, checked: checked, at: plan.published)
            } else {
                _ = try review(.everything, at: plan.published, db)
            }
            let abandoned = published.visits.filter { $0.status == .cancelled }
            try note("visit.cancel", abandoned.map(\.id), ["plan=\(published.number)"], db)
            try note("plan.publish", "plan \(published.number)", ["visits=\(published.visits.count)"], db)
            try StoreState.count(dataChanged: false, db)
            return published
        }
    }
}
