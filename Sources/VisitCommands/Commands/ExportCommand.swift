import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct ExportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes calendars, itineraries and lists as files.",
        discussion: """
            ics: calendars of households, prisons, homes and escorts; with --kinds also of children and prisoners. html, text, \
            csv, xlsx, json: itineraries and months of households, cards of children, escorts' months, the gates' lists of \
            the next 14 days, the next lists for approval, the overviews. Only files that changed are written.
            """)

    @Argument(help: "ics, html, text, csv, xlsx or json.")
    var format: Desk.ExportFormat

    @OptionGroup var subject: SubjectOptions

    @Flag(help: "Everybody.")
    var all = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "With --all, the calendars to write: \(Feed.Scope.Kind.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "kind"))
    var kinds: [Feed.Scope.Kind] = Desk.ExportSelection.usualKinds

    @Option(name: .customShort("o"), help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output: String

    @Flag(help: "Show names in calendars. Without it, they name nobody.")
    var names = false

    @Flag(help: "With csv and --all: everything that the store holds, as the tables that import reads, with names.")
    var raw = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        let count = subject.scopes.count + (all ? 1 : 0)
        if count != 1 { throw ValidationError("Say whose: \(SubjectOptions.list), or --all.") }
        if raw, format != .csv || !all { throw ValidationError("--raw goes with csv and --all.") }
    }

    func perform(at desk: Desk, console: Console) throws {
        if raw { return Self.printOutcome(try desk.exportTables(to: output), output, console) }
        let report = try desk.export(
            format, of: subject.scopes.first.map { .one($0) } ?? .all(kinds), to: output, today: common.day,
            language: common.lang?.language, otherwise: console.language, showsNames: names)
        Self.printOutcome(report, output, console)
    }

    /// Says what writing files did.
    static func printOutcome(_ report: Desk.ExportReport, _ output: String, _ console: Console) {
        let document = ExportDocument(
            folder: output, written: report.written, removed: report.removed, unchanged: report.unchanged)
        console.answer(text: ExportText(document, language: console.language).text, json: document.json)
    }
}

extension Desk.ExportFormat: ExpressibleByArgument {}
extension Feed.Scope.Kind: ExpressibleByArgument {}
