import NIOPosix
import ServiceLifecycle
import VisitApplication
import VisitFormats
import VisitModel
import VisitPlanning
import VisitReports

/// The desk as the service asks it: each question is answered on one of a few threads of its own, since reading the
/// store blocks and neither an event loop nor the cooperative pool may wait for a disk.
struct FrontDesk: Service {
    /// The questions. Each blocks until it is answered.
    struct Questions: Sendable {
        /// For each selection, the next visits of its bonds.
        var outlooks: @Sendable ([OutlookQuestion], Day) throws -> [Result<[Outlook], any Error>]
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
    private let revision: CoalescedRequests<Void, Int>
    private let next: CoalescedRequests<OutlookQuestion, (outlooks: [Outlook], day: Day)>
    private let day: @Sendable () -> Day
    private let calendars = RevisionCache<FeedCalendar>(most: 32 << 20) { $0.bytes.count }
    private let tokens = RevisionCache<AccessToken>(most: 10_000) { _ in 1 }
    private let figures = RevisionCache<JSON>(most: 100) { _ in 1 }

    /// A front for `desk` that answers on `threads` threads, for the day that `today` says.
    ///
    /// - Parameter questions: the questions that are asked most; nil to put them to the desk too.
    init(_ desk: Desk, questions: Questions? = nil, threads: Int, today: @escaping @Sendable () -> Day) {
        let questions = questions ?? Questions(desk)
        self.questions = questions
        self.desk = desk
        self.threads = NIOThreadPool(numberOfThreads: threads)
        self.threads.start()
        revision = CoalescedRequests(ask: questions.revision)
        next = CoalescedRequests { asked in
            let today = today()
            return try questions.outlooks(asked, today).map { $0.map { ($0, today) } }
        }
        day = today
    }

    /// The day that answers are given for.
    var today: Day { day() }

    /// The next visits of the bonds that are selected, and the day that they are given for.
    func outlooks(_ selection: OutlookSelection, by caller: Caller) async throws -> (outlooks: [Outlook], day: Day) {
        try await next.answer(OutlookQuestion(selection, within: caller.reach))
    }

    /// The calendar behind `token`; nil where the token is unknown or revoked.
    func calendar(token: String) async throws -> FeedCalendar? {
        let (ask, today) = (questions.calendar, today)
        return try await cached(in: calendars, token, on: today) { try ask(token, today) }
    }

    /// The figures that may be published on the children whom `caller` may have figures about: computed over the whole
    /// register, and so only once until the store changes.
    func statistics(for caller: Caller, language: Language) async throws -> JSON {
        let (desk, today, reach) = (
            desk.acting(as: caller.actor, within: caller.statisticsReach), today, caller.statisticsReach
        )
        return try await cached(in: figures, "\(reach) \(language)", on: today) {
            try desk.statistics(today: today, language: language).json
        } ?? .null
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
        let ask = questions.token
        let token = try await cached(in: tokens, secret, on: today) { try ask(secret) }
        // It may have ended by itself since.
        return token.flatMap { desk.isInForce($0) ? $0 : nil }
    }

    /// The value of `key` as it was made since the store changed last, or made now.
    ///
    /// - Parameter make: makes it; it may block.
    private func cached<Value>(
        in cache: RevisionCache<Value>, _ key: String, on day: Day, make: @escaping @Sendable () throws -> Value?
    ) async throws -> Value? {
        let revision = try await revision.answer()
        if let known = cache.value(for: key, revision: revision, day: day) { return known }
        return try await threads.runIfActive {
            try cache.value(for: key, revision: revision, day: day, make: make)
        }
    }

    /// Does work at the desk that blocks, on one of the threads, in the name of `caller`, who sees no further there than
    /// everywhere.
    ///
    /// - Parameter reach: how far they see this time; otherwise their own reach.
    func perform<Result: Sendable>(
        as caller: Caller, within reach: Reach? = nil, _ work: @escaping @Sendable (Desk) throws -> Result
    ) async throws -> Result {
        let desk = desk.acting(as: caller.actor, within: reach ?? caller.reach)
        return try await threads.runIfActive { try work(desk) }
    }

    /// Does work that blocks and asks nothing about people, on one of the threads.
    func onThread<Result: Sendable>(_ work: @escaping @Sendable () throws -> Result) async throws -> Result {
        try await threads.runIfActive { try work() }
    }

    /// Notes looks at people's records in the audit log, in the service's own name.
    func note(_ accesses: [AccessLogEntry]) async throws {
        try await threads.runIfActive { [desk] in try desk.note(accesses) }
    }

    /// Keeps the threads until the service stops. Everything that asks must have stopped before.
    func run() async throws {
        try? await gracefulShutdown()
        try await threads.shutdownGracefully()
        try await revision.stop()
        try await next.stop()
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
