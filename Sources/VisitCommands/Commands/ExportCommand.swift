import ArgumentParser
import VisitModel
import VisitPlanning
import VisitReports

struct ExportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes calendars, itineraries and lists as files.",
        discussion: """
            ics: calendars of households and prisons. html, text, csv, xlsx, json: itineraries and months of households, \
            cards of children, escorts' months, the gates' lists of the next 14 days, the next lists for approval, the \
            overviews. Only files that changed are written.
            """)

    @Argument(help: "ics, html, text, csv, xlsx or json.")
    var format: Desk.ExportFormat

    @Option(help: ArgumentHelp("One household.", valueName: "id"))
    var household: String?

    @Option(help: ArgumentHelp("One prison.", valueName: "id"))
    var prison: String?

    @Flag(help: "All households and prisons.")
    var all = false

    @Option(name: .customShort("o"), help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output: String

    @Flag(help: "Show names in calendars. Without it, they name nobody.")
    var names = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if [household != nil, prison != nil, all].count(where: { $0 }) != 1 {
            throw ValidationError("Say whose: --household ID, --prison ID or --all.")
        }
    }

    private var scope: Feed.Scope? {
        if let household { .household(Identifier(household)) } else { prison.map { .prison(Identifier($0)) } }
    }

    func perform(at desk: Desk, console: Console) throws {
        let report = try desk.export(
            format, of: scope, to: output, today: common.day, language: common.lang?.language, showsNames: names)
        let (written, removed, unchanged) = (report.written.count, report.removed.count, report.unchanged)
        console.answer(
            text: BilingualText(
                en: "\(output): \(written) written, \(removed) removed, \(unchanged) unchanged.",
                zh: "\(output)：写入 \(written) 个，删除 \(removed) 个，未变 \(unchanged) 个。")[console.language],
            json: .members([
                "format": "visitd-export/1", "folder": .string(output),
                "written": .array(report.written.map { .string($0) }),
                "removed": .array(report.removed.map { .string($0) }), "unchanged": .int(unchanged),
            ]))
    }
}

extension Desk.ExportFormat: ExpressibleByArgument {}
