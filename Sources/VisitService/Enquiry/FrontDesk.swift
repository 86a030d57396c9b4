import NIOPosix
import ServiceLifecycle
import VisitModel
import VisitPlanning
import VisitReports

/// The desk as the service asks it: each question is answered on one of a few threads of its own, since reading the
/// store blocks and neither an event loop nor the cooperative pool may wait for a disk.
struct FrontDesk: Service {
    /// The questions. Each blocks until it is answered.
    struct Questions: Sendable {
        /// The next visits of the bonds that are selected.
        var outlooks: @Sendable (OutlookSelection, Day) throws -> [Outlook]
        /// The calendar behind a secret token; nil where the token is unknown or revoked.
        var calendar: @Sendable (String, Day) throws -> FeedCalendar?
        /// Whether the store opens and answers: throws where it does not.
        var readiness: @Sendable () throws -> Void
        /// The right to use the interface behind a secret; nil where it opens nothing.
        var token: @Sendable (String) throws -> AccessToken? = { _ in nil }
        /// What should be known before anything is answered; throws where nothing can be.
        var concerns: @Sendable () throws -> [Finding] = { [] }
        /// The number of the last write to the store.
        var revision: @Sendable () throws -> Int = { 0 }
    }

    private let questions: Questions
    private let desk: Desk
    private let threads: NIOThreadPool
    private let day: @Sendable () -> Day
    private let calendars = Kept<FeedCalendar>(most: 32 << 20) { $0.bytes.count }
    private let tokens = Kept<AccessToken>(most: 10_000) { _ in 1 }
    private let figures = Kept<JSON>(most: 100) { _ in 1 }

    /// A front for `desk` that answers on `threads` threads, for the day that `today` says.
    ///
    /// - Parameter questions: the questions that are asked most; nil to put them to the desk too.
    init(_ desk: Desk, questions: Questions? = nil, threads: Int, today: @escaping @Sendable () -> Day) {
        self.questions = questions ?? Questions(desk)
        self.desk = desk
        self.threads = NIOThreadPool(numberOfThreads: threads)
        self.threads.start()
        day = today
    }

    /// The day that answers are given for.
    var today: Day { day() }

    /// The next visits of the bonds that are selected.
    func outlooks(_ selection: OutlookSelection, on day: Day) async throws -> [Outlook] {
        let ask = questions.outlooks
        return try await threads.runIfActive { try ask(selection, day) }
    }

    /// The calendar behind `token`; nil where the token is unknown or revoked.
    func calendar(token: String) async throws -> FeedCalendar? {
        let (questions, today) = (questions, today)
        return try await threads.runIfActive {
            try calendars.value(for: token, revision: questions.revision(), day: today) {
                try questions.calendar(token, today)
            }
        }
    }

    /// The figures that may be published on the children whom `reach` sees: reckoned over the whole register, and so
    /// only once until the store changes.
    func statistics(within reach: Reach, language: Language) async throws -> JSON {
        let (questions, desk, today) = (questions, desk, today)
        return try await threads.runIfActive {
            try figures.value(for: "\(reach) \(language)", revision: questions.revision(), day: today) {
                try desk.statistics(within: reach, today: today, language: language).json
            } ?? .null
        }
    }

    /// Returns when the store has answered, and throws where it does not.
    func readiness() async throws {
        let ask = questions.readiness
        try await threads.runIfActive { try ask() }
    }

    /// What should be known before anything is answered.
    func concerns() async throws -> [Finding] {
        let ask = questions.concerns
        return try await threads.runIfActive { try ask() }
    }

    /// The right to use the interface behind `secret`; nil where it opens nothing.
    func token(secret: String) async throws -> AccessToken? {
        let (questions, today) = (questions, today)
        let token = try await threads.runIfActive {
            try tokens.value(for: secret, revision: questions.revision(), day: today) { try questions.token(secret) }
        }
        // It may have ended by itself since.
        return token.flatMap { desk.isInForce($0) ? $0 : nil }
    }

    /// Does work at the desk that blocks, on one of the threads.
    ///
    /// - Parameter caller: in whose name; the service's own where it is nil.
    func perform<Result: Sendable>(
        as caller: Caller? = nil, _ work: @escaping @Sendable (Desk) throws -> Result
    ) async throws -> Result {
        let desk = caller.map { self.desk.acting(as: $0.actor) } ?? self.desk
        return try await threads.runIfActive { try work(desk) }
    }

    /// Keeps the threads until the service stops. Everything that asks must have stopped before.
    func run() async throws {
        try? await gracefulShutdown()
        try await threads.shutdownGracefully()
    }
}

extension FrontDesk.Questions {
    /// The questions, put to `desk`.
    init(_ desk: Desk) {
        outlooks = { try desk.outlooks($0, today: $1) }
        calendar = { try desk.calendar(token: $0, today: $1) }
        readiness = { try desk.readiness() }
        token = { try desk.token(secret: $0) }
        concerns = { try desk.concerns() }
        revision = { try desk.revision() }
    }
}
