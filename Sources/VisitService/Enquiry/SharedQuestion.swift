import NIOPosix
import Synchronization

/// A question that many ask at the same time, and to which all of them get the same answer: it is asked once for all who
/// wait. Those who come while it is being asked wait for the next time.
///
/// So nobody is told what was true before they asked and has changed since, and however many ask, only one reads.
final class SharedQuestion<Answer: Sendable>: Sendable {
    private struct Line {
        var waiting: [CheckedContinuation<Answer, any Error>] = []
        var isAsking = false
    }

    private let thread: NIOThreadPool
    private let ask: @Sendable () throws -> Answer
    private let line = Mutex(Line())

    /// A question that is put by `ask`, which may block, on `thread`.
    init(on thread: NIOThreadPool, ask: @escaping @Sendable () throws -> Answer) {
        self.thread = thread
        self.ask = ask
    }

    /// The answer, from a moment after this was called.
    ///
    /// - Throws: what asking throws; `CancellationError` where the thread has stopped.
    func answer() async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            let isFirst = line.withLock { line in
                line.waiting.append(continuation)
                defer { line.isAsking = true }
                return !line.isAsking
            }
            if isFirst { thread.submit { [self] state in answerAll(isActive: state == .active) } }
        }
    }

    /// Asks until nobody waits.
    private func answerAll(isActive: Bool) {
        while let waiting = next() {
            let result = Result { () throws -> Answer in
                guard isActive else { throw CancellationError() }
                return try ask()
            }
            for continuation in waiting { continuation.resume(with: result) }
        }
    }

    /// All who wait; nil where nobody does, and the next who comes begins anew.
    private func next() -> [CheckedContinuation<Answer, any Error>]? {
        line.withLock { line in
            guard !line.waiting.isEmpty else {
                line.isAsking = false
                return nil
            }
            defer { line.waiting = [] }
            return line.waiting
        }
    }
}
