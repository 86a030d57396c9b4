import Foundation
import VisitStore

extension Desk {
    /// Puts the backup at `path` in the place of the store, in one transaction; no run may be going on.
    ///
    /// - Parameter replacing: whether a store that exists may be replaced.
    public func restore(from path: String, replacing: Bool) throws {
        try requireWholeSight()
        guard replacing || !FileManager.default.fileExists(atPath: store) else { throw DeskError.exists(store) }
        let lock = try PlanningLock.acquire(store)
        try withExtendedLifetime(lock) { try VisitStore.restore(path, to: store) }
    }
}
