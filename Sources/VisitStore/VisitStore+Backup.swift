import Foundation
import GRDB
import VisitModel

extension VisitStore {
    /// Copies the store, as of one moment, into one file at `destination`, while others read and write.
    ///
    /// The copy is read whole before it takes its name: a file of that name is a sound store, or the one that was
    /// there before. Like a store, it can be read and written by its owner and group only.
    public func backUp(to destination: String) throws(StoreError) {
        try backUp(by: destination) { _ in StoreFile(destination) }
    }

    /// Copies the store into a file at `destination` that is never written over: where another copy stands there, the new
    /// one is named `<destination>.2`, `<destination>.3`, and where the same one does, that one stays.
    ///
    /// - Returns: the path of the copy.
    func backUpOnce(as destination: String) throws(StoreError) -> String {
        var (file, number) = (StoreFile(destination), 1)
        try backUp(by: destination) { copy in
            while FileManager.default.fileExists(atPath: file.path) {
                if FileManager.default.contentsEqual(atPath: copy.path, andPath: file.path) { return nil }
                number += 1
                file = StoreFile("\(destination).\(number)")
            }
            return file
        }
        return file.path
    }

    /// Copies the store into a draft beside `destination`, reads it whole, and gives it the name that `place` finds for it;
    /// removes it where that is none.
    private func backUp(
        by destination: String, place: (StoreFile) -> StoreFile?
    ) throws(StoreError) {
        let draft = StoreFile(StoreFile(destination).path + ".partial")
        try draft.remove()
        try draft.make()
        do {
            let copy = try Connection(draft, access: .full, readOnly: false, patience: 0)
            try connection.copy(to: copy)
            try copy.useRollbackJournal()
            try copy.requireSound()
            try copy.close()
            guard let file = place(draft) else { return try draft.remove() }
            try draft.rename(to: file)
        } catch {
            try draft.remove()
            throw error
        }
    }

    /// Puts the backup at `backup` in the place of all that the store at `path` holds, in one transaction: processes
    /// that have the store open read the old state until then and the new one after. Where there is no store, one is
    /// made. A backup of an older schema is brought to the newest.
    ///
    /// - Throws: `damaged` where the backup is not sound, `newerSchema`, `notAStore`, …; the store is as it was then.
    public static func restore(_ backup: String, to path: String) throws(StoreError) {
        let source = StoreFile(backup)
        try source.check()
        let original = try Connection(
            source, access: source.readingAccess(), readOnly: true, patience: defaultPatience)
        let schema = try original.read { try Schema(of: $0) }
        let known = Migration.all.last?.version ?? 0
        guard schema.isStore else { throw .notAStore(path: source.path) }
        guard schema.version <= known else {
            throw .newerSchema(path: source.path, found: schema.version, known: known)
        }
        try original.requireSound()
        let store = try create(at: path)
        let last = try store.revision()
        try original.copy(to: store.connection)
        try original.close()
        try store.connection.write { db in
            try Schema(of: db).migrate(db)
            // Numbers that were given are not given again: what was read before is told from what is read now.
            try db.execute(sql: "UPDATE storeState SET revision = max(revision, ?) + 1", arguments: [last])
            try db.execute(sql: "UPDATE storeState SET dataRevision = revision")
        }
        try store.close()
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
