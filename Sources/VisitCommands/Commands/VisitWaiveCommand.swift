import ArgumentParser
import VisitApplication
import VisitModel

extension VisitCommand {
    /// Lets a visit take place though something does not hold.
    struct Waive: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets a visit take place though something does not hold.",
            discussion: """
                It says who has decided it and why wherever the flag is shown, and is written in the audit log. Where the ground of
                the flag goes, or another one comes, it goes too.
                """)

        @Argument(help: "The visit.")
        var id: String

        @Option(
            help: ArgumentHelp(
                "What is let pass: the code of a flag, as visit list --flagged and check show it.", valueName: "code"))
        var check: VisitFlag.Code

        @Option(
            help: ArgumentHelp("Who or what it is about, where the visit has several such flags.", valueName: "subject")
        )
        var about: String?

        @Option(help: "Why.")
        var reason: String

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let visit = try desk.waive(Identifier(id), check, about: about, reason: reason)
            try VisitCommand.printOutcome([visit], desk, console)
        }
    }
}

extension VisitFlag.Code: ExpressibleByArgument {}
