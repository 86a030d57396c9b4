import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore

struct EraseCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "Erases a child, or those whose cases are closed, from the store, for good.",
        discussion: """
            Name, birth date, needs, bonds, papers and reasons go; visits ahead are cancelled, or go on without the child. A
            household in which no other child lives is made nameless with its adults, and its calendars end. Notes on a
            prisoner to whom no other child has a bond are emptied, and so is every text of others that names the child:
            by its name in any spelling, its identifier, or a number that goes with it. A given name alone is not found.
            That visits
            took place stays as a number about nobody, and so does the audit log, which has no names. What the night has
            published is written anew without the child. Take the child out of
            the files as well, or the next import brings it back; backups keep what they have until they are removed, and a
            restore of one erases the child again.

            With --closed-cases all children are erased whose last bond ended (the prisoner was released) as many days ago as \
            the parameter retention.closed_case_days says; without it nobody is. Look first with --dry-run.
            """)

    @Option(help: ArgumentHelp("The child.", valueName: "id"))
    var child: String?

    @Flag(help: "The children whose cases have been closed for as long as retention.closed_case_days says.")
    var closedCases = false

    @Option(
        help: ArgumentHelp(
            "The folder that the night publishes into, where it is not the setting output of visitd.yaml.",
            valueName: "folder"))
    var output: String?

    @Flag(help: "With --closed-cases: say who would be erased, and change nothing.")
    var dryRun = false

    @Flag(help: "Really do it. Without this option nothing is changed.")
    var yes = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (child == nil) == closedCases else {
            throw ValidationError("Whom to erase must be said: either --child or --closed-cases.")
        }
        if let child {
            if dryRun { throw ValidationError("--dry-run goes with --closed-cases alone.") }
            if !yes { throw ValidationError("Erasing cannot be undone; say --yes to erase \(child).") }
        } else if yes == dryRun {
            throw ValidationError("Erasing cannot be undone; say --dry-run to see who would be erased, or --yes.")
        }
    }

    func perform(at desk: Desk, console: Console) throws {
        let folder = output ?? common.output
        guard let child else {
            let document =
                dryRun
                ? try desk.closedCases(today: common.day)
                : try desk.eraseClosedCases(output: folder, today: common.day)
            return console.answer(
                text: RetentionText(document, language: console.language).text, json: document.json)
        }
        let report = try desk.erase(Identifier(child), output: folder, today: common.day)
        let document = ErasureDocument(
            child: child, visitsAhead: report.erasure.visitsAhead, visitsKept: report.erasure.visitsKept,
            includesHousehold: report.erasure.includesHousehold, namings: report.erasure.namings,
            missingFolders: report.missingFolders, copies: report.copies)
        console.answer(text: ErasureText(document, language: console.language).text, json: document.json)
    }
}
