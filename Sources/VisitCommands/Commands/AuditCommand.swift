import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct AuditCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Who changed what, and who saw whose record through the service.",
        discussion: """
            Lines are only added, never changed, and form a hash chain, which visitctl doctor checks. The log holds
            identifiers, never names. It does not know who read the store's file without this program.
            """)

    @Option(help: ArgumentHelp("About one child.", valueName: "id"))
    var child: String?

    @Option(help: ArgumentHelp("About one household.", valueName: "id"))
    var household: String?

    @Option(help: ArgumentHelp("About one visit.", valueName: "id"))
    var visit: String?

    @Option(help: "How many lines at most, the newest first.")
    var limit: Int = 50

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if [child, household, visit].count(where: { $0 != nil }) > 1 {
            throw ValidationError("Say one of --child, --household and --visit, or none for all.")
        }
        if !(1...100_000).contains(limit) { throw ValidationError("--limit is \(limit); expected 1 to 100000.") }
    }

    func perform(at desk: Desk, console: Console) throws {
        let subject =
            child.map { "child \($0)" } ?? household.map { "household \($0)" } ?? visit.map { "visit \($0)" }
        let entries = try desk.auditEntries(about: subject, limit: limit)
        console.answer(
            text: AuditText(entries, language: console.language).text, json: AuditDocument(entries).json)
    }
}
