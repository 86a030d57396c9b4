import Foundation
import Hummingbird
import Logging
import NIOPosix
import ServiceLifecycle
import UnixSignals
import VisitApplication
import VisitModel
import VisitPlanning
import VisitReports

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
                try await serve(configuration, environment: environment) { () throws(ServiceError) in
                    try ServiceConfiguration(options: options, environment: environment)
                }
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
    ///
    /// - Parameter read: reads the configuration anew.
    private static func serve(
        _ configuration: ServiceConfiguration, environment: [String: String],
        read: @escaping @Sendable () throws(ServiceError) -> ServiceConfiguration
    ) async throws {
        // Files and the socket get no more permissions than the socket is to have, not even for a moment.
        umask(mode_t(~configuration.socketMode & 0o777))
        signal(SIGPIPE, SIG_IGN)
        let threshold = LogThreshold(configuration.logLevel)
        let logger = logger(threshold, environment)
        let folder = configuration.isFolderGiven ? configuration.folder : nil
        let rules = try RulesInForce(configuration: folder)
        let operation = Operation(configuration, rules: rules, threshold: threshold, read: read)
        let desk = Desk(
            store: configuration.store, configuration: folder, rules: rules, keepsStoreOpen: true, actor: "service",
            reach: .everything, isDayGiven: { operation.configuration.today != nil })
        let manager = NotifySocket(environment, process: getpid())
        try bringStoreUpToDate(desk, manager, logger)
        let today: @Sendable () -> Day = { operation.configuration.today ?? SystemClock.today() }
        let front = FrontDesk(desk, threads: configuration.storeThreads, today: today)
        let services = DaemonServices(
            configuration: configuration, desk: front, operation: operation,
            accessLog: AccessLog(desk: front, now: SystemClock.now, logger: logger),
            runs: PlanningRunner(desk: desk, today: today, now: SystemClock.now, logger: logger),
            reloads: await hangups(), logger: logger,
            manager: manager,
            giveUp: {
                StandardError.write("visitd: it did not stop in time and was ended\n")
                _exit(ExitStatus.stuck)
            })
        try await services.group(signals: [.sigterm, .sigint]).run()
    }

    /// Brings a store that an earlier version has left to this one, before anybody asks. The service manager waits for it.
    private static func bringStoreUpToDate(_ desk: Desk, _ manager: NotifySocket?, _ logger: Logger) throws {
        let hour = 3_600_000_000
        // Whether there is a store, and of which sort, is said where it is read.
        let document: UpgradeDocument
        do {
            document = try desk.upgradeStore {
                try? manager?.send(["EXTEND_TIMEOUT_USEC=\(hour)", "STATUS=Bringing the store to this version"])
            }
        } catch let failure as any Failure where failure.kind == .noInput {
            return
        }
        if document.step != nil { logger.notice("\(UpgradeText(document, language: .english).text)") }
    }

    /// One element for each SIGHUP from now on. Those that come while the last is still being answered count as one.
    private static func hangups() async -> AsyncStream<Void> {
        let signals = await UnixSignalsSequence(trapping: .sighup)
        return AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let passing = Task {
                for await _ in signals { continuation.yield() }
            }
            continuation.onTermination = { _ in passing.cancel() }
        }
    }

    private static func logger(_ threshold: LogThreshold, _ environment: [String: String]) -> Logger {
        Logger(label: "visitd") { _ in
            JournalLogHandler(
                threshold: threshold, showsPriority: environment["JOURNAL_STREAM"] != nil,
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
