import Synchronization

/// The answers that clients have not taken yet, of all connections of the process, and how much memory they may hold
/// together.
///
/// A client that reads has its answer within a moment, so the oldest answers are those of clients that do not read.
/// Where a new answer finds no room, theirs are given up.
final class UntakenAnswers: Sendable {
    /// How many bytes the answers hold together, beside the newest one, where nothing else is said.
    static let usualLimit = 256 << 20

    /// An answer, in the order in which they were begun.
    typealias Number = Int

    private struct Answer {
        var bytes = 0
        let giveUp: @Sendable () -> Void
    }

    private struct State {
        var answers: [Number: Answer] = [:]
        var begun = 0
        var bytes = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: how many bytes the answers may hold together.
    init(limit: Int = usualLimit) { self.limit = limit }

    /// How many bytes they hold now.
    var bytes: Int { state.withLock { $0.bytes } }

    /// An answer begins.
    ///
    /// - Parameter giveUp: closes its connection. It is called on any thread.
    func begin(giveUp: @escaping @Sendable () -> Void) -> Number {
        state.withLock { state in
            state.begun += 1
            state.answers[state.begun] = Answer(giveUp: giveUp)
            return state.begun
        }
    }

    /// The answer of this number holds so many bytes more. Those before it are given up, the oldest first, until what is
    /// left is within the limit.
    func add(_ bytes: Int, to number: Number) {
        let givenUp: [Answer] = state.withLock { state in
            guard state.answers[number] != nil else { return [] }
            state.answers[number]?.bytes += bytes
            state.bytes += bytes
            guard state.bytes > limit else { return [] }
            var givenUp: [Answer] = []
            for (oldest, answer) in state.answers.sorted(by: { $0.key < $1.key }) where oldest != number {
                guard state.bytes > limit else { break }
                guard answer.bytes > 0 else { continue }
                state.answers[oldest] = nil
                state.bytes -= answer.bytes
                givenUp.append(answer)
            }
            return givenUp
        }
        for answer in givenUp { answer.giveUp() }
    }

    /// The system has all of it, or its connection is closed.
    func end(_ number: Number) {
        state.withLock { state in
            guard let answer = state.answers.removeValue(forKey: number) else { return }
            state.bytes -= answer.bytes
        }
    }
}
