import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct SessionsCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "sessions", abstract: "A prison's dated visiting sessions, with the tables that are taken.")

    @Option(help: ArgumentHelp("The prison.", valueName: "id"))
    var prison: String

    @Option(help: ArgumentHelp("The first day.", valueName: "YYYY-MM-DD"))
    var from: CivilDay

    @Option(help: ArgumentHelp("The last day.", valueName: "YYYY-MM-DD"))
    var to: CivilDay

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if to.day < from.day { throw ValidationError("The days end on \(to.day), before they begin on \(from.day).") }
        if to.day - from.day > 1500 { throw ValidationError("At most 1,500 days can be shown at once.") }
    }

    func perform(at desk: Desk, console: Console) throws {
        let found = try desk.sessions(of: Identifier(prison), within: DayRange(from.day, to.day))
        console.answer(
            text: SessionsText(
                prison: found.prison, sessions: found.sessions, taken: found.taken, language: console.language
            ).text,
            json: SessionsDocument(prison: found.prison.id, sessions: found.sessions, taken: found.taken).json)
    }
}
