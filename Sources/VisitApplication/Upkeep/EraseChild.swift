import VisitModel
import VisitStore

extension Desk {
    /// Erases a child from the store, and from what the night has published. Statistics and the audit log stay; backups
    /// made before keep what they have until they are removed.
    ///
    /// - Parameter output: the folder of what is published; where it is nil the setting `output` says it.
    /// - Throws: `StoreError.noSuch` for an unknown child, `planningElsewhere` while a run is going on,
    ///   `DeskError.notForPart` where something is published and this desk sees a part, `DeskError.noConfiguration` where a
    ///   configuration is named that is not there, all before anything is erased; `DeskError.cannotRemove` where files of
    ///   the child stay behind.
    public func erase(_ child: Identifier<Child>, output: String? = nil, today: Day) throws -> StoreView.Erasure {
        let published = PublishedFolder(try output ?? publishedPath())
        if published.exists { try requireWholeSight() }
        let view = try reviewing(on: today)
        let lock = try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            // Where the child is gone already, an erasure may have been stopped before its files were: they are swept all the
            // same.
            let erasure = Result {
                try view.erase(child, stand: Identifier("erased-\(newIdentifier())"), today: today, at: now())
            }
            if published.exists { _ = try published.publish(from: self, today: today, language: nil) }
            return try erasure.get()
        }
    }
}
