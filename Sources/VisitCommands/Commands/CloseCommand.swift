import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

struct CloseCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Closes a visiting room on some days, and replans the visits that this affects.",
        discussion: """
            Visits on these days are cancelled, with the reason. Then a planning run looks for other dates for the
            children; with --no-plan the next nightly run does.
            """)

    @Option(help: ArgumentHelp("The prison.", valueName: "id"))
    var prison: String

    @Option(help: ArgumentHelp("Only this session pattern of the prison.", valueName: "id"))
    var session: String?

    @Option(help: ArgumentHelp("The first day.", valueName: "YYYY-MM-DD"))
    var from: CivilDay

    @Option(help: ArgumentHelp("The last day. Otherwise the first.", valueName: "YYYY-MM-DD"))
    var to: CivilDay?

    @Option(help: "Why, in the prison's words.")
    var reason: String

    @Flag(help: "Leave the repair to the next nightly run.")
    var noPlan = false

    @OptionGroup var effort: EffortOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if let to, to.day < from.day {
            throw ValidationError("The days end on \(to.day), before they begin on \(from.day).")
        }
    }

    func perform(at desk: Desk, console: Console) throws {
        let report = try desk.close(
            Identifier(prison), template: session.map { Identifier($0) },
            on: DayRange(from.day, to?.day ?? from.day), reason: reason, today: common.day)
        console.answer(
            text: summary(report)[console.language],
            json: ClosureDocument(
                report.closure, cancelled: report.cancelled, remarks: report.remarks, language: console.language
            ).json)
        for remark in report.remarks { console.remark(remark.sentence[console.language]) }
        guard !noPlan else { return }
        Interruption.watch()
        let progress = RunProgress(console: console)
        defer { progress.finish() }
        let request = PlanRequest(
            today: common.day, from: nil, weeks: nil, isDryRun: false, seed: effort.seed,
            iterations: effort.iterations, timeLimit: effort.timeLimit, threads: effort.threads)
        let plan = try Desk.afterwards(summary(report)) {
            try desk.plan(request, progress: { progress.show($0) }, isCancelled: { Interruption.hasHappened })
        }
        console.remark(
            BilingualText(
                en:
                    "Plan \(plan.plan.number): \(plan.childrenWithVisit) of \(plan.children) children have a visit ahead.",
                zh: "第 \(plan.plan.number) 号计划：\(plan.children) 名儿童中有 \(plan.childrenWithVisit) 名已安排会见。")[
                    console.language])
    }

    private func summary(_ report: Desk.ClosureReport) -> BilingualText {
        let (days, count) = (report.closure.days, report.cancelled.count)
        guard let session = report.closure.template else {
            return BilingualText(
                en: "\(prison) is closed on \(days); visits cancelled: \(count).",
                zh: "\(prison) 于 \(days) 停止会见；取消会见 \(count) 次。")
        }
        return BilingualText(
            en: "The session \(session) of \(prison) is not held on \(days); visits cancelled: \(count).",
            zh: "\(prison) 的会见时段 \(session) 于 \(days) 停止；取消会见 \(count) 次。")
    }
}
