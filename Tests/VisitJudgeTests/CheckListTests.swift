import Testing
import VisitModel

@testable import VisitJudge

@Suite("The list of checks")
struct CheckListTests {
    @Test("every code has exactly one check")
    func everyCodeHasOneCheck() {
        let codes = Check.all.flatMap(\.codes)
        #expect(codes.sorted() == VisitFlag.Code.allCases)
    }

    @Test("the judge tells how many checks there are")
    func countsChecks() {
        #expect(Judge.checks == Check.all.count)
    }
}
