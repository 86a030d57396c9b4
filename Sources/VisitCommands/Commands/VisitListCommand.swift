import ArgumentParser
import VisitApplication
import VisitModel
import VisitReports

extension VisitCommand {
    /// All visits, or those that are asked for.
    struct List: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists visits with the adults who go along, and their flags.",
            discussion: """
                Without options it lists all visits by date, past and cancelled ones included. With --json it is the
                document visitd-visits/1: everybody who takes part, the journey with its times, the flags.
                """)

        @Option(help: ArgumentHelp("The first day.", valueName: "YYYY-MM-DD"))
        var from: CivilDay?

        @Option(help: ArgumentHelp("The last day.", valueName: "YYYY-MM-DD"))
        var to: CivilDay?

        @Option(
            help: ArgumentHelp(
                "How far they have come; may be repeated: \(Visit.Status.allCases.map(\.rawValue).joined(separator: ", ")).",
                valueName: "status"))
        var status: [Visit.Status] = []

        @Option(help: ArgumentHelp("The prison.", valueName: "id"))
        var prison: String?

        @Option(help: ArgumentHelp("The household.", valueName: "id"))
        var household: String?

        @Flag(help: "Only visits with flags.")
        var flagged = false

        @OptionGroup var common: CommonOptions

        func validate() throws {
            if let from, let to, to.day < from.day {
                throw ValidationError("--to \(to.day) lies before --from \(from.day).")
            }
        }

        func perform(at desk: Desk, console: Console) throws {
            let visits = try desk.visits(
                VisitQuery(
                    household: household.map { Identifier($0) }, prison: prison.map { Identifier($0) },
                    first: from?.day, last: to?.day, statuses: status, isFlagged: flagged, page: .whole))
            console.answer(
                text: VisitsText(visits, language: console.language).text,
                json: VisitsDocument(visits, today: common.day, language: console.language).json)
        }
    }
}

extension Visit.Status: ExpressibleByArgument {}
