import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports
import VisitRules
import VisitStore

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Visit accounts: what was granted, used, carried and lost, line by line.",
        subcommands: [Show.self, Night.self, Adjust.self, Revert.self, Replay.self], defaultSubcommand: Show.self)

    struct Show: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows a prisoner's account. Writes nothing; nights not yet computed are computed for the answer."
        )

        @Option(help: ArgumentHelp("The prisoner.", valueName: "id"))
        var prisoner: String

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let statement = try desk.account(of: Identifier(prisoner), today: common.day)
            console.answer(
                text: AccountText(statement, language: console.language).text,
                json: AccountDocument(statement, language: console.language).json)
        }
    }

    struct Night: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Computes all accounts up to today; plan does it too. Again on the same day it adds nothing.")

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            try LedgerCommand.printOutcome(try desk.updateLedgers(today: common.day), on: common.day, console)
        }
    }

    /// Says what a night's computing did; fails where an account could not be computed.
    private static func printOutcome(_ report: Desk.LedgerReport, on today: Day, _ console: Console) throws {
        let document = LedgerNightDocument(
            today: today, accounts: report.accounts, lines: report.lines, findings: report.findings,
            language: console.language)
        console.answer(text: LedgerNightText(document).text, json: document.json)
        if !report.findings.isEmpty { throw ExitCode(FailureKind.badData.exitStatus) }
    }

    struct Adjust: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Corrects a number by hand: adds a line with the reason, and changes none.")

        @Option(help: ArgumentHelp("The prisoner.", valueName: "id"))
        var prisoner: String

        @Option(help: "How many are added; negative to take off: --by=-1.")
        var by: Int

        @Option(help: "visit-order, privilege-order or visit. Otherwise what the prisoner's visits are counted in.")
        var unit: String?

        @Option(help: "Why; kept with the line.")
        var reason: String

        @OptionGroup var common: CommonOptions

        func validate() throws {
            if by == 0 || abs(by) > 1000 { throw ValidationError("--by is \(by); expected -1000 to 1000 and not 0.") }
            if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason is empty; say why.") }
            if let unit, LedgerEntry.Unit(rawValue: unit) == nil {
                let known = LedgerEntry.Unit.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("--unit is '\(unit)'; expected one of: \(known).")
            }
        }

        func perform(at desk: Desk, console: Console) throws {
            let statement = try desk.adjustAccount(
                of: Identifier(prisoner), unit.flatMap { LedgerEntry.Unit(rawValue: $0) }, by: by, note: reason,
                today: common.day)
            console.answer(
                text: AccountText(statement, language: console.language).text,
                json: AccountDocument(statement, language: console.language).json)
        }
    }

    struct Revert: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Undoes nights that ran with a wrong clock: reverses their lines and withdraws their plans.",
            discussion: """
                Lines for days after --to-day are reversed by new lines: none is changed, and corrections by hand stay.
                Plans that were made for such days are withdrawn, and their proposals cancelled. The next run makes
                accounts and plan as they would have been. Look first with --dry-run. A second time it changes nothing.
                """)

        @Option(help: ArgumentHelp("The last right day.", valueName: "YYYY-MM-DD"))
        var toDay: CivilDay

        @Option(help: "Why; kept with the lines.")
        var reason: String?

        @Flag(help: "Say what it would do, and change nothing.")
        var dryRun = false

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            let usual = BilingualText(en: "The clock was wrong.", zh: "时钟有误。")
            let report = try desk.revert(
                to: toDay.day, note: reason ?? usual[console.language], today: common.day, isDryRun: dryRun)
            let document = LedgerReturnDocument(
                day: report.day, accounts: report.accounts, lines: report.done.lines, plans: report.done.plans,
                cancelled: report.done.cancelled.map(\.id), findings: report.findings, isDryRun: report.isDryRun,
                language: console.language)
            console.answer(text: LedgerReturnText(document).text, json: document.json)
            if !report.findings.isEmpty { throw ExitCode(FailureKind.badData.exitStatus) }
        }
    }

    struct Replay: DeskCommand {
        static let configuration = CommandConfiguration(
            abstract: "Replays a ledger without a store: visitd-ledger/1 in, each day's state after its night out.",
            discussion: """
                On each day first what happened, in the order of the document, then the night. Without a file every
                account of the store is computed anew from its lines and what happened since, and nothing is written;
                an account that cannot be computed is named, the others go on, and the exit code is 65.
                """)

        @Argument(help: "The ledger, a JSON file; - for standard input.", completion: .file(extensions: ["json"]))
        var file: String?

        @OptionGroup var common: CommonOptions

        func perform(at desk: Desk, console: Console) throws {
            guard let file else {
                let report = try desk.updateLedgers(today: common.day, isDryRun: true)
                return try LedgerCommand.printOutcome(report, on: common.day, console)
            }
            let days = try LedgerCase.read(InputFile(file).bytes()).replay()
            console.answer(
                text: LedgerReplayText(days, language: console.language).text, json: LedgerReplayDocument(days).json)
        }
    }
}
