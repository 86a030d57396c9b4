import Foundation
import Synchronization
import Testing
import VisitModel

@testable import VisitService

@Suite("Questions that many ask at the same time")
struct CoalescedRequestsTests {
    /// A question whose answer is how often it was asked.
    private final class Counting: Sendable {
        let asked = Atomic(0)

        func question() -> CoalescedRequests<Void, Int> {
            CoalescedRequests { self.asked.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue }
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
        try await question.stop()
    }

    @Test("one after the other, it is asked each time")
    func inTurn() async throws {
        let counting = Counting()
        let question = counting.question()
        for number in 1...3 { #expect(try await question.answer() == number) }
        try await question.stop()
    }

    @Test("a failure is told to those who asked, and is not kept")
    func failure() async throws {
        let counting = Counting()
        let question = CoalescedRequests { () throws -> Int in
            guard counting.asked.wrappingAdd(1, ordering: .sequentiallyConsistent).newValue > 1 else {
                throw ServiceError.notFound
            }
            return 7
        }
        await #expect(throws: ServiceError.self) { try await question.answer() }
        #expect(try await question.answer() == 7)
        try await question.stop()
    }

    @Test("when the service has stopped, whoever asks is told so")
    func stopped() async throws {
        let counting = Counting()
        let question = counting.question()
        try await question.stop()
        await #expect(throws: CancellationError.self) { try await question.answer() }
        #expect(counting.asked.load(ordering: .sequentiallyConsistent) == 0)
    }

    @Test("each gets the answer to what they asked, and those who wait at the same time are answered together")
    func together() async throws {
        let readings = Mutex([Int]())
        let halves = CoalescedRequests<Int, Int> { numbers in
            readings.withLock { $0.append(numbers.count) }
            // Long enough for others to come.
            usleep(2000)
            return numbers.map { number in
                number.isMultiple(of: 2) ? .success(number / 2) : .failure(ServiceError.notFound)
            }
        }
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask { (try? await halves.answer(number)) == (number.isMultiple(of: 2) ? number / 2 : nil) }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(right == 200)
        let sizes = readings.withLock { $0 }
        #expect(sizes.reduce(0, +) == 200)
        #expect(sizes.count < 200)
        try await halves.stop()
    }
}
