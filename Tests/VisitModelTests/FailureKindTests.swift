import Testing
import VisitModel

@Suite("Exit codes")
struct FailureKindTests {
    @Test("every kind of failure has the code that is promised, and no two share one")
    func codes() {
        let codes = FailureKind.allCases.map(\.exitStatus)
        #expect(Set(codes).count == FailureKind.allCases.count)
        #expect(FailureKind.usage.exitStatus == 64)
        #expect(FailureKind.badData.exitStatus == 65)
        #expect(FailureKind.noInput.exitStatus == 66)
        #expect(FailureKind.bug.exitStatus == 70)
        #expect(FailureKind.tryAgain.exitStatus == 75)
        #expect(FailureKind.badConfiguration.exitStatus == 78)
    }
}
