import Foundation
import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// How backups are encrypted.
    public struct BackupEncryption: Sendable {
        /// To whom: public keys as `age` takes them. Empty for copies that are not encrypted.
        public var recipients: [String]
        /// The file with a private key; where it is there, a backup is decrypted to check it.
        public var identity: String?

        /// An encryption.
        public init(recipients: [String] = [], identity: String? = nil) {
            self.recipients = recipients
            self.identity = identity
        }
    }

    /// How backups are encrypted by `visitd.yaml`: `backup-recipients`, with commas between, and `backup-identity`.
    public func backupEncryption() throws -> BackupEncryption {
        let recipients = try setting("backup-recipients") ?? ""
        return BackupEncryption(
            recipients: Self.recipients(in: recipients), identity: try setting("backup-identity"))
    }

    /// The recipients in a text, with commas between.
    public static func recipients(in text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
    }

    /// Copies the store, as of one moment, into a file, while others read and write, and opens the copy to see that it can be
    /// restored.
    ///
    /// - Parameters:
    ///   - path: the file; or a folder, in which the copy is named for `today`: `visits-2026-11-23.db`.
    ///   - keep: how many of the copies of this store stay in the folder, by what they hold, this one among them; nil for all,
    ///     and for a file.
    ///   - encryption: nil for what the settings say.
    /// - Throws: `BackupError.madeElsewhere`, `BackupError.folderMissing`, `DeskError.exists`, `DeskError.notAFolder`,
    ///   `StoreError`, …; no copy stays then.
    public func backUp(
        to path: String, keep: Int? = nil, encryption: BackupEncryption? = nil, today: Day
    ) throws -> BackupDocument {
        let folder = BackupFolder(path)
        guard folder.exists || keep == nil else {
            if FileManager.default.fileExists(atPath: path) { throw DeskError.notAFolder(path) }
            throw BackupError.folderMissing(path: path)
        }
        let encryption = try encryption ?? backupEncryption()
        let store = try reading().store
        guard folder.exists else {
            guard !FileManager.default.fileExists(atPath: path) else { throw DeskError.exists(path) }
            let draft = try BackupDraft(of: store, in: FileDraft.folder(of: path), encryption)
            guard try draft.place(at: path, replacing: false) else { throw DeskError.exists(path) }
            noteBackup()
            return draft.document(file: path)
        }
        let lock = try folder.lock()
        return try withExtendedLifetime(lock) {
            try folder.removeDeadCopies()
            var record = try folder.record()
            let draft = try BackupDraft(of: store, in: folder.path, encryption)
            if let origin = draft.copy.origin {
                record.add(try store.endingDigests(), origin: origin, revision: draft.copy.revision, at: now())
            }
            // Before there is a copy: what is ended from then on is noted here. A store that is only read has no such list.
            BackupFolderList(of: self.store).add(folder.path)
            let entry = try place(draft, in: folder, &record, today: today)
            noteBackup()
            var document = draft.document(file: "\(folder.path)/\(entry.name)")
            if let keep {
                (document.removed, document.leftAlone) = try folder.removeAllBut(
                    keep, besides: entry, draft.copy, record)
                for file in document.removed { record.copies[file] = nil }
                try folder.write(record)
            }
            return document
        }
    }

    /// Notes in the store that there is a copy of it. A store that is only read, or older than the program, is copied all the same.
    private func noteBackup() { try? writing().store.noteBackup(at: now()) }

    /// Gives a draft its name in the folder. A copy of the same day is replaced where it holds no more than this one; any
    /// other stays, and this one gets a number.
    private func place(
        _ draft: BackupDraft, in folder: BackupFolder, _ record: inout BackupRecord, today: Day
    ) throws -> BackupFolder.Entry {
        for number in 1... {
            let entry = BackupFolder.Entry(of: today, number: number, isEncrypted: draft.isEncrypted)
            let file = "\(folder.path)/\(entry.name)"
            let isThere = FileManager.default.fileExists(atPath: file)
            if isThere {
                guard let existing = folder.copy(of: entry, record), existing.origin == draft.copy.origin,
                    existing.revision <= draft.copy.revision
                else { continue }
            }
            // Written first: of an encrypted copy nothing else says what it holds, so it must outlive a kill.
            record.copies[entry.name] = draft.recorded(at: now())
            try folder.write(record)
            if try draft.place(at: file, replacing: isThere) { return entry }
        }
        preconditionFailure("A folder does not hold a backup of every number.")
    }

    /// The folder that holds the backups where nobody says another: `$VISITD_BACKUPS`, otherwise the setting `backups`.
    func backupsPath() throws -> String {
        try ProcessInfo.processInfo.environment["VISITD_BACKUPS"] ?? setting("backups") ?? BackupFolder.usualPath
    }

    /// Notes beside the backups what was ended in the store, in every folder that is known to hold some and is there, so that
    /// a restore after its loss does not bring it back. Where there are no backups there is nothing to note.
    ///
    /// - Throws: `BackupError.notNoted`; what was done in the store stays done.
    func noteEndings() throws {
        let list = BackupFolderList(of: self.store)
        let usual = BackupFolderList.absolute(try backupsPath())
        let others = list.folders
        let folders = ([usual] + (others ?? []).filter { $0 != usual }).map { BackupFolder($0) }.filter(\.exists)
        var failed = others == nil ? [list.path] : []
        for folder in folders {
            do { try noteEndings(in: folder) } catch { failed.append(folder.path) }
        }
        guard failed.isEmpty else { throw BackupError.notNoted(folders: failed) }
    }

    private func noteEndings(in folder: BackupFolder) throws {
        let lock = try folder.lock()
        try withExtendedLifetime(lock) {
            let store = try VisitStore(openingAt: self.store, readOnly: true)
            let description = try store.description()
            guard let origin = description.origin else { return }
            var record = try folder.record()
            record.add(try store.endingDigests(), origin: origin, revision: description.revision, at: now())
            try folder.write(record)
            try store.close()
        }
    }
}

extension BackupFolder {
    /// The record beside the backups. One that cannot be read is set aside as `backups.json.unreadable`: what it says may be
    /// all that is known of what was ended.
    ///
    /// - Throws: `BackupError.recordNotReadable` where this user may not read it.
    func record() throws(BackupError) -> BackupRecord {
        do throws(BackupRecord.Unreadable) {
            return try BackupRecord(in: path)
        } catch {
            guard access(error.path, R_OK) == 0 else { throw .recordNotReadable(path: error.path) }
            rename(error.path, error.path + ".unreadable")
            return BackupRecord()
        }
    }

    /// Writes the record, for the owner and the group of the folder: several people of one group may make backups.
    func write(_ record: BackupRecord) throws(DeskError) {
        let file = "\(path)/\(BackupRecord.fileName)"
        guard try FolderPublication.write(Array(record.text.utf8), to: file) else { return }
        var status = stat()
        guard stat(path, &status) == 0, chmod(file, 0o660) == 0 else { throw .cannotWrite(file) }
        // Whoever is not of that group keeps the file to their own.
        _ = chown(file, uid_t.max, status.st_gid)
    }

    /// Removes all copies of the store but `count`, those that hold most; the one that was just made always stays.
    ///
    /// - Returns: the files that are gone, and those that are named like backups and are none that is known: another store's,
    ///   damaged, encrypted elsewhere.
    func removeAllBut(
        _ count: Int, besides made: Entry, _ copy: StoreCopy, _ record: BackupRecord
    ) throws -> (removed: [String], leftAlone: [String]) {
        var known: [(entry: Entry, revision: Int)] = []
        var leftAlone: [String] = []
        for entry in entries where entry != made {
            // A copy from before schema 10 does not say whose it is; in the folder of this store it is this store's.
            if let found = self.copy(of: entry, record), found.origin == copy.origin || found.origin == nil {
                known.append((entry, found.revision))
            } else {
                leftAlone.append(entry.name)
            }
        }
        known.sort { ($0.revision, $0.entry.day, $0.entry.name) > ($1.revision, $1.entry.day, $1.entry.name) }
        let surplus = known.dropFirst(count - 1).map(\.entry.name).sorted()
        for name in surplus { try remove(name) }
        return (surplus, leftAlone)
    }
}
