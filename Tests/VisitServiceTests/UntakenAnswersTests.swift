import Synchronization
import Testing

@testable import VisitService

@Suite("Answers that clients do not take")
struct UntakenAnswersTests {
    private final class GivenUp: Sendable {
        private let numbers = Mutex<[Int]>([])
        var all: [Int] { numbers.withLock { $0 } }
        func add(_ number: Int) { numbers.withLock { $0.append(number) } }
    }

    @Test("the oldest are given up where a new one finds no room, and no more of them than it takes")
    func oldest() {
        let (untaken, givenUp) = (UntakenAnswers(limit: 100), GivenUp())
        let numbers = (0..<4).map { index in untaken.begin { givenUp.add(index) } }
        for number in numbers.prefix(3) { untaken.add(30, to: number) }
        #expect(givenUp.all.isEmpty && untaken.bytes == 90)
        untaken.add(50, to: numbers[3])
        #expect(givenUp.all == [0, 1])
        #expect(untaken.bytes == 80)
    }

    @Test("one that is taken makes room, and one that was given up is counted no more")
    func room() {
        let (untaken, givenUp) = (UntakenAnswers(limit: 100), GivenUp())
        let first = untaken.begin { givenUp.add(1) }
        untaken.add(90, to: first)
        untaken.end(first)
        #expect(untaken.bytes == 0)
        let second = untaken.begin { givenUp.add(2) }
        untaken.add(90, to: second)
        let third = untaken.begin { givenUp.add(3) }
        untaken.add(90, to: third)
        untaken.add(90, to: second)
        untaken.end(second)
        #expect(givenUp.all == [2] && untaken.bytes == 90)
    }

    @Test("an answer larger than the limit is given to whoever takes it")
    func large() {
        let (untaken, givenUp) = (UntakenAnswers(limit: 100), GivenUp())
        let number = untaken.begin { givenUp.add(1) }
        untaken.add(1000, to: number)
        #expect(givenUp.all.isEmpty && untaken.bytes == 1000)
    }
}
