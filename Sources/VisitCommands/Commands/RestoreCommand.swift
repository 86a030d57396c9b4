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
            The backup is read whole first. The store is replaced in one transaction: the daemon may go on, and a restore that \
            is interrupted leaves the old state or the new one, and can be repeated. Children who were erased and tokens and \
            calendars that were revoked since the backup was made are erased and revoked again; that is known from the store \
            that is replaced, otherwise from backups.json beside the backup. An encrypted backup (age) needs --identity.
            """)

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"))
    var path: String

    @Flag(help: "Replace the store that is there, and all that was entered since the backup.")
    var replace = false

    @Option(
        help: ArgumentHelp(
            "The private key of an encrypted backup; otherwise the setting backup-identity.", valueName: "file"))
    var identity: String?

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let document = try desk.restore(from: path, identity: identity, replacing: replace, today: common.day)
        console.answer(text: RestoreText(document, language: console.language).text, json: document.json)
    }
}
