import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct InitCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Creates the store, empty or with an example world.",
        discussion: """
            The store is a file that its owner and group can read and write. An existing store is kept.

            People, lines and visiting hours of the example worlds are invented. The coordinates of Chinese cities in china \
            are GeoNames' (https://www.geonames.org), CC BY 4.0.
            """)

    @Option(help: ArgumentHelp("Load the example world of that name: china, michigan.", valueName: "name"))
    var example: String?

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        guard let example else {
            try desk.create()
            let document = InitDocument(store: desk.store)
            return console.answer(
                text: InitText(document, language: console.language).text, json: document.json)
        }
        let report = try desk.create(example: example, today: common.day)
        ImportCommand.show(report, console)
    }
}
