import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitStore

struct UpgradeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "upgrade", abstract: "Brings the store of an earlier version to this one.",
        discussion: """
            The store is copied beside itself first, and the copy is read whole. Commands that write and the daemon do the \
            same by themselves; commands that read wait for it. A store that is of this version stays as it is.
            """)

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let upgrade = try desk.upgradeStore()
        let already = BilingualText(
            en: "The store \(desk.store) is of this version.", zh: "数据库 \(desk.store) 已是当前版本，无需升级。")
        console.answer(
            text: (upgrade?.sentence ?? already)[console.language],
            json: .members([
                "format": "visitd-upgrade/1", "store": .string(desk.store),
                "from": upgrade.map { .int($0.from) }, "to": upgrade.map { .int($0.to) },
                "copy": upgrade.map { .string($0.copy) },
            ]))
    }
}
