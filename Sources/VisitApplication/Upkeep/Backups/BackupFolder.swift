import Foundation
import VisitModel
import VisitStore

/// A folder of backups, each named for the day on which it was made: `visits-2026-11-23.db`, encrypted
/// `visits-2026-11-23.db.age`.
///
/// The name is for people. Which copy is older is told by what it holds, since clocks go wrong: the number of the last write,
/// which only rises.
struct BackupFolder {
    /// Where it is where nobody says.
    static let usualPath = "/var/lib/visitd/backups"

    /// Its path.
    let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Whether there is such a folder.
    var exists: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// For how many seconds to wait for another process that makes a backup in the folder.
    static let timeout = 60.0

    /// The right to change the folder, held by one process at a time.
    ///
    /// - Throws: `BackupError.madeElsewhere` where another process does not end in time.
    func lock(timeout: Double = Self.timeout) throws -> FileLock {
        guard let lock = try FileLock.acquire("\(path)/.backups.lock", timeout: timeout) else {
            throw BackupError.madeElsewhere(folder: path)
        }
        return lock
    }

    /// A file that is named as a backup is.
    struct Entry: Hashable {
        /// The file's name.
        let name: String
        /// The day that it is named for.
        let day: Day
        /// Which of the copies of that day that must not be written over; 1 for the usual one.
        let number: Int
        /// Whether it is encrypted.
        let isEncrypted: Bool

        init(of day: Day, number: Int, isEncrypted: Bool) {
            (self.day, self.number, self.isEncrypted) = (day, number, isEncrypted)
            name = "\(prefix)\(day)\(number > 1 ? ".\(number)" : "")\(suffix)\(isEncrypted ? encryptedSuffix : "")"
        }

        /// The backup of that name; nil where no backup is named so.
        init?(_ name: String) {
            let isEncrypted = name.hasSuffix(encryptedSuffix)
            let plain = isEncrypted ? name.dropLast(encryptedSuffix.count) : name[...]
            guard plain.hasPrefix(prefix), plain.hasSuffix(suffix) else { return nil }
            let parts = plain.dropFirst(prefix.count).dropLast(suffix.count).split(separator: ".", maxSplits: 1)
            guard let day = parts.first.flatMap({ Day($0) }) else { return nil }
            guard let number = parts.count > 1 ? Int(parts[1]) : 1 else { return nil }
            self.init(of: day, number: number, isEncrypted: isEncrypted)
            guard self.name == name else { return nil }
        }
    }

    /// The backups, by name.
    var entries: [Entry] { names.compactMap { Entry($0) } }

    /// What killed backups of earlier versions of this program left: whole copies that no rule for backups would find.
    func removeDeadCopies() throws(DeskError) {
        for name in names {
            guard let ending = name.firstRange(of: ".partial"), Entry(String(name[..<ending.lowerBound])) != nil else {
                continue
            }
            try remove(name)
        }
    }

    /// Removes the file of that name.
    func remove(_ name: String) throws(DeskError) {
        guard unlink("\(path)/\(name)") == 0 || errno == ENOENT else { throw .cannotRemove(["\(path)/\(name)"]) }
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    /// What is known of a backup: by opening it, or, where it is encrypted, by the record beside it. Nil where it is no
    /// sound store, or is not the file that the record knows.
    func copy(of entry: Entry, _ record: BackupRecord) -> (origin: String?, revision: Int)? {
        let file = "\(path)/\(entry.name)"
        guard entry.isEncrypted else {
            guard let copy = try? VisitStore.describeCopy(at: file) else { return nil }
            return (copy.origin, copy.revision)
        }
        guard let known = record.copies[entry.name], FileStatus(of: file)?.size == known.bytes else { return nil }
        return (known.origin, known.revision)
    }
}

private let prefix = "visits-"
private let suffix = ".db"
private let encryptedSuffix = ".age"
