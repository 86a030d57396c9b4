import Testing
import VisitModel

@Suite("Exit codes")
struct FailureKindTests {
    @Test("every kind of failure has the code that is promised; two share one only where the same helps: to try again")
    func codes() {
        let codes = FailureKind.allCases.filter { $0 != .overtaken }.map(\.exitStatus)
        #expect(Set(codes).count == FailureKind.allCases.count - 1)
        #expect(FailureKind.overtaken.exitStatus == FailureKind.tryAgain.exitStatus)
        #expect(FailureKind.conflict.exitStatus == 76)
        #expect(FailureKind.usage.exitStatus == 64)
        #expect(FailureKind.badData.exitStatus == 65)
        #expect(FailureKind.noInput.exitStatus == 66)
        #expect(FailureKind.bug.exitStatus == 70)
        #expect(FailureKind.tryAgain.exitStatus == 75)
        #expect(FailureKind.badConfiguration.exitStatus == 78)
    }
}
