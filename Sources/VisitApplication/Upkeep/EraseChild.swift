import VisitModel
import VisitStore

extension Desk {
    /// Erases a child from the store, and from what the night has published. Statistics and the audit log stay; backups
    /// made before keep what they have until they are removed.
    ///
    /// - Parameter output: the folder of what is published; where it is nil the setting `output` says it.
    /// - Throws: `StoreError.noSuch` for an unknown child, `planningElsewhere` while a run is going on.
    public func erase(_ child: Identifier<Child>, output: String? = nil, today: Day) throws -> StoreView.Erasure {
        let published = PublishedFolder(try output ?? publishedPath())
        let view = try writing()
        let lock = try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            let erasure = try view.erase(
                child, stand: Identifier("erased-\(newIdentifier())"), today: today, at: now())
            if published.exists { _ = try published.publish(from: self, today: today) }
            return erasure
        }
    }
}
