import GRDB
import VisitModel

extension VisitStore {
    /// Publishes a plan: its visits are staged where nobody sees them, a few thousand at a time, and then take their place in
    /// one transaction. Visits are written by identifier; visits of earlier plans that are still ahead, proposed or
    /// requested, and not in this one are cancelled at `plan.published`; refusals and changes take the place of the old
    /// ones.
    ///
    /// - Parameter dataRevision: that of the snapshot from which the plan was made.
    /// - Returns: the plan as published: with its number, and with the visits that it cancels.
    /// - Throws: `changedMeanwhile` where the data changed since that snapshot; nothing is published then.
    public func publish(_ plan: Plan, madeFrom dataRevision: Int) throws(StoreError) -> Plan {
        var plan = plan
        try discardStaged()
        plan.number = try connection.read { try PlanWriting.nextNumber($0) }
        do throws(StoreError) {
            for first in stride(from: 0, to: plan.visits.count, by: PlanStaging.together) {
                let those = plan.visits[first..<min(first + PlanStaging.together, plan.visits.count)]
                try connection.write { try PlanStaging(plan.number).add(those, $0, path: path) }
            }
            return try settle(plan, madeFrom: dataRevision)
        } catch {
            // What is not published is not kept; where even this fails, the next run does it.
            try? discardStaged()
            throw error
        }
    }

    /// Throws away what a run has staged that was killed before it could publish. Writes nothing where there is nothing.
    public func discardStaged() throws(StoreError) {
        let isEmpty = try connection.read { try Row.fetchOne($0, sql: "SELECT 1 FROM stagedVisit LIMIT 1") == nil }
        if !isEmpty { try connection.write { try PlanStaging.discard($0) } }
    }

    private func settle(_ plan: Plan, madeFrom dataRevision: Int) throws(StoreError) -> Plan {
        try connection.write { db in
            let found = try StoreState(of: db).dataRevision
            guard found == dataRevision else {
                throw StoreError.changedMeanwhile(madeFrom: dataRevision, found: found)
            }
            let published = try PlanWriting(db, path: path).publish(plan)
            try note("plan.publish", "plan \(published.number)", ["visits=\(published.visits.count)"], db)
            try StoreState.count(dataChanged: false, db)
            return published
        }
    }
}
