import Foundation
import Hummingbird
import Logging
import NIOPosix
import ServiceLifecycle
import UnixSignals
import VisitModel
import VisitPlanning

/// The daemon: from the command line to the exit status.
public enum Daemon {
    /// Does what `arguments`, without the program's name, ask for, and returns the exit status when it is done.
    ///
    /// - Parameter version: what `--version` says.
    public static func run(arguments: [String], environment: [String: String], version: String) async -> Int32 {
        let language = Usage.language(environment)
        switch Invocation(arguments) {
        case .help:
            Usage.show(Usage.text[language])
            return ExitStatus.done
        case .version:
            Usage.show("visitd \(version)\n")
            return ExitStatus.done
        case .faulty(let faults):
            return refuse(ServiceError.wrongUsage(faults), environment, language)
        case .serve(let options):
            do {
                let configuration = try ServiceConfiguration(options: options, environment: environment)
                try await serve(configuration, environment: environment)
                return ExitStatus.done
            } catch let failure as any Failure {
                return refuse(failure, environment, language)
            } catch {
                StandardError.write("visitd: \(error)\n")
                return FailureKind.bug.exitStatus
            }
        }
    }

    /// Serves until a signal ends it.
    private static func serve(_ configuration: ServiceConfiguration, environment: [String: String]) async throws {
        // Files and the socket get no more permissions than the socket is to have, not even for a moment.
        umask(mode_t(~configuration.socketMode & 0o777))
        signal(SIGPIPE, SIG_IGN)
        let logger = logger(configuration, environment)
        let desk = Desk(
            store: configuration.store, configuration: configuration.isFolderGiven ? configuration.folder : nil)
        let front = FrontDesk(
            FrontDesk.Questions(desk), threads: configuration.storeThreads,
            today: { configuration.today ?? SystemClock.today() })
        let services = DaemonServices(
            configuration: configuration, desk: front, logger: logger,
            manager: NotifySocket(environment, process: getpid()),
            giveUp: {
                StandardError.write("visitd: it did not stop in time and was ended\n")
                _exit(ExitStatus.stuck)
            })
        try await services.group(signals: [.sigterm, .sigint]).run()
    }

    private static func logger(_ configuration: ServiceConfiguration, _ environment: [String: String]) -> Logger {
        Logger(label: "visitd") { _ in
            JournalLogHandler(
                level: configuration.logLevel, showsPriority: environment["JOURNAL_STREAM"] != nil,
                now: SystemClock.now, write: StandardError.write)
        }
    }

    /// Says why the daemon does not run, a line for each fault.
    private static func refuse(
        _ failure: any Failure, _ environment: [String: String], _ language: Language
    ) -> Int32 {
        let beginning = environment["JOURNAL_STREAM"] == nil ? "visitd: " : "<\(Logger.Level.error.priority)>"
        for line in Usage.lines(of: failure, language) { StandardError.write("\(beginning)\(line)\n") }
        return failure.kind.exitStatus
    }
}
