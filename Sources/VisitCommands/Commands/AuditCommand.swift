import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore

struct AuditCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Who changed what, and who saw whose record through the service.",
        discussion: """
            Lines are only ever added, each with a digest over the one before it; visitctl doctor checks the chain. The log
            holds identifiers, never names. What somebody reads who may open the store's file itself is not in it.

            A look at a list is one line, found under each record that it showed; looks at one record within a minute are
            in the line of the first. --check says whether the log still has the line that was its end once, as the
            journal tells it every night and each backup holds it.
            """)

    @Option(help: ArgumentHelp("About one child, its household and its visits.", valueName: "id"))
    var child: String?

    @Option(help: ArgumentHelp("About one household.", valueName: "id"))
    var household: String?

    @Option(help: ArgumentHelp("About one visit.", valueName: "id"))
    var visit: String?

    @Option(help: ArgumentHelp("Whether the log has this line: an end of before.", valueName: "position:digest"))
    var check: String?

    @Option(help: "How many lines at most, the newest first.")
    var limit: Int = 50

    @OptionGroup var common: CommonOptions

    func validate() throws {
        if [child, household, visit, check].count(where: { $0 != nil }) > 1 {
            throw ValidationError("Say one of --child, --household, --visit and --check, or none for all.")
        }
        if let check, StoreCopy.ChainEnd(check) == nil {
            throw ValidationError(
                "--check is “\(check)”; expected a position and 64 digits of base 16, as in 412:9f0c….")
        }
        if !(1...100_000).contains(limit) { throw ValidationError("--limit is \(limit); expected 1 to 100000.") }
    }

    func perform(at desk: Desk, console: Console) throws {
        if let end = check.flatMap({ StoreCopy.ChainEnd($0) }) {
            try desk.requireAudit(toHold: end)
            let document = AuditEndDocument(end: end.text)
            return console.answer(text: AuditEndText(document, language: console.language).text, json: document.json)
        }
        let subject = household.map { "household \($0)" } ?? visit.map { "visit \($0)" }
        let entries =
            try child.map { try desk.auditEntries(ofChild: Identifier($0), limit: limit) }
            ?? desk.auditEntries(about: subject, limit: limit)
        console.answer(
            text: AuditText(entries, language: console.language).text, json: AuditDocument(entries).json)
    }
}
