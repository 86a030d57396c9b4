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
    public var json: JSON {
        let sorted = sessions.sorted { ($0.date, $0.start, $0.id) < ($1.date, $1.start, $1.id) }
        return .members([
            "format": "visitd-sessions/1",
            "prison": JSON(prison),
            "sessions": .array(sorted.map(row)),
        ])
    }

    private func row(_ session: Session) -> JSON {
        .members([
            "id": JSON(session.id),
            "date": JSON(session.date),
            "start": JSON(session.start),
            "minutes": .int(session.minutes.count),
            "mode": session.modes.first.map { .string($0.rawValue) } ?? .null,
            "modes": .strings(session.modes.map(\.rawValue)),
            "tables": .int(session.tables),
            "taken": .int(taken[session.id] ?? 0),
            "seats": session.seats.map { .int($0) },
        ])
    }
}
