import ArgumentParser
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitSolver

struct SolveCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "solve", abstract: "The solver alone: visitd-problem/1 in, visitd-plan/1 out.",
        discussion: """
            The plan carries a certificate: no plan can score more than its bound. With --iterations and --seed the
            bytes are the same for any number of threads. Ctrl-C gives the best plan found so far.
            """)

    @Argument(help: "The problem, a JSON file; - for standard input.", completion: .file(extensions: ["json"]))
    var file: String

    @Option(name: .customShort("o"), help: ArgumentHelp("The file to write the plan to. Otherwise standard output."))
    var output: String?

    @Flag(help: "Leave out impossible fixed visits, list them, and plan the rest.")
    var lenient = false

    @OptionGroup var effort: EffortOptions
    @OptionGroup var common: CommonOptions

    func perform(at desk: Desk, console: Console) throws {
        let problem = try ProblemDocument.read(
            InputFile(file).bytes(atMost: ProblemDocument.largestSize), name: file, lenient: lenient)
        Interruption.watch()
        for warning in problem.warnings { console.remark("\(warning.subject): \(warning.sentence[console.language])") }
        let begin = ContinuousClock.now
        let elapsed: @Sendable () -> Double = { (ContinuousClock.now - begin) / .seconds(1) }
        let options = SolverOptions(
            seed: effort.seed, iterations: effort.iterations, timeLimit: effort.timeLimit, threads: effort.threads)
        let progress = RunProgress(console: console)
        let solution = Solver(problem, options: options, now: elapsed).solve(
            progress: { progress.show($0) }, isCancelled: { Interruption.hasHappened })
        progress.finish()
        guard solution.verdict.violations.isEmpty else {
            throw PlanningError.brokenPlan(
                solution.verdict.violations.map { $0.finding(in: problem, subject: "plan").sentence.english })
        }
        let document = PlanDocument.json(solution, of: problem).text(pretty: false) + "\n"
        if let output { try desk.write(document, to: output) } else { console.answer(raw: document) }
        console.remark(summary(solution, seconds: elapsed())[console.language])
    }

    private func summary(_ solution: Solution, seconds: Double) -> BilingualText {
        let certificate = solution.certificate
        let percent = Double(Int(certificate.gap * 1e5)) / 1e3
        let time = Double(Int(seconds * 100)) / 100
        return BilingualText(
            en: "score \(certificate.score), bound \(certificate.bound), gap \(percent) %, "
                + "\(solution.visits.count) visits, \(solution.refused.count) requests without one, \(time) s",
            zh: "得分 \(certificate.score)，上界 \(certificate.bound)，差距 \(percent)%，"
                + "\(solution.visits.count) 次会见，\(solution.refused.count) 项未能安排，\(time) 秒")
    }
}
