import Foundation
import VisitFormats

/// The folders that hold backups of a store or did, in `visits.db.backup-folders` beside it: what is ended in the store is
/// noted in each of them, wherever somebody has made a backup.
///
/// A line per folder, as a JSON string, which is only ever appended: two processes cannot take each other's away.
struct BackupFolderList {
    /// The path of the file.
    let path: String

    private let store: String

    /// The list of the store at `store`.
    init(of store: String) {
        self.store = store
        path = store + ".backup-folders"
    }

    /// The folders, by absolute paths; nil where this user may not read the list.
    var folders: [String]? {
        guard access(path, F_OK) == 0 else { return [] }
        guard let bytes = FileManager.default.contents(atPath: path) else { return nil }
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            (try? JSONTape(Array(line))).flatMap { $0.text(0) }
        }
    }

    /// Adds a folder, and says whether it is in the list now.
    @discardableResult
    func add(_ folder: String) -> Bool {
        let folder = Self.absolute(folder)
        guard let folders else { return false }
        if folders.contains(folder) { return true }
        let line = Array((JSON.string(folder).text(pretty: false) + "\n").utf8)
        let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode_t(0o660))
        guard file >= 0 else { return false }
        defer { close(file) }
        // Whoever has made it, those who write into the store read and write it.
        var status = stat()
        if stat(store, &status) == 0, fchmod(file, 0o660) == 0 {
            _ = fchown(file, status.st_uid, status.st_gid)
        }
        return write(file, line, line.count) == line.count && fsync(file) == 0
    }

    /// A path that means the same folder wherever it is read.
    static func absolute(_ path: String) -> String { URL(filePath: path).standardizedFileURL.path }
}
