import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct RestoreCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup in the place of the store.",
        discussion: """
            The backup is read whole first. The store is replaced in one transaction: the daemon may go on, and a
            restore that is interrupted leaves the store as it was.
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var path: String

    @Flag(help: "Replace the store that is there, and all that was entered since the backup.")
    var replace = false

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        try desk.restore(from: path, replacing: replace)
        let document = RestoreDocument(store: desk.store, file: path)
        console.answer(text: RestoreText(document, language: console.language).text, json: document.json)
    }
}
