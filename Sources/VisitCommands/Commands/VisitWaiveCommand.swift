import ArgumentParser
import VisitApplication
import VisitModel

extension VisitCommand {
    /// Lets a visit take place though something does not hold.
    struct Waive: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Waives a flag, so that the visit can take place all the same.",
            discussion: """
                Wherever the flag is shown, it says who decided this and why; the audit log says so too. The waiver ends
                when the cause of the flag ends or changes.
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
