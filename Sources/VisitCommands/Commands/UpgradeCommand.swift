import ArgumentParser
import VisitApplication
import VisitFormats
import VisitReports

struct UpgradeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade", abstract: "Upgrades the store of an earlier version.",
        discussion: """
            The store is copied beside itself first, and the copy is read whole. Commands that write and the daemon do the \
            same by themselves; commands that read wait for it. A store that is of this version stays as it is.
            """)

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let document = try desk.upgradeStore()
        console.answer(text: UpgradeText(document, language: console.language).text, json: document.json)
    }
}
