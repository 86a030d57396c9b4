import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct ImportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Reads files into the store: all of them, or on the first fault none.",
        discussion: """
            A path is a folder of files or a single one: tables (CSV), school calendars, closures and the busy times of
            escorts and guardians (.ics), timetables (GTFS). Every fault of every file is reported with file, line and
            column. What the store knows already is updated by identifier; what changed is said.
            Begin with the filled-in templates: visitctl import --templates FOLDER
            """)

    @Argument(
        help:
            "Folders, CSV files, calendars (school_calendars-ID.ics, closures-ID.ics, busy-ID.ics), or timetable feeds (GTFS).",
        completion: .file())
    var paths: [String] = []

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "The encoding of all files: \(Desk.encodingNames.joined(separator: ", ")). Otherwise detected."))
    var encoding: String?

    @Option(help: ArgumentHelp("Write a filled-in template of every file into this folder.", valueName: "folder"))
    var templates: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if paths.isEmpty, templates == nil {
            throw ValidationError("Name a folder or a file to import, or --templates FOLDER.")
        }
        if let encoding, !Desk.isEncoding(encoding) {
            throw ValidationError(
                "“\(encoding)” is not an encoding that can be read; expected one of: "
                    + "\(Desk.encodingNames.joined(separator: ", ")).")
        }
    }

    func perform(at desk: Desk, console: Console) throws {
        if let templates {
            try desk.writeTemplates(to: templates, language: console.language)
            console.remark(
                BilingualText(en: "The templates are in \(templates).", zh: "模板已写入 \(templates)。")[console.language])
        }
        guard !paths.isEmpty else { return }
        Self.show(try desk.importFiles(paths, encoding: encoding, isDryRun: dryRun, today: common.day), console)
    }

    static func show(_ report: Desk.ImportReport, _ console: Console) {
        console.answer(
            text: ImportText(
                sources: report.sources, unread: report.unread, summary: report.summary, findings: report.findings,
                isDryRun: report.isDryRun, language: console.language
            ).text,
            json: ImportDocument(
                sources: report.sources, unread: report.unread, summary: report.summary, findings: report.findings,
                isDryRun: report.isDryRun, language: console.language
            ).json)
    }
}
