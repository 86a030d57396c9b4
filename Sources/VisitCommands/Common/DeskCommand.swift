import ArgumentParser
import Foundation
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports
import VisitStore

/// A command that works at the desk. It says what it does; the exit code and the words of a failure are said here.
protocol DeskCommand: ParsableCommand {
    /// The options that every command takes.
    var common: CommonOptions { get }
    /// Does the work.
    func perform(at desk: Desk, console: Console) throws
}

extension DeskCommand {
    func run() throws {
        signal(SIGPIPE, SIG_IGN)
        let console = common.console
        do {
            var desk = common.desk
            desk.onUpgrade = { console.remark(UpgradeText($0, language: console.language).text) }
            try perform(at: desk, console: console)
        } catch let failure as any Failure {
            console.report(failure)
            throw ExitCode(failure.kind.exitStatus)
        } catch let error as ValidationError {
            guard console.isJSON else { throw error }
            console.report(UsageFailure(message: error.message))
            throw ExitCode(FailureKind.usage.exitStatus)
        }
    }
}

/// A request that makes no sense, found after the options were read.
struct UsageFailure: Failure {
    let message: String

    var kind: FailureKind { .usage }
    var code: String { "usage" }
    var sentence: BilingualText { BilingualText(message) }
}
