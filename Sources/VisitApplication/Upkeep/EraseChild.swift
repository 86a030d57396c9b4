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
    ///   the child stay behind; `BackupError.notNoted` where the child was erased and that could not be noted beside the
    ///   backups.
    public func erase(_ child: Identifier<Child>, output: String? = nil, today: Day) throws -> StoreView.Erasure {
        let erasures = try erase([child], output: output, today: today)
        return erasures[0]
    }

    /// Erases children one after the other, and sweeps what is published once.
    ///
    /// - Parameter facts: why, for the audit log.
    @discardableResult
    func erase(
        _ children: [Identifier<Child>], because facts: [String] = [], output: String? = nil, today: Day
    ) throws -> [StoreView.Erasure] {
        let published = PublishedFolder(try output ?? publishedPath())
        if published.exists { try requireFullReach() }
        let view = try reviewing(on: today)
        let lock = try PlanningLock.acquire(self.store)
        return try withExtendedLifetime(lock) {
            // Where a child is gone already, an erasure may have been stopped before its files were: they are swept all the
            // same.
            let erasures = Result {
                try children.map { child in
                    try view.erase(child, pseudonym: newPseudonym(), because: facts, today: today, at: now())
                }
            }
            let noted = Result { try noteEndings() }
            if published.exists { _ = try published.publish(from: self, today: today, language: nil) }
            let done = try erasures.get()
            try noted.get()
            return done
        }
    }

    /// An identifier that stands for a child who is erased.
    func newPseudonym() -> Identifier<Child> { Identifier("erased-\(newIdentifier())") }
}
