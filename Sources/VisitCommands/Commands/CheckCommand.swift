import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct CheckCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Looks for what keeps children from visits: papers, people, sessions, places.")

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let findings = try desk.check(today: common.day)
        let shown = common.quiet ? findings.filter { $0.severity == .error } : findings
        console.answer(
            text: FindingsText(shown, language: console.language).text,
            json: FindingsDocument(findings, language: console.language).json)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(FailureKind.badData.exitStatus) }
    }
}
