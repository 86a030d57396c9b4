import HTTPTypes
import HummingbirdTesting
import Testing
import VisitModel

@testable import VisitService

@Suite("Health and readiness")
struct HealthRoutesTests {
    @Test("with a store that answers, the service is alive and ready")
    func ready() async throws {
        try await SmallWorld.application().test(.router) { client in
            for uri in ["/healthz", "/readyz"] {
                let response = try await client.execute(uri: uri, method: .get)
                #expect(response.status == .ok)
            }
        }
    }

    @Test(
        "with a store that does not, it is alive but not ready, whatever the failure",
        arguments: [FailureKind.noInput, .badData, .inputOutput])
    func notReady(kind: FailureKind) async throws {
        var questions = SmallWorld.questions
        questions.readiness = { throw WorldFailure(kind: kind) }
        try await SmallWorld.application(questions).test(.router) { client in
            let alive = try await client.execute(uri: "/healthz", method: .get)
            #expect(alive.status == .ok)
            let response = try await client.execute(uri: "/readyz", method: .get)
            #expect(response.status == .serviceUnavailable)
            #expect(response.text.contains(#""format": "visitd-error/1""#))
        }
    }
}
