import VisitModel
import VisitPlanning
import VisitStore

extension Desk {
    /// Erases a child from the store. Statistics and the audit log stay; backups made before keep what they have until
    /// they are removed.
    ///
    /// - Throws: `StoreError.noSuch` for an unknown child, `planningElsewhere` while a run is going on.
    public func erase(_ child: Identifier<Child>, today: Day) throws -> StoreView.Erasure {
        let view = try writing()
        let lock = try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            try view.erase(child, stand: Identifier("erased-\(newIdentifier())"), today: today, at: now())
        }
    }
}
