import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct StatusCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "What the store holds, and how old and how good its plan is.")

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let status = try desk.status(today: common.day)
        console.answer(
            text: StatusText(status, language: console.language).text,
            json: StatusDocument(status, language: console.language).json)
    }
}
