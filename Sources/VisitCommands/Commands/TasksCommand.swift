import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct TasksCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks", abstract: "What must be done by when, for whom, and which rule says so.",
        discussion: """
            Notices after an admission, papers for agreed visits, the ends of nursing and nursery, foster-care clocks,
            children without care in fact, months without contact, notes for parole. Names are never shown.
            """)

    @Option(help: ArgumentHelp("How many days to look ahead.", valueName: "days"))
    var within: Int = 30

    @Option(help: ArgumentHelp("Only this prisoner.", valueName: "id"))
    var prisoner: String?

    @Option(help: ArgumentHelp("Only this household.", valueName: "id"))
    var household: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(0...1000).contains(within) { throw ValidationError("--within is \(within); expected 0 to 1000 days.") }
    }

    func perform(at desk: Desk, console: Console) throws {
        let list = try desk.tasks(
            within: within, prisoner: prisoner.map { Identifier($0) }, household: household.map { Identifier($0) },
            today: common.day)
        console.answer(
            text: TasksText(list, language: console.language).text,
            json: TasksDocument(list, language: console.language).json)
    }
}
