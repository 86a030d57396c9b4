import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct NextCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "next", abstract: "When is the next visit?",
        discussion: """
            When and where, who goes with whom, when to leave home, what to bring and why this date; or why there is
            none, and what would help.
            """)

    @Option(
        name: .long,
        help: ArgumentHelp("A child, by identifier or full name, also in pinyin. Can be given several times."))
    var child: [String] = []

    @Option(help: ArgumentHelp("Only visits to this prisoner.", valueName: "id"))
    var prisoner: String?

    @Option(help: ArgumentHelp("All children of this household.", valueName: "id"))
    var household: String?

    @Flag(help: "All children.")
    var all = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if child.isEmpty, prisoner == nil, household == nil, !all {
            throw ValidationError("Say whose visit: --child, --household or --prisoner with an id, or --all.")
        }
    }

    func perform(at desk: Desk, console: Console) throws {
        let selection = OutlookSelection(
            children: child, prisoner: prisoner.map { Identifier($0) }, household: household.map { Identifier($0) })
        let outlooks = try desk.outlooks(selection, today: common.day)
        let currency = try desk.currency()
        console.answer(
            text: NextText(outlooks, today: common.day, currency: currency, language: console.language).text,
            json: NextDocument(outlooks, today: common.day, language: console.language).json)
    }
}
