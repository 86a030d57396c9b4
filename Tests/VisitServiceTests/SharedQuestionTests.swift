import NIOPosix
import Synchronization
import Testing
import VisitModel

@testable import VisitService

@Suite("A question that many ask at the same time")
struct SharedQuestionTests {
    /// A question whose answer is how often it was asked.
    private final class Counting: Sendable {
        let thread = NIOThreadPool(numberOfThreads: 1)
        let asked = Atomic(0)

        init() {
            thread.start()
        }

        func question() -> SharedQuestion<Int> {
            SharedQuestion(on: thread) { self.asked.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue }
        }
    }

    @Test("nobody is told what was found before they asked, and nobody is left waiting")
    func neverOlder() async throws {
        let counting = Counting()
        let question = counting.question()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    let before = counting.asked.load(ordering: .sequentiallyConsistent)
                    let answer = try await question.answer()
                    #expect(answer > before)
                }
            }
            try await group.waitForAll()
        }
        #expect((1...200).contains(counting.asked.load(ordering: .sequentiallyConsistent)))
        try await counting.thread.shutdownGracefully()
    }

    @Test("one after the other, it is asked each time")
    func inTurn() async throws {
        let counting = Counting()
        let question = counting.question()
        for number in 1...3 { #expect(try await question.answer() == number) }
        try await counting.thread.shutdownGracefully()
    }

    @Test("a failure is told to those who asked, and is not kept")
    func failure() async throws {
        let counting = Counting()
        let question = SharedQuestion(on: counting.thread) { () throws -> Int in
            guard counting.asked.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue > 1 else {
                throw ServiceError.notFound
            }
            return 7
        }
        await #expect(throws: ServiceError.self) { try await question.answer() }
        #expect(try await question.answer() == 7)
        try await counting.thread.shutdownGracefully()
    }

    @Test("when the service has stopped, whoever asks is told so")
    func stopped() async throws {
        let counting = Counting()
        let question = counting.question()
        try await counting.thread.shutdownGracefully()
        await #expect(throws: CancellationError.self) { try await question.answer() }
        #expect(counting.asked.load(ordering: .sequentiallyConsistent) == 0)
    }
}
