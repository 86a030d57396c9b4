import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct NightCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "night",
        abstract: "The whole nightly run: accounts, plan, calendars and reports that changed, messages.",
        discussion: """
            Brings the visit accounts up to today, makes and publishes a plan, writes the calendars and reports that
            changed, and queues what people must be told. Run again on unchanged data, it changes nothing; killed, the
            next run does what is left. Calendars go into OUTPUT/calendars, without names; reports, with names, into
            OUTPUT/reports, which only the owner may read.
            """)

    @Option(
        name: [.long, .customShort("o")],
        help: ArgumentHelp(
            "The folder for calendars and reports. Otherwise $VISITD_OUTPUT, otherwise the setting output of visitd.yaml, otherwise /var/lib/visitd/published.",
            valueName: "folder"))
    var output: String?

    @OptionGroup var effort: EffortOptions
    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        Interruption.watch()
        let progress = RunProgress(console: console)
        let request = PlanRequest(
            today: common.day, seed: effort.seed, iterations: effort.iterations, timeLimit: effort.timeLimit,
            threads: effort.threads)
        let report: NightReport
        do {
            defer { progress.finish() }
            report = try desk.night(
                request, output: output ?? common.output, language: console.language, progress: { progress.show($0) },
                isCancelled: { Interruption.hasHappened })
        }
        for warning in report.plan.warnings {
            console.remark("\(warning.subject): \(warning.sentence[console.language])")
        }
        // In the journal it stays when the store does not: what is cut off at the end of the log is found by it.
        try Desk.afterwards(BilingualText(en: "The night's run is done.", zh: "夜间运行已完成。")) {
            console.remark(AuditEndText.ends(at: try desk.auditEnd())[console.language])
        }
        let night = NightSummary(report)
        console.answer(
            text: PlanOutcomeText(report.plan, language: console.language).text + "\n"
                + NightText(night, language: console.language).text,
            json: NightDocument(night, language: console.language).json)
    }
}

extension NightSummary {
    /// What the report tells of a night.
    fileprivate init(_ report: NightReport) {
        let outcome: Outcome =
            switch report.plan.outcome {
            case .published: .published
            case .unchanged: .unchanged
            case .dryRun: .dryRun
            }
        self.init(
            plan: report.plan.plan, outcome: outcome, children: report.plan.children,
            childrenWithVisit: report.plan.childrenWithVisit,
            files: report.files.map { files in
                Files(
                    folder: files.folder, calendars: FileCounts(files.calendars), reports: FileCounts(files.reports))
            },
            messages: report.messages, findings: report.plan.findings)
    }
}

extension NightSummary.FileCounts {
    /// How many files the report tells of.
    fileprivate init(_ report: Desk.ExportReport) {
        self.init(written: report.written.count, removed: report.removed.count, unchanged: report.unchanged)
    }
}
