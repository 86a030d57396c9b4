import ArgumentParser
import VisitApplication
import VisitCalendar
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct MessageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message", abstract: "What is written to people about visits.",
        subcommands: [Show.self, Invite.self])

    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what would be written about a visit as it is now, to copy into a chat or a telephone.")

        @Argument(help: "The visit, by its number (V-0123) or identifier.")
        var id: String

        @Flag(help: "As a short message: each part on a line, of at most 70 characters.")
        var sms = false

        @Flag(help: "Name the children. Without it, it names nobody.")
        var names = false

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let text = try desk.messageText(
                about: Identifier(id), language: common.lang?.language, showsNames: names)
            console.answer(
                text: (sms ? text.parts : text.lines).joined(separator: "\n"),
                json: MessageDocument(about: id, language: text.language, lines: text.lines, parts: text.parts).json)
        }
    }

    struct Invite: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a guardian's visits as messages for the guardian's calendar (iTIP), one file each.",
            discussion: """
                request-VISIT.ics for a visit ahead, cancel-VISIT.ics for one that was cancelled in the last \
                \(Visit.daysShownAfterCallingOff) days. Nobody but the guardian is an attendee.
                """)

        @Option(help: ArgumentHelp("The guardian.", valueName: "id"))
        var guardian: String

        @Option(name: .customShort("o"), help: ArgumentHelp("The folder to write to.", valueName: "folder"))
        var output: String

        @Flag(help: "Show names. Without it, the files name nobody.")
        var names = false

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let report = try desk.exportInvitations(
                for: Identifier(guardian), to: output, today: common.day, language: common.lang?.language,
                showsNames: names)
            ExportCommand.printOutcome(report, output, console)
        }
    }
}
