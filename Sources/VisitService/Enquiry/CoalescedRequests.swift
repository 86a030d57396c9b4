import NIOPosix
import Synchronization

/// Request coalescing: requests that wait at the same time are answered by one read of the store. Those that arrive
/// during the read wait for the next one.
///
/// So nobody is told what was true before they asked and has changed since, and however many ask, few readings are done.
final class CoalescedRequests<Question: Sendable, Answer: Sendable>: Sendable {
    private struct PendingRequest {
        let question: Question
        let continuation: CheckedContinuation<Answer, any Error>
    }

    private struct Line {
        var waiting: [PendingRequest] = []
        /// Whether the thread answers, or is about to.
        var isAnswering = false
    }

    /// Its own: long answers to other questions keep nobody waiting, and long lines here none of those.
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let ask: @Sendable ([Question]) throws -> [Result<Answer, any Error>]
    private let line = Mutex(Line())

    /// Questions that are put by `ask`, on a thread of their own, until they are stopped.
    ///
    /// - Parameter ask: the answers, one for each question. It may block. What it throws is told to all.
    init(ask: @escaping @Sendable ([Question]) throws -> [Result<Answer, any Error>]) {
        self.ask = ask
        thread.start()
    }

    /// Ends the thread. Whoever asks from now on is told so.
    func stop() async throws {
        try await thread.shutdownGracefully()
    }

    /// The answer, from a moment after this was called.
    ///
    /// - Throws: what asking throws; `CancellationError` where they have been stopped.
    func answer(_ question: Question) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let isFirst = line.withLock { line in
                line.waiting.append(PendingRequest(question: question, continuation: continuation))
                defer { line.isAnswering = true }
                return !line.isAnswering
            }
            if isFirst { thread.submit { [self] state in answerAll(isActive: state == .active) } }
        }
    }

    /// Answers until nobody waits.
    private func answerAll(isActive: Bool) {
        while let askers = next() { answer(askers, isActive: isActive) }
    }

    /// All who wait; nil where nobody does, and the next who comes begins anew.
    private func next() -> [PendingRequest]? {
        line.withLock { line in
            line.isAnswering = !line.waiting.isEmpty
            defer { line.waiting = [] }
            return line.isAnswering ? line.waiting : nil
        }
    }

    private func answer(_ askers: [PendingRequest], isActive: Bool) {
        do {
            guard isActive else { throw CancellationError() }
            let answers = try ask(askers.map(\.question))
            precondition(answers.count == askers.count, "Whoever asked gets an answer.")
            for (asker, answer) in zip(askers, answers) { asker.continuation.resume(with: answer) }
        } catch {
            for asker in askers { asker.continuation.resume(throwing: error) }
        }
    }
}

extension CoalescedRequests where Question == Void {
    /// One question, to which all who wait get the same answer.
    convenience init(ask: @escaping @Sendable () throws -> Answer) {
        self.init { (askers: [Void]) in
            Array(repeating: .success(try ask()), count: askers.count)
        }
    }

    /// The answer, from a moment after this was called.
    func answer() async throws -> Answer { try await answer(()) }
}
