import Foundation
import VisitModel
import VisitStore

extension Desk {
    /// Copies the store, as of one moment, into a file, while others read and write.
    ///
    /// - Parameters:
    ///   - path: the file; or a folder, in which the copy is named for `today`: `visits-2026-11-23.db`.
    ///   - keep: how many of the copies named so stay in the folder, the newest; nil for all, and for a file.
    /// - Returns: the file.
    public func backUp(to path: String, keep: Int? = nil, today: Day) throws -> String {
        let folder = BackupFolder(path)
        let file = folder.exists ? folder.file(of: today) : path
        guard folder.exists || keep == nil else { throw DeskError.notAFolder(path) }
        guard folder.exists || !FileManager.default.fileExists(atPath: file) else { throw DeskError.exists(file) }
        let store = try reading().store
        try store.backUp(to: file)
        // A store that is only read, or older than the program, is copied all the same.
        try? writing().store.noteBackup(at: now())
        if folder.exists, let keep { try folder.removeAllBut(keep) }
        return file
    }
}
