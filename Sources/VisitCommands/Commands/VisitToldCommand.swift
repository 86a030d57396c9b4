import ArgumentParser
import VisitApplication
import VisitModel

extension VisitCommand {
    /// Writes down that the family knows that a visit was called off.
    struct Told: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records that the family has been told of a cancelled visit.",
            discussion: """
                A requested or confirmed visit that the program cancelled is listed by tasks and check until this is
                recorded, or until another visit of these children to that prisoner is confirmed.
                """)

        @Argument(help: "The visit.")
        var id: String

        @Option(help: "How they were told, in a few words.")
        var how = ""

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let visit = try desk.told(Identifier(id), how: how)
            try VisitCommand.printOutcome([visit], desk, console)
        }
    }
}
