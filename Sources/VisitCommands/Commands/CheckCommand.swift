import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct CheckCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Lists what keeps children from visits, and the visits with flags.",
        discussion: """
            The visits ahead are judged against the register and the clock, agreed visits first. Past visits without a
            recorded outcome are listed too.
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
