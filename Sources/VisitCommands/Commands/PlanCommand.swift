import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct PlanCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Makes and publishes a plan.",
        discussion: """
            Agreed visits stay, proposed ones move only for a gain that is worth a change. Run again on unchanged data,
            it changes nothing. Ctrl-C publishes nothing. What people do while it runs stays: the parts of the plan that
            their steps touch are left as they are. visitctl night does this and writes the files.
            """)

    @Option(help: ArgumentHelp("The first day of the plan. Otherwise tomorrow.", valueName: "YYYY-MM-DD"))
    var from: CivilDay?

    @Option(help: ArgumentHelp("How many weeks it covers. Otherwise the parameter plan.weeks."))
    var weeks: Int?

    @Flag(help: "Make the plan, show it, publish nothing.")
    var dryRun = false

    @OptionGroup var effort: EffortOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let weeks, !(1...104).contains(weeks) {
            throw ValidationError("A plan covers 1 to 104 weeks, not \(weeks).")
        }
    }

    func perform(at desk: Desk, console: Console) throws {
        if let from, from.day <= common.day {
            throw ValidationError("The plan begins on \(from.day), which is not after today, \(common.day).")
        }
        Interruption.watch()
        let progress = RunProgress(console: console)
        let request = PlanRequest(
            today: common.day, from: from?.day, weeks: weeks, isDryRun: dryRun, seed: effort.seed,
            iterations: effort.iterations, timeLimit: effort.timeLimit, threads: effort.threads)
        let report: PlanReport
        do {
            defer { progress.finish() }
            report = try desk.plan(
                request, progress: { progress.show($0) }, isCancelled: { Interruption.hasHappened })
        }
        for warning in report.warnings {
            console.remark("\(warning.subject): \(warning.sentence[console.language])")
        }
        console.answer(
            text: PlanOutcomeText(report, language: console.language).text,
            json: PlanReportDocument(
                report.plan, isPublished: report.outcome != .dryRun, language: console.language
            ).json)
    }
}

/// How long and how the solver may search.
struct EffortOptions: ParsableArguments {
    @Option(help: "The seed of the search.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many rounds the search may take; with it, the same input gives the same bytes."))
    var iterations: Int?

    @Option(help: ArgumentHelp("How many seconds the search may take.", valueName: "seconds"))
    var timeLimit: Double?

    @Option(help: "How many threads it may use.")
    var threads: Int = 2

    func validate() throws {
        if let iterations, iterations < 0 { throw ValidationError("Rounds are counted from 0, not \(iterations).") }
        if let timeLimit, !(timeLimit > 0) { throw ValidationError("A time limit is more than 0 seconds.") }
        if !(1...256).contains(threads) { throw ValidationError("Threads are 1 to 256, not \(threads).") }
    }
}

/// What a planning run did, for the person at the terminal.
struct PlanOutcomeText {
    private let report: PlanReport
    private let language: Language

    init(_ report: PlanReport, language: Language) {
        self.report = report
        self.language = language
    }

    var text: String {
        let share = report.children == 0 ? 0 : report.childrenWithVisit * 1000 / report.children
        let percent = "\(share / 10).\(share % 10)"
        let opening =
            switch report.outcome {
            case .unchanged:
                BilingualText(
                    en: "Nothing has changed since plan \(report.plan.number); it stays.",
                    zh: "自第 \(report.plan.number) 号计划以来没有变化，计划不变。")
            case .published, .dryRun: BilingualText("")
            }
        let covered = BilingualText(
            en: "\(report.childrenWithVisit) of \(report.children) children (\(percent) %) have a visit ahead.",
            zh: "\(report.children) 名儿童中有 \(report.childrenWithVisit) 名（\(percent)%）已安排会见。")
        let plan = PlanText(
            report.plan, isPublished: report.outcome != .dryRun, currency: report.currency, language: language
        ).text
        return [opening[language], report.outcome == .unchanged ? "" : plan, covered[language]]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
