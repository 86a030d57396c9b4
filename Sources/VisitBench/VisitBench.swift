import ArgumentParser
import VisitApplication
import VisitFormats

/// The command line of the benchmarks.
public struct VisitBench: ParsableCommand {
    /// What `visitbench --help` says.
    public static let configuration = CommandConfiguration(
        commandName: "visitbench",
        abstract: "Makes worlds of any size and measures what visitd does with them, one JSON line per figure.",
        discussion: "A figure names its instance, its seed and, where there is one, the peer measured in the same run.",
        version: ProgramVersion.text,
        subcommands: [
            WorldBench.self, StoreBench.self, RulesBench.self, NextBench.self, ExportBench.self, CalendarBench.self,
            TravelBench.self, JudgeBench.self, ImportBench.self, SolverBench.self, ServiceBench.self,
        ])

    /// The benchmarks without a choice.
    public init() {}

    /// Does what the program's arguments ask for, and ends the program with an exit code where that failed.
    public static func launch() {
        main()
    }
}
