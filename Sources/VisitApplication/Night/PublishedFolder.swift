import Foundation
import VisitModel

/// The folder into which a night publishes what people read, each part with a manifest of its own:
///
///     published/            0750; one that is there keeps its mode
///       .visitd-language    the language of the last night
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

    private var note: String { path + "/.visitd-language" }

    /// Whether something was published there, or began to be: the one part may be there without the other, and of a night
    /// that was killed drafts alone.
    var exists: Bool {
        [calendars, reports].contains { folder in
            FileManager.default.fileExists(atPath: folder + "/" + Manifest.fileName)
                || !FileDraft.names(in: folder).isEmpty
        }
    }

    /// The language that the folder was last published in, as it was noted there.
    private var language: Language? {
        let text = try? String(contentsOfFile: note, encoding: .utf8)
        return text.flatMap { Language(rawValue: $0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    /// Brings the folder to what the store says. Where one part fails, the other is brought there all the same.
    ///
    /// - Parameter language: that of calendars, and of reports that are not written for one household; nil for the one that
    ///   the folder is in, whatever language the person speaks who has it written again.
    func publish(from desk: Desk, today: Day, language: Language?) throws -> NightReport.Files {
        if !FileManager.default.fileExists(atPath: path) { try make(path, mode: 0o750) }
        try make(calendars, mode: 0o750)
        try make(reports, mode: 0o700)
        let spoken = language ?? self.language ?? .english
        let calendarsDone = Result {
            try desk.export(
                .ics, of: .all(Desk.ExportSelection.usualKinds), to: calendars, today: today, language: nil,
                otherwise: spoken)
        }
        let reportsDone = Result {
            try desk.export(.html, of: .all([]), to: reports, today: today, language: nil, otherwise: spoken)
        }
        let noted = Result { try desk.write(spoken.rawValue + "\n", to: note) }
        let files = NightReport.Files(
            folder: path, calendars: try calendarsDone.get(), reports: try reportsDone.get())
        try noted.get()
        return files
    }

    /// Makes a folder of the night's with those permission bits, whatever the umask; one that is there keeps what its owner
    /// has given it, but is never wider than that.
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
