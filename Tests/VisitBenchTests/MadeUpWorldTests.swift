import Testing
import VisitModel

@testable import VisitBench

@Suite("A made-up world")
struct MadeUpWorldTests {
    private func texts(children: Int, seed: UInt64) -> [String] {
        SyntheticWorld(children: children, seed: seed, today: WorldBench.usualDay).files.map(\.text)
    }

    @Test("the same seed gives the same bytes, another seed other ones")
    func seeds() {
        #expect(texts(children: 300, seed: 7) == texts(children: 300, seed: 7))
        #expect(texts(children: 300, seed: 7) != texts(children: 300, seed: 8))
    }

    @Test("it has exactly the children asked for, each with one bond", arguments: [1, 2, 99, 3001])
    func size(children: Int) {
        let files = SyntheticWorld(children: children, seed: 1, today: WorldBench.usualDay).files
        #expect(files.first { $0.name == "children.csv" }?.rows == children)
        #expect(files.first { $0.name == "bonds.csv" }?.rows == children)
    }

    @Test("everybody in it is invented and says so")
    func invented() {
        for file in SyntheticWorld(children: 50, seed: 1, today: WorldBench.usualDay).files
        where ["children.csv", "guardians.csv", "prisoners.csv", "households.csv"].contains(file.name) {
            #expect(file.text.split(separator: "\n").allSatisfy { $0.contains("Invented") }, "\(file.name)")
        }
    }
}
