import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct CheckCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Looks for what keeps children from visits, and for visits that do not hold.",
        discussion: """
            The visits ahead are judged against the register and the clock, those that are agreed first. A day that has passed
            without anybody saying what became of a visit is found too.
            """)

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let findings = try desk.check(today: common.day)
        let shown = common.quiet ? findings.filter { $0.severity == .error } : findings
        console.answer(
            text: FindingsText(shown, language: console.language).text,
            json: CheckDocument(findings, today: common.day, language: console.language).json)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(FailureKind.badData.exitStatus) }
    }
}
