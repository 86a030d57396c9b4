import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
import VisitApplication
import VisitModel
import VisitPlanning

@testable import VisitService

/// One child whose mother is in prison; nothing is planned for them. All people are invented.
enum SmallWorld {
    static let today = Day(number: 20_605)  // 2026-06-01, a Monday.

    static let outlook = Outlook(
        child: Child(id: "C1", name: "Lin Invented", birthDate: today - 3000, household: "H1"),
        prisoner: Prisoner(id: "P1", name: "Mei Invented", sex: .female, prison: "N1"),
        household: Household(id: "H1", name: "The Invented Family", place: "town"), relation: .mother,
        lastVisit: today - 40)

    static let calendar = FeedCalendar(
        bytes: Array("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".utf8), entityTag: "abc123",
        lastModified: Instant(seconds: 784_111_777))

    /// Answers for C1, P1 and H1; the calendar behind the token `open-sesame`.
    static let questions = FrontDesk.Questions(
        outlooks: { questions, _ in
            questions.map { question in
                let selection = question.selection
                return Result {
                    guard selection.children.allSatisfy({ $0 == "C1" }), selection.prisoner ?? "P1" == "P1",
                        selection.household ?? "H1" == "H1"
                    else { throw WorldFailure(kind: .noInput) }
                    return [outlook]
                }
            }
        },
        calendar: { token, _ in token == "open-sesame" ? calendar : nil },
        readiness: {})

    /// A front for `questions`.
    static func desk(_ questions: FrontDesk.Questions = questions) -> FrontDesk {
        FrontDesk(
            Desk(store: "/nowhere/visits.db", reach: .everything), questions: questions, threads: 2, today: { today })
    }

    /// All addresses over `desk`. Nothing that is asked for is logged.
    static func routes(
        _ desk: FrontDesk, store: Desk = Desk(store: "/nowhere/visits.db", reach: .everything),
        operation: Operation? = nil
    ) throws -> Routes {
        let (now, logger): (@Sendable () -> Instant, Logger) = ({ moment }, LogLines().logger())
        return Routes(
            desk: desk, operation: try operation ?? Self.operation(),
            accessLog: AccessLog(desk: desk, now: now, logger: logger),
            runs: PlanningRunner(desk: store, today: { today }, now: now, logger: logger), metrics: RequestMetrics(),
            limit: RateLimit(perMinute: { 600 }))
    }

    /// The parts of a daemon that answers over `desk`.
    static func services(
        _ configuration: ServiceConfiguration, _ desk: FrontDesk, operation: Operation? = nil,
        reloads: AsyncStream<Void> = AsyncStream { _ in }, manager: String? = nil, logger: Logger = LogLines().logger()
    ) throws -> DaemonServices {
        let routes = try routes(desk, operation: operation)
        return DaemonServices(
            configuration: configuration, desk: desk, operation: routes.operation, accessLog: routes.accessLog,
            runs: routes.runs, reloads: reloads, logger: logger,
            manager: manager.flatMap { NotifySocket(["NOTIFY_SOCKET": $0], process: 1) }, giveUp: {})
    }

    static let moment = Instant(utc: CivilTime(today, .midnight))

    /// What a daemon runs by that has neither a configuration file nor rule packs.
    static func operation(_ configuration: ServiceConfiguration = ServiceConfiguration()) throws -> Operation {
        Operation(
            configuration, rules: try RulesInForce(configuration: "/nowhere"), threshold: LogThreshold(.info),
            read: { () throws(ServiceError) in configuration })
    }

    /// The application over `questions`, without a socket unless the test makes one.
    static func application(
        _ questions: FrontDesk.Questions = questions,
        operation: Operation? = nil, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) throws -> some ApplicationProtocol {
        let desk = desk(questions)
        var application = buildApplication(
            try routes(desk, operation: operation), configuration: ServiceConfiguration(),
            address: .hostname("127.0.0.1", port: 0), door: .local, logger: logger)
        application.addServices(desk)
        return application
    }
}

/// A failure of any sort.
struct WorldFailure: Failure {
    var kind: FailureKind
    var code = "world-failure"
    var sentence = BilingualText(en: "The world failed.", zh: "世界出错了。")
}

/// Lines that a log handler wrote.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    /// A logger that writes here, as under systemd.
    func logger(_ level: Logger.Level = .info, showsPriority: Bool = true) -> Logger {
        Logger(label: "test") { _ in
            JournalLogHandler(
                threshold: LogThreshold(level), showsPriority: showsPriority, now: { Instant(seconds: 0) }
            ) { [self] line in lines.withLock { $0.append(line) } }
        }
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }
}
