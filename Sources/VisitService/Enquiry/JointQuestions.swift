import NIOPosix
import Synchronization

/// Questions that many ask at the same time, and that are answered together: all that wait are put to the store as one.
/// Those that come while it answers wait for the next time.
///
/// So nobody is told what was true before they asked and has changed since, and however many ask, few readings are done.
final class JointQuestions<Question: Sendable, Answer: Sendable>: Sendable {
    private struct Asker {
        let question: Question
        let continuation: CheckedContinuation<Answer, any Error>
    }

    private struct Line {
        var waiting: [Asker] = []
        /// Whether a thread answers, or is about to.
        var isAnswering = false
    }

    private let threads: NIOThreadPool
    private let ask: @Sendable ([Question]) throws -> [Result<Answer, any Error>]
    private let line = Mutex(Line())

    /// Questions that are put on one of `threads` at a time; the others are left to what else is to be done.
    ///
    /// - Parameter ask: the answers, one for each question. It may block. What it throws is told to all.
    init(on threads: NIOThreadPool, ask: @escaping @Sendable ([Question]) throws -> [Result<Answer, any Error>]) {
        self.threads = threads
        self.ask = ask
    }

    /// The answer, from a moment after this was called.
    ///
    /// - Throws: what asking throws; `CancellationError` where the threads have stopped.
    func answer(_ question: Question) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let isFirst = line.withLock { line in
                line.waiting.append(Asker(question: question, continuation: continuation))
                defer { line.isAnswering = true }
                return !line.isAnswering
            }
            if isFirst { answerAll() }
        }
    }

    /// Answers those who wait, on a thread, until nobody does. In between, what else waits for the threads has its turn.
    private func answerAll() {
        threads.submit { [self] state in
            answer(takeAll(), isActive: state == .active)
            let isDone = line.withLock { line in
                line.isAnswering = !line.waiting.isEmpty
                return !line.isAnswering
            }
            if !isDone { answerAll() }
        }
    }

    private func takeAll() -> [Asker] {
        line.withLock { line in
            defer { line.waiting = [] }
            return line.waiting
        }
    }

    private func answer(_ askers: [Asker], isActive: Bool) {
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

extension JointQuestions where Question == Void {
    /// One question, to which all who wait get the same answer.
    convenience init(on thread: NIOThreadPool, ask: @escaping @Sendable () throws -> Answer) {
        self.init(on: thread) { (askers: [Void]) in
            Array(repeating: .success(try ask()), count: askers.count)
        }
    }

    /// The answer, from a moment after this was called.
    func answer() async throws -> Answer { try await answer(()) }
}
