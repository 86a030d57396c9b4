import ArgumentParser
import VisitApplication

/// The command line of visitd.
public struct VisitCtl: ParsableCommand {
    /// What `visitctl --help` says.
    public static let configuration = CommandConfiguration(
        commandName: "visitctl",
        abstract: "Plans visits of children to their imprisoned parents, and answers for them.",
        discussion: """
            A first look:
              visitctl init --example china --store visits.db --config Config --today 2026-11-23
              visitctl plan --store visits.db --config Config --today 2026-11-23
              visitctl next --all --store visits.db --today 2026-11-23

            Exit codes: 0 done, 64 wrong usage, 65 bad data, 66 no such input, 69 service not reachable, 70 bug,
            73 cannot create, 74 input/output, 75 try again, 76 a step that is not allowed, 77 not allowed, 78 bad configuration.
            """,
        version: ProgramVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "Data", subcommands: [InitCommand.self, ImportCommand.self, CheckCommand.self, TasksCommand.self]),
            CommandGroup(
                name: "Visits",
                subcommands: [
                    PlanCommand.self, NightCommand.self, NextCommand.self, ExplainCommand.self, SessionsCommand.self,
                    TravelCommand.self,
                    VisitCommand.self, CloseCommand.self,
                ]),
            CommandGroup(
                name: "Documents",
                subcommands: [
                    ExportCommand.self, ReportCommand.self, FeedCommand.self, MessageCommand.self, OutboxCommand.self,
                ]),
            CommandGroup(
                name: "Engines", subcommands: [RulesCommand.self, LedgerCommand.self, SolveCommand.self]),
            CommandGroup(
                name: "Upkeep",
                subcommands: [
                    StatusCommand.self, TokenCommand.self, AuditCommand.self, PersonCommand.self, MergeCommand.self,
                    EraseCommand.self,
                    BackupCommand.self, RestoreCommand.self, UpgradeCommand.self, DoctorCommand.self,
                ]),
        ])

    /// The command line without a command.
    public init() {}

    /// Does what the program's arguments ask for, and ends the program with an exit code where that failed.
    public static func launch() {
        main()
    }
}
