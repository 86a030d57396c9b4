import ArgumentParser
import Foundation
import VisitFormats
import VisitModel
import VisitSolver

/// Measures the solver on made-up instances, beside exact solvers where Python has them.
struct SolverBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "solver", abstract: "Solves made-up instances, alone or beside exact solvers.",
        discussion: """
            Without --national the instance is one problem, solved as a whole. With it the prisons are made and solved
            one after the other, so that a nation needs no more memory than its largest prisons.
            """)

    @Option(help: "How many households.")
    var families: Int = 1000

    @Option(help: "How many prisons.")
    var prisons: Int = 1

    @Option(help: "How many weeks.")
    var weeks: Int = 26

    @Option(help: "The seed of instance and search.")
    var seed: UInt64 = 1

    @Option(help: "Visits that quotas allow, for each table slot.")
    var load: Double = 1.1

    @Option(help: "Days of a quota period; calendar months where it is 0.")
    var period: Int = 0

    @Flag(help: "Let neglect and spacing weigh.")
    var spacing = false

    @Option(help: ArgumentHelp("Seconds for the search.", valueName: "seconds"))
    var timeLimit: Double = 10

    @Option(help: "How many threads it may use.")
    var threads: Int = 2

    @Flag(help: "Make and solve prison by prison.")
    var national = false

    @Flag(help: "With --national: solve every prison again with 1 % of its households changed, from plan and prices.")
    var warm = false

    @Option(help: ArgumentHelp("Seconds for the second night.", valueName: "seconds"))
    var warmLimit: Double = 10

    @Option(
        help: ArgumentHelp("With --national: write this prison's problem and plan to the folder.", valueName: "number"))
    var show: Int?

    @Option(name: .customShort("o"), help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output: String = "."

    @Flag(help: "Run exact solvers on the same instance: HiGHS and OR-Tools from Python.")
    var peers = false

    @Option(help: ArgumentHelp("Seconds for the search of each of them.", valueName: "seconds"))
    var peerLimit: Double = 60

    func validate() throws {
        guard families >= prisons, prisons >= 1 else { throw ValidationError("Every prison has a household or more.") }
        guard (1...104).contains(weeks) else { throw ValidationError("An instance has 1 to 104 weeks, not \(weeks).") }
        guard load > 0, min(timeLimit, warmLimit, peerLimit) > 0 else {
            throw ValidationError("Load and limits are more than 0.")
        }
        guard (1...256).contains(threads) else { throw ValidationError("Threads are 1 to 256, not \(threads).") }
        guard period >= 0 else { throw ValidationError("A period has 0 days (calendar months) or more.") }
        if let show, !(0..<prisons).contains(show) {
            throw ValidationError("Prisons are numbered 0 to \(prisons - 1), not \(show).")
        }
    }

    func run() throws {
        let settings = PrisonWorld.Settings(
            seed: seed, weeks: weeks, load: load, weighsGaps: spacing, periodDays: period)
        let instance = SolverInstance(settings, families: families, prisons: prisons)
        if national { try runNation(instance) } else { try runWhole(instance) }
        Figure(name: "solver.memory", value: Figure.peakMebibytes, unit: "MiB", facts: facts).write()
    }

    private var facts: KeyValuePairs<String, JSON?> {
        [
            "families": .int(families), "prisons": .int(prisons), "weeks": .int(weeks), "seed": .int(Int(seed)),
            "load": .double(load), "periodDays": .int(period), "spacing": .bool(spacing), "threads": .int(threads),
        ]
    }

    private func runWhole(_ instance: SolverInstance) throws {
        let problem = try ProblemDocument.read(instance.document(of: instance.families.indices))
        let begin = ContinuousClock.now
        let elapsed: @Sendable () -> Double = { (ContinuousClock.now - begin) / .seconds(1) }
        let options = SolverOptions(seed: seed, timeLimit: timeLimit, threads: threads)
        let solution = Solver(problem, options: options, now: elapsed).solve()
        let seconds = elapsed()
        guard solution.verdict.violations.isEmpty else { throw ValidationError("The plan breaks a rule.") }
        let certificate = solution.certificate
        Figure(name: "solver.gap", value: certificate.gap * 100, unit: "%", facts: facts).write()
        Figure(name: "solver.seconds", value: seconds, unit: "s", facts: facts).write()
        guard peers, !spacing, period == 0 else { return }
        for method in ExactPeer.Method.allCases {
            guard let answer = ExactPeer(problem).solve(method, seconds: peerLimit) else { continue }
            // A peer that finds no plan has gained nothing. Its gap is told to our bound, as our own is.
            let gap = Double(certificate.bound - (answer.score ?? 0)) / Double(max(1, abs(certificate.bound))) * 100
            let name = "solver.peer.\(method.rawValue)"
            Figure(
                name: "\(name).gap", value: gap, unit: answer.score == nil ? "% (no plan in time)" : "%", facts: facts
            ).write()
            Figure(name: "\(name).seconds", value: answer.seconds, unit: "s with its model", facts: facts).write()
        }
    }

    private func runNation(_ instance: SolverInstance) throws {
        let run = NationalRun(
            instance,
            NationalRun.Request(
                seed: seed, threads: threads, coldLimit: timeLimit, warmLimit: warmLimit, isWarm: warm, shown: show,
                folder: output))
        let nights = try run.run { done in
            Self.show("\r\(Int(done * 100)) %\u{1B}[K")
        }
        Self.show("\r\u{1B}[K")
        write(nights.cold, "cold")
        if warm { write(nights.warm, "warm") }
    }

    /// Shows how far the run is, on a terminal.
    @Sendable private static func show(_ text: String) {
        if isatty(STDERR_FILENO) == 1 { FileHandle.standardError.write(Data(text.utf8)) }
    }

    private func write(_ night: NationalRun.Night, _ name: String) {
        Figure(name: "solver.national.\(name).gap", value: night.gap * 100, unit: "%", facts: facts).write()
        Figure(
            name: "solver.national.\(name).seconds", value: night.seconds / Double(threads), unit: "s",
            facts: [
                "visits": .int(night.visits), "covered": .int(night.covered), "due": .int(night.dueChildren),
                "changes": .int(night.changes), "worstGapPercent": .double((night.worstGap * 1e5).rounded() / 1e3),
                "bound": .int(night.bound), "score": .int(night.score),
            ]
        ).write()
    }
}
