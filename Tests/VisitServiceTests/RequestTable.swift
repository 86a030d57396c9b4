import HTTPTypes
import Hummingbird
import HummingbirdTesting
import VisitFormats
import VisitModel
import VisitReports

@testable import VisitService

/// Requests to every address of the service, made from the table of addresses itself, so that a new one is asked without
/// being named here.
struct RequestTable {
    /// A request.
    struct Request: Hashable {
        var endpoint: String
        var method: HTTPRequest.Method
        var path: String
        var query: [Pair] = []
        var body: [Pair] = []

        /// Something said: a name and its value.
        struct Pair: Hashable {
            var name: String
            var value: String
        }

        /// The same request about something else: `change` says for each value what takes its place.
        func saying(_ change: (String) -> String) -> Request {
            var request = self
            request.path = path.split(separator: "/").map { change(String($0)) }.map { "/" + $0 }.joined()
            request.query = query.map { Pair(name: $0.name, value: change($0.value)) }
            request.body = body.map { Pair(name: $0.name, value: change($0.value)) }
            return request
        }

        /// All that it says.
        var values: [String] { path.split(separator: "/").map(String.init) + (query + body).map(\.value) }

        var uri: String {
            let pairs = query.map { "\($0.name)=\(Self.encoded($0.value))" }
            return path + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
        }

        private static func encoded(_ text: String) -> String { text.replacing(" ", with: "%20") }
    }

    let endpoints: [Endpoint]
    /// What can be asked for by identifier or name.
    let subjects: [String]
    /// Days on which something is.
    static let days = ["2026-06-13", "2026-06-20"]

    /// What is asked for to begin with: every address about every subject, nothing narrowed but by one or two of them.
    var requests: [Request] { endpoints.flatMap { requests($0) } }

    /// The same request in every form in which `endpoint` answers it: narrowed by each word, day and number that its query
    /// takes.
    func forms(of request: Request) -> [Request] {
        guard request.method == .get, let endpoint = endpoints.first(where: { $0.path == request.endpoint }) else {
            return []
        }
        return endpoint.parameters.flatMap { field in
            Self.values(of: field.kind).map { value in
                var form = request
                form.query.append(.init(name: field.name, value: value))
                return form
            }
        }
    }

    private func requests(_ endpoint: Endpoint) -> [Request] {
        paths(endpoint).flatMap { path in
            let plain = Request(endpoint: endpoint.path, method: endpoint.method, path: path)
            guard let body = endpoint.body else { return narrowed(plain, endpoint.parameters) }
            let ids = body.filter(\.isSubject)
            guard !ids.isEmpty else { return [filled(plain, body, "")] }
            return subjects.map { filled(plain, body, $0) }
        }
    }

    private func filled(_ plain: Request, _ body: [RequestField], _ subject: String) -> Request {
        var request = plain
        request.body = body.map { field in
            .init(name: field.name, value: field.isSubject ? subject : Self.values(of: field.kind).first ?? "the flu")
        }
        return request
    }

    /// The request about each subject, and about two at a time where several can be named.
    private func narrowed(_ plain: Request, _ fields: [RequestField]) -> [Request] {
        let ids = fields.filter(\.isSubject)
        let about = ids.flatMap { field in
            subjects.map { subject -> Request in
                var request = plain
                request.query = [.init(name: field.name, value: subject)]
                return request
            }
        }
        // Of many parameters, one at a time.
        let both = (ids.count > 3 ? [] : about.filter { people.contains($0.query[0].value) }).flatMap { request in
            ids.filter { $0.name > request.query[0].name }.flatMap { field in
                people.map { subject -> Request in
                    var request = request
                    request.query.append(.init(name: field.name, value: subject))
                    return request
                }
            }
        }
        return [plain] + about + both
    }

    /// Those subjects that are no visits.
    private var people: [String] { subjects.filter { $0.count < 16 && !$0.contains("-V") } }

    private func paths(_ endpoint: Endpoint) -> [String] {
        var paths = [endpoint.path]
        for name in endpoint.pathParameters {
            let values =
                switch name {
                case "name": ReportName.allCases.map(\.rawValue) + ["nothing"]
                case "token": ["guessed"]
                default: subjects.filter { !$0.contains(" ") }
                }
            paths = paths.flatMap { path in values.map { path.replacing("{\(name)}", with: $0) } }
        }
        return paths
    }

    private static func values(of kind: RequestField.Kind) -> [String] {
        switch kind {
        case .text: []
        case .day: days
        case .clock: ["09:00"]
        case .number: ["1", "2"]
        case .word(let words): words
        }
    }
}

extension RequestField {
    /// Whether it names something by identifier: a reason is a text too, but longer.
    fileprivate var isSubject: Bool {
        if case .text(let most) = kind { most <= 200 } else { false }
    }
}

/// An answer, as far as it tells anything.
struct Answer: Hashable {
    var status: Int
    var headers: [String]
    var body: String

    init(_ response: TestResponse) {
        status = response.status.code
        headers = response.headers.filter { $0.name != .date }.map { "\($0.name): \($0.value)" }.sorted()
        let bytes = Array(buffer: response.body)
        // A workbook is an archive of texts.
        guard bytes.starts(with: [0x50, 0x4B]), let archive = try? ZipArchive(bytes) else {
            body = response.text
            return
        }
        body = archive.entries.map { entry in
            let text = try? Inflation.bytes(of: entry, in: archive, limit: 10_000_000)
            return entry.path + String(decoding: text ?? [], as: UTF8.self)
        }.joined()
    }

    /// The answer without the words of whoever asked.
    func without(_ asked: [String]) -> Answer {
        var answer = self
        for word in asked.sorted(by: { $0.count > $1.count }) where !word.isEmpty {
            answer.body = answer.body.replacing(word, with: "…")
        }
        // A longer word makes a longer answer.
        answer.headers.removeAll { $0.hasPrefix("Content-Length") }
        return answer
    }

    /// All that it says, in small letters.
    var text: String { (headers.joined(separator: "\n") + body).lowercased() }
}

extension TestClientProtocol {
    /// The answer to `request`.
    func answer(
        to request: RequestTable.Request, _ fields: HTTPFields, in language: Language = .english
    ) async throws -> Answer {
        var fields = fields
        fields[.acceptLanguage] = language == .chinese ? "zh" : "en"
        guard request.method == .post else {
            return Answer(try await execute(uri: request.uri, method: request.method, headers: fields))
        }
        fields[.contentType] = "application/json"
        let body = JSON.object(request.body.map { JSON.Member($0.name, .string($0.value)) })
        return Answer(
            try await execute(
                uri: request.uri, method: .post, headers: fields, body: ByteBuffer(bytes: body.bytes())))
    }
}
