import VisitFormats
import VisitModel

/// The dated sessions of a prison, with what is taken, for programs: `visitd-sessions/1`.
public struct SessionsDocument: Sendable {
    /// The prison.
    public var prison: Identifier<Prison>
    /// Its sessions.
    public var sessions: [Session]
    /// How many tables of each session are taken; a session that is not named has none taken.
    public var taken: [Identifier<Session>: Int]

    /// A document of these sessions.
    public init(prison: Identifier<Prison>, sessions: [Session], taken: [Identifier<Session>: Int]) {
        self.prison = prison
        self.sessions = sessions
        self.taken = taken
    }

    /// The document; its sessions are sorted by date, start and identifier.
    public var json: JSON { Self.answer.json(self) }

    /// What the document looks like.
    public static let schema = answer.document

    private static let answer = AnswerObject<SessionsDocument>(format: "visitd-sessions/1") { document in
        document.has("prison", .text) { JSON($0.prison) }
        document.has("sessions", listOf: session) { document in
            document.sessions.sorted { ($0.date, $0.start, $0.id) < ($1.date, $1.start, $1.id) }
                .map { (session: $0, taken: document.taken[$0.id] ?? 0) }
        }
    }

    private static let session = AnswerObject<(session: Session, taken: Int)> { session in
        session.has("id", .text) { JSON($0.session.id) }
        session.has("date", .day) { JSON($0.session.date) }
        session.has("start", .text) { JSON($0.session.start) }
        session.has("minutes", .whole) { .int($0.session.minutes.count) }
        session.has("mode", .text.orNull) { $0.session.modes.first.map { .string($0.rawValue) } ?? .null }
        session.mayHave("modes", .list(.words(of: Mode.self))) { .strings($0.session.modes.map(\.rawValue)) }
        session.has("tables", .whole) { .int($0.session.tables) }
        session.has("taken", .whole) { .int($0.taken) }
        session.mayHave("seats", .whole) { $0.session.seats.map { .int($0) } }
    }
}
