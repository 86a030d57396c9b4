import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct BackupCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the store into a file, while others read and write.",
        discussion: """
            The copy is of one moment, and is read whole before it takes its name. In a folder it is named for the day:
            visits-2026-11-23.db. It holds what the store holds, children's names too: guard it as well.
            """)

    @Argument(help: ArgumentHelp("The file to write, or a folder that exists.", valueName: "file"))
    var path: String

    @Option(help: ArgumentHelp("Of the backups in the folder, keep only so many, the newest.", valueName: "number"))
    var keep: Int?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("At least one backup is kept, not \(keep).") }
    }

    func perform(at desk: Desk, console: Console) throws {
        let document = BackupDocument(file: try desk.backUp(to: path, keep: keep, today: common.day))
        console.answer(text: BackupText(document, language: console.language).text, json: document.json)
    }
}
