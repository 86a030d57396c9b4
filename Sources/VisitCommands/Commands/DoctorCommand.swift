import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct DoctorCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Looks for damage: the store, its disk and permissions, the clock, the time zones, the rules.",
        discussion: "Reads the whole store. Ends with exit code 65 where something is wrong. It changes nothing.")

    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let findings = try desk.doctor()
        console.answer(
            text: FindingsText(findings, language: console.language).text,
            json: FindingsDocument(findings, language: console.language).json)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(FailureKind.badData.exitStatus) }
    }
}
