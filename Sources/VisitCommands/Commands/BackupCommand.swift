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
            The copy is of one moment, and is opened and read whole before it takes its name. In a folder it is named for \
            the day: visits-2026-11-23.db. It holds what the store holds, children's names too: guard it as well, or have it \
            encrypted with age (visits-2026-11-23.db.age), to the recipients that the setting backup-recipients of visitd.yaml \
            or --recipient names. Where an identity is there, an encrypted copy is decrypted to check it.
            """)

    @Argument(help: ArgumentHelp("The file to write, or a folder that exists.", valueName: "file"))
    var path: String

    @Option(
        help: ArgumentHelp(
            "Of this store's backups in the folder, keep only so many: those that hold most, whatever their names.",
            valueName: "number"))
    var keep: Int?

    @Option(
        name: .customLong("recipient"),
        help: ArgumentHelp(
            "Encrypt to this public key (age1…, ssh-ed25519 …); may be given several times.", valueName: "key"))
    var recipients: [String] = []

    @Option(
        help: ArgumentHelp(
            "A private key with which to check the encrypted backup; otherwise the setting backup-identity.",
            valueName: "file"))
    var identity: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("At least one backup is kept, not \(keep).") }
    }

    func perform(at desk: Desk, console: Console) throws {
        var encryption = try desk.backupEncryption()
        if !recipients.isEmpty { encryption.recipients = recipients }
        if let identity { encryption.identity = identity }
        let document = try desk.backUp(to: path, keep: keep, encryption: encryption, today: common.day)
        console.answer(text: BackupText(document, language: console.language).text, json: document.json)
    }
}
