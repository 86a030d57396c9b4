import VisitModel

/// The dated sessions of a prison, with what is free, for a person.
public struct SessionsText: Sendable {
    /// The prison.
    public var prison: Prison
    /// Its sessions.
    public var sessions: [Session]
    /// How many tables of each session are taken.
    public var taken: [Identifier<Session>: Int]
    /// The language.
    public var language: Language

    /// A text of these sessions.
    public init(prison: Prison, sessions: [Session], taken: [Identifier<Session>: Int], language: Language) {
        self.prison = prison
        self.sessions = sessions
        self.taken = taken
        self.language = language
    }

    /// The text: the prison and a table of its sessions by date and start.
    public var text: String {
        let phrases = Phrases(language)
        let heading = prison.name[language].onOneLine + phrases.bracketed(prison.zone.onOneLine) + "\n"
        guard !sessions.isEmpty else {
            return heading + phrases.choose("No session in these days.\n", "这段时间没有会见场次。\n")
        }
        let sorted = sessions.sorted { ($0.date, $0.start, $0.id) < ($1.date, $1.start, $1.id) }
        let table = TextTable(
            [
                .init(phrases.choose("Date", "日期")), .init(phrases.choose("Time", "时间")),
                .init(phrases.choose("Form", "形式")), .init(phrases.choose("Tables", "桌数"), .right),
                .init(phrases.choose("Taken", "已占"), .right), .init(phrases.choose("Free", "空余"), .right),
                .init(phrases.choose("Session", "场次")),
            ],
            rows: sorted.map { row($0, phrases) })
        return heading + table.text
    }

    private func row(_ session: Session, _ phrases: Phrases) -> [String] {
        let taken = taken[session.id] ?? 0
        return [
            phrases.tableDate(session.date), phrases.span(session.start, session.minutes),
            phrases.list(session.modes.map { $0.name[language] }), String(session.tables), String(taken),
            String(max(0, session.tables - taken)), session.id.text,
        ]
    }
}
