import NIOPosix
import ServiceLifecycle
import VisitModel
import VisitPlanning

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
    }

    private let questions: Questions
    private let desk: Desk
    private let threads: NIOThreadPool
    private let day: @Sendable () -> Day

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
        let (ask, today) = (questions.calendar, today)
        return try await threads.runIfActive { try ask(token, today) }
    }

    /// Returns when the store has answered, and throws where it does not.
    func readiness() async throws {
        let ask = questions.readiness
        try await threads.runIfActive { try ask() }
    }

    /// The right to use the interface behind `secret`; nil where it opens nothing.
    func token(secret: String) async throws -> AccessToken? {
        let ask = questions.token
        return try await threads.runIfActive { try ask(secret) }
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
    }
}
