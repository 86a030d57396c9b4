import Testing
import VisitModel

@testable import VisitCommands

@Suite("Exit codes")
struct ExitTableTests {
    @Test("every kind of failure has the code that is promised, and no two share one")
    func codes() {
        let codes = FailureKind.allCases.map(ExitTable.code)
        #expect(Set(codes).count == FailureKind.allCases.count)
        #expect(ExitTable.code(of: .usage) == 64)
        #expect(ExitTable.code(of: .badData) == 65)
        #expect(ExitTable.code(of: .noInput) == 66)
        #expect(ExitTable.code(of: .bug) == 70)
        #expect(ExitTable.code(of: .tryAgain) == 75)
        #expect(ExitTable.code(of: .badConfiguration) == 78)
    }
}
