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
        console.answer(
            text: PlanOutcomeText(report.plan, language: console.language).text + "\n"
                + NightText(report, language: console.language).text,
            json: NightText(report, language: console.language).json)
    }
}

/// What a night did besides the plan, for the person at the terminal and for programs.
struct NightText {
    private let report: NightReport
    private let language: Language

    init(_ report: NightReport, language: Language) {
        self.report = report
        self.language = language
    }

    var text: String {
        var lines: [String] = []
        if let files = report.files {
            lines.append(line(files.calendars, en: "calendars", zh: "日历", files.folder + "/calendars"))
            lines.append(line(files.reports, en: "reports", zh: "报告", files.folder + "/reports"))
        }
        if let messages = report.messages {
            lines.append(
                BilingualText(en: "New messages: \(messages).", zh: "新消息：\(messages) 条。")[language])
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private func line(_ files: Desk.ExportReport, en: String, zh: String, _ folder: String) -> String {
        BilingualText(
            en:
                "\(folder): \(files.written.count) \(en) written, \(files.removed.count) removed, \(files.unchanged) unchanged.",
            zh: "\(folder)：写入\(zh) \(files.written.count) 个，删除 \(files.removed.count) 个，未变 \(files.unchanged) 个。"
        )[language]
    }

    /// `visitd-night/1`.
    var json: JSON {
        .members([
            "format": "visitd-night/1", "today": .string("\(report.plan.plan.today)"),
            "plan": .members([
                "number": .int(report.plan.plan.number), "outcome": .string(outcome),
                "children": .int(report.plan.children), "childrenWithVisit": .int(report.plan.childrenWithVisit),
            ]),
            "output": report.files.map { .string($0.folder) },
            "calendars": report.files.map { json($0.calendars) }, "reports": report.files.map { json($0.reports) },
            "messages": report.messages.map { .int($0) },
            "findings": FindingsDocument(report.plan.findings, language: language).list,
        ])
    }

    private var outcome: String {
        switch report.plan.outcome {
        case .published: "published"
        case .unchanged: "unchanged"
        case .dryRun: "dry-run"
        }
    }

    private func json(_ files: Desk.ExportReport) -> JSON {
        .members([
            "written": .int(files.written.count), "removed": .int(files.removed.count),
            "unchanged": .int(files.unchanged),
        ])
    }
}
