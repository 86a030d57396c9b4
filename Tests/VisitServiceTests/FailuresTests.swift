import HTTPTypes
import HummingbirdTesting
import Testing
import VisitApplication
import VisitModel
import VisitStore

@testable import VisitService

@Suite("Failures over HTTP")
struct FailuresTests {
    @Test(
        "every sort of failure has its status and its exit status",
        arguments: [
            (.usage, 400, 64), (.badData, 422, 65), (.noInput, 404, 66), (.unavailable, 503, 69), (.bug, 500, 70),
            (.cannotCreate, 500, 73), (.inputOutput, 500, 74), (.tryAgain, 503, 75), (.overtaken, 409, 75),
            (.conflict, 409, 76), (.notAllowed, 403, 77),
            (.badConfiguration, 500, 78),
        ] as [(FailureKind, Int, Int32)])
    func table(kind: FailureKind, status: Int, exit: Int32) async throws {
        #expect(kind.exitStatus == exit)
        var questions = SmallWorld.questions
        questions.outlooks = { _, _ in throw WorldFailure(kind: kind) }
        try await SmallWorld.application(questions).test(.router) { client in
            let response = try await client.execute(uri: "/v1/next?child=C1", method: .get)
            #expect(response.status.code == status)
            #expect(response.text.contains(#""code": "world-failure""#))
            #expect((response.headers[.retryAfter] != nil) == (kind == .tryAgain || kind == .overtaken))
        }
    }

    @Test(
        "what is wrong with the machine is told without its paths, which stand in the log",
        arguments: [
            StoreError.damaged(path: "/srv/secret/visits.db"), .busy(path: "/srv/secret/visits.db"),
            .diskFull(path: "/srv/secret/visits.db"), .planningElsewhere(path: "/srv/secret/lock", process: 7),
            .failed(path: "/srv/secret/visits.db", code: 1), .missing(path: "/srv/secret/visits.db"),
        ])
    func paths(failure: StoreError) async throws {
        let log = LogLines()
        var questions = SmallWorld.questions
        questions.outlooks = { _, _ in throw failure }
        questions.readiness = { throw failure }
        try await SmallWorld.application(questions, logger: log.logger()).test(.router) { client in
            for uri in ["/v1/next?child=C1", "/readyz"] {
                let response = try await client.execute(uri: uri, method: .get)
                #expect(response.text.contains("\"code\": \"\(failure.code)\""))
                #expect(!response.text.contains("secret"), "\(response.text)")
            }
        }
        #expect(log.all.contains { $0.contains("/srv/secret") })
    }

    @Test("an unforeseen error says nothing of itself, neither to the client nor in the log")
    func unforeseen() async throws {
        struct Secret: Error { let name = "Lin Invented" }
        let log = LogLines()
        var questions = SmallWorld.questions
        questions.outlooks = { _, _ in throw Secret() }
        try await SmallWorld.application(questions, logger: log.logger()).test(.router) { client in
            let response = try await client.execute(uri: "/v1/next?child=C1", method: .get)
            #expect(response.status == .internalServerError)
            #expect(response.text.contains(#""code": "internal-error""#))
            #expect(!response.text.contains("Lin"))
        }
        #expect(log.all.contains { $0.hasPrefix("<3>") && $0.contains("type=Secret") })
        #expect(!log.all.contains { $0.contains("Lin") })
    }

    @Test(
        "an unknown address is visitd-error/1 too",
        arguments: ["/", "/v2/next", "/feeds/", "/feeds/x.txt", "/v1/next/"])
    func notFound(uri: String) async throws {
        try await SmallWorld.application().test(.router) { client in
            let response = try await client.execute(uri: uri, method: .get)
            #expect(response.status == (uri == "/v1/next/" ? .badRequest : .notFound))
            #expect(response.text.contains(#""format": "visitd-error/1""#))
        }
    }

    @Test(
        "a method that an address does not take is refused with those that it takes",
        arguments: ["/healthz", "/readyz", "/v1/next", "/feeds/x.ics"])
    func method(uri: String) async throws {
        try await SmallWorld.application().test(.router) { client in
            for method in [HTTPRequest.Method.post, .put, .patch, .delete, .options] {
                let response = try await client.execute(uri: uri, method: method)
                #expect(response.status == .methodNotAllowed)
                #expect(response.headers[.allow] == "GET, HEAD")
            }
        }
    }
}
