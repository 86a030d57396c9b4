import Foundation
import GRDB
import VisitModel

extension VisitStore {
    /// Copies the store, as of one moment, into a new file at `destination`, while others read and write.
    ///
    /// The copy is opened and read whole, as a restore would, before the call returns; otherwise none stays. Like a store, it
    /// can be read and written by its owner and group only.
    ///
    /// - Returns: what the copy says of itself.
    /// - Throws: `cannotCreate` where something stands at `destination`, `diskFull`, `folderMissing`, …
    @discardableResult
    public func backUp(to destination: String) throws(StoreError) -> StoreCopy {
        let file = StoreFile(destination)
        guard file.identity == nil else { throw .cannotCreate(path: file.path) }
        try file.make()
        do throws(StoreError) {
            let copy = try Connection(file, access: .full, readOnly: false, timeout: 0)
            try connection.copy(to: copy)
            try copy.useRollbackJournal()
            try copy.close()
            let opened = try Connection(file, access: .immutable, readOnly: true, timeout: 0)
            try opened.requireSound()
            let description = try opened.read { try StoreCopy(of: $0) }
            try opened.close()
            return description
        } catch {
            try file.removeWithSideFiles()
            throw error
        }
    }

    /// Copies the store into a file at `destination` that is never written over: where another copy stands there, the new
    /// one is named `<destination>.2`, `<destination>.3`, and where the same one does, that one stays.
    ///
    /// - Returns: the path of the copy.
    func backUpOnce(as destination: String) throws(StoreError) -> String {
        let draft = StoreFile(destination + Self.draftEnding)
        try draft.removeWithSideFiles()
        try backUp(to: draft.path)
        var (file, number) = (StoreFile(destination), 1)
        while file.identity != nil {
            if FileManager.default.contentsEqual(atPath: draft.path, andPath: file.path) {
                try draft.remove()
                return file.path
            }
            number += 1
            file = StoreFile("\(destination).\(number)")
        }
        try draft.rename(to: file)
        return file.path
    }

    private static let draftEnding = ".partial"

    /// Removes what killed upgrades left of their copies beside the store at `path`. Whoever calls it holds the lock of
    /// upgrades, so that none of them is being made.
    static func removeDeadUpgradeDrafts(beside path: String) throws(StoreError) {
        let store = URL(filePath: path)
        let folder = store.deletingLastPathComponent().path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted()
        where name.hasPrefix("\(store.lastPathComponent).before-schema-") && name.contains(draftEnding) {
            try StoreFile("\(folder)/\(name)").remove()
        }
    }

    /// The latest moment at which anything in the store is said to have been written; nil for a store without visits
    /// and plans.
    public func latestStamp() throws(StoreError) -> Instant? {
        try connection.read { db in
            try Int.fetchOne(
                db,
                sql:
                    """
                    SELECT max(stamp) FROM (SELECT max(changed) AS stamp FROM visit
                    UNION SELECT max(published) FROM plan WHERE \(PlanReading.isInForce))
                    """
            ).map { Instant(seconds: $0) }
        }
    }
}
