import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct MergeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Merges two records of one person.",
        discussion: """
            visitctl merge --child C17 C203 shows both side by side and what becomes of each; with --yes C203 becomes a part of
            C17. Visits, bonds, the visit account, absences, papers, payments, messages and calendars of C203 are C17's then.
            Facts are those of C17, or of C203 where C17 has none; of two decisions about contact the stricter stays. The
            identifier C203 remains known: files that write it mean C17, and a row that describes C203 is passed over with a
            warning.
            Different dates of birth, citizen numbers or sexes are refused without --force, and two confirmed visits at one
            time always.
            Nobody can undo it: make a backup first (visitctl backup FILE).
            """)

    /// Whose records they are.
    enum Kind: String, EnumerableFlag {
        case child, prisoner, guardian, escort

        static func help(for value: Self) -> ArgumentHelp? {
            switch value {
            case .child: "The records are of one child; by identifier or full name."
            case .prisoner: "They are of one prisoner."
            case .guardian: "They are of one guardian."
            case .escort: "They are of one escort."
            }
        }
    }

    @Flag var kind: Kind

    @Argument(help: ArgumentHelp("The record that stays.", valueName: "kept"))
    var kept: String

    @Argument(help: ArgumentHelp("The record of the same person that goes.", valueName: "duplicate"))
    var duplicate: String

    @Flag(help: "Merge them although dates of birth, citizen numbers or sexes differ.")
    var force = false

    @Flag(help: "Really do it. Without this option nothing is changed.")
    var yes = false

    @Flag(help: "Say what would be done, and change nothing, also with --yes.")
    var dryRun = false

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let told = try desk.merge(
            person(kept, at: desk), person(duplicate, at: desk), isForced: force, isDryRun: dryRun || !yes,
            today: common.day)
        console.answer(
            text: MergeText(told, language: console.language).text,
            json: MergeDocument(told, language: console.language).json)
        if !told.merge.obstacles.isEmpty { throw ExitCode(FailureKind.conflict.exitStatus) }
    }

    private func person(_ named: String, at desk: Desk) throws -> Absence.Person {
        switch kind {
        case .child: .child(try desk.child(called: named))
        case .prisoner: .prisoner(Identifier(named))
        case .guardian: .guardian(Identifier(named))
        case .escort: .escort(Identifier(named))
        }
    }
}
