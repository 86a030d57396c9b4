import Foundation
import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// Puts the backup at `path` in the place of the store, in one transaction; no run may be going on. What was ended since
    /// the backup was made, children who were erased, tokens and calendars that were revoked, is ended again.
    ///
    /// - Parameters:
    ///   - identity: the file with the private key of an encrypted backup; nil for what the settings say.
    ///   - replacing: whether a store that holds something may be replaced.
    ///   - today: from which day on the visits of an erased child are ahead.
    /// - Throws: `DeskError.exists`, `BackupError.identityMissing`, …; the store is as it was then. `BackupError.notNoted` where
    ///   it was restored and that could not be noted beside the backups.
    public func restore(
        from path: String, identity: String? = nil, replacing: Bool, today: Day
    ) throws -> RestoreDocument {
        try requireFullReach()
        guard try replacing || VisitStore.holdsNothing(at: store) else { throw DeskError.exists(store) }
        let lock = try PlanningLock.acquire(store)
        let folder = FileDraft.folder(of: store)
        let (home, list) = (FileDraft.folder(of: path), BackupFolderList(of: store))
        let use = FolderUse(of: folder)
        let made = try withExtendedLifetime((lock, use)) {
            let plain = AgeProgram.hasEncrypted(path) ? try decrypt(path, with: identity, in: folder) : nil
            defer { if let plain { unlink(plain) } }
            let beside = try [home, backupsPath()] + (list.folders ?? [])
            return try StoreRestore(
                of: plain ?? path, to: store, draft: FileDraft.newName(in: folder), today: today,
                author: author, reviewer: try reviewer(on: today), newPseudonym: newPseudonym,
                kept: { Self.kept(beside, origin: $0) }
            ).run()
        }
        // On a new machine nothing else tells of the folder. A medium that cannot be written needs no noting: it was read.
        if access("\(home)/\(BackupRecord.fileName)", W_OK) == 0, access(home, W_OK) == 0 { list.add(home) }
        try noteEndings()
        return RestoreDocument(
            store: store, file: path, source: made.source.rawValue, children: made.children, tokens: made.tokens,
            feeds: made.feeds, returned: made.returned, noted: made.noted)
    }

    /// Decrypts the backup at `path` into a file that only this user can read, in the private folder of the store.
    ///
    /// - Returns: that file.
    private func decrypt(_ path: String, with identity: String?, in folder: String) throws -> String {
        guard let identity = try identity ?? setting("backup-identity") else {
            throw BackupError.identityMissing(path: path)
        }
        let plain = FileDraft.newName(in: folder)
        try AgeProgram().decrypt(path, with: identity, into: plain)
        return plain
    }

    /// What is kept beside the backups in those folders, of the store of that origin.
    private static func kept(_ folders: [String], origin: String) -> StoreRestore.Kept? {
        let stores = folders.compactMap { try? BackupRecord(in: $0).stores[origin] }
        guard let revision = stores.map(\.revision).max() else { return nil }
        return StoreRestore.Kept(
            digests: stores.reduce(into: []) { $0.formUnion($1.ended) }, revision: revision,
            noted: stores.compactMap(\.noted).max())
    }
}
