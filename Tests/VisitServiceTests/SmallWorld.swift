import Hummingbird
import HummingbirdTesting
import Logging
import Synchronization
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
        outlooks: { selection, _ in
            guard selection.children.allSatisfy({ $0 == "C1" }), selection.prisoner ?? "P1" == "P1",
                selection.household ?? "H1" == "H1"
            else { throw WorldFailure(kind: .noInput) }
            return [outlook]
        },
        calendar: { token, _ in token == "open-sesame" ? calendar : nil },
        readiness: {})

    /// A front for `questions`.
    static func desk(_ questions: FrontDesk.Questions = questions) -> FrontDesk {
        FrontDesk(questions, threads: 2, today: { today })
    }

    /// The application over `questions`, without a socket unless the test makes one.
    static func application(
        _ questions: FrontDesk.Questions = questions,
        logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    ) -> some ApplicationProtocol {
        let desk = desk(questions)
        var application = buildApplication(
            desk: desk, configuration: ServiceConfiguration(), address: .hostname("127.0.0.1", port: 0), logger: logger)
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
            JournalLogHandler(level: level, showsPriority: showsPriority, now: { Instant(seconds: 0) }) { [self] line in
                lines.withLock { $0.append(line) }
            }
        }
    }
}

extension TestResponse {
    /// The body as text.
    var text: String { String(buffer: body) }
}
