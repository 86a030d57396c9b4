import ArgumentParser
import VisitApplication
import VisitModel

extension VisitCommand {
    /// Gives a visit another adult.
    struct Companion: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives an agreed visit another adult.",
            discussion: """
                The adult takes the place of the one who leads, on this visit and on the other agreed visits of the same
                journey. It is refused where that adult would bring a new flag. visitctl check and visitctl tasks
                suggest adults. A proposal that needs the same adult at that time gives way to it in the next plan.
                """)

        @Argument(help: "The visit, by its number (V-0123) or identifier.")
        var id: String

        @Option(help: ArgumentHelp("The escort who goes along.", valueName: "id"))
        var escort: String?

        @Option(help: ArgumentHelp("The guardian who goes along.", valueName: "id"))
        var guardian: String?

        @OptionGroup var step: StepOptions
        @OptionGroup var common: CommonOptions

        func validate() throws {
            guard (escort == nil) != (guardian == nil) else {
                throw ValidationError("Expected one of --escort and --guardian.")
            }
        }

        func perform(at desk: Desk, console: Console) throws {
            guard
                let adult: Visit.Companion = escort.map({ .escort(Identifier($0)) })
                    ?? guardian.map({ .guardian(Identifier($0)) })
            else { preconditionFailure("Validated: one of both is named.") }
            let visits = try desk.changeAdult(
                of: Identifier(id), to: adult, step.step(.companion), today: common.day)
            try VisitCommand.printOutcome(visits, desk, console)
        }
    }
}
