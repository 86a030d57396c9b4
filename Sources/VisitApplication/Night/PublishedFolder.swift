import Foundation
import VisitModel

/// The folder into which a night publishes what people read, each part with a manifest of its own:
///
///     published/            0750
///       calendars/          0750, without names
///       reports/            0700, with names
///
/// A file is written only where it differs, and what belongs to nobody any more is removed: also what was about a child who
/// has been erased.
struct PublishedFolder {
    /// Where it is where nobody says.
    static let usualPath = "/var/lib/visitd/published"

    /// Its path.
    let path: String

    init(_ path: String) {
        self.path = path
    }

    private var calendars: String { path + "/calendars" }
    private var reports: String { path + "/reports" }

    /// Whether something was published there.
    var exists: Bool { FileManager.default.fileExists(atPath: calendars + "/" + Manifest.fileName) }

    /// Brings the folder to what the store says.
    ///
    /// - Parameter language: that of calendars, and of reports that are not written for one household.
    func publish(from desk: Desk, today: Day, language: Language = .english) throws -> NightReport.Files {
        try make(path, mode: 0o750)
        try make(calendars, mode: 0o750)
        try make(reports, mode: 0o700)
        return NightReport.Files(
            folder: path,
            calendars: try desk.export(
                .ics, of: .all(Desk.ExportSelection.usualKinds), to: calendars, today: today, language: nil,
                otherwise: language),
            reports: try desk.export(.html, of: .all([]), to: reports, today: today, language: nil, otherwise: language)
        )
    }

    /// Makes a folder with those permission bits, whatever the umask; one that is there keeps what its owner has given it,
    /// but is never wider than that.
    private func make(_ folder: String, mode: mode_t) throws(DeskError) {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(folder)
        }
        var status = stat()
        guard stat(folder, &status) == 0 else { throw .cannotWrite(folder) }
        let bits = status.st_mode & 0o777
        guard bits & ~mode != 0 else { return }
        guard chmod(folder, bits & mode) == 0 else { throw .cannotWrite(folder) }
    }
}
