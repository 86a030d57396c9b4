import Foundation
import VisitModel

/// A folder of backups, each named for the day on which it was made.
struct BackupFolder {
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// Whether there is such a folder.
    var exists: Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The backup of `day`.
    func file(of day: Day) -> String { "\(path)/\(Self.prefix)\(day)\(Self.suffix)" }

    /// Removes all backups but the newest `count`. Files with other names are left alone.
    func removeAllBut(_ count: Int) throws(DeskError) {
        for day in days.dropLast(count) {
            let file = file(of: day)
            do {
                try FileManager.default.removeItem(atPath: file)
            } catch {
                throw .cannotWrite(file)
            }
        }
    }

    /// The days of which there are backups, the earliest first.
    private var days: [Day] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasPrefix(Self.prefix) && $0.hasSuffix(Self.suffix) }
            .compactMap { Day($0.dropFirst(Self.prefix.count).dropLast(Self.suffix.count)) }.sorted()
    }

    private static let prefix = "visits-"
    private static let suffix = ".db"
}
