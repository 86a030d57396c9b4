import Foundation
import Hummingbird
import NIOCore
import VisitModel

/// One request, read: who asks, and what they say in path, query and body.
struct ParsedRequest: Sendable {
    /// Who asks.
    let caller: Caller
    /// The language that the client asks for, if it does.
    let statedLanguage: Language?
    /// The request itself, for its headers.
    let request: Request
    private let fields: [String: [String]]

    /// What `request` says to `endpoint`.
    ///
    /// - Throws: `badRequest` for what the query says wrongly; `bodyNotJSON`, or `faultyRequest` with every fault of the
    ///   body.
    init(_ request: Request, _ context: ServiceContext, _ endpoint: Endpoint) async throws {
        caller = context.caller
        statedLanguage = request.statedLanguage
        self.request = request
        var fields: [String: [String]] = [:]
        for (name, value) in context.parameters {
            fields[String(name)] = [String(value).removingPercentEncoding ?? String(value)]
        }
        let query = try Query(request.uri.query, known: endpoint.parameters.map(\.name))
        for parameter in endpoint.parameters { fields[parameter.name] = try query.values(of: parameter) }
        if let known = endpoint.body {
            let bytes = try await request.body.collect(upTo: BodyLimit.limit)
            for (name, value) in try BodyFields(Array(buffer: bytes), request.headers[.contentType], known).fields {
                fields[name] = [value]
            }
        }
        self.fields = fields
    }

    /// The language of the sentences in the answer.
    var language: Language { statedLanguage ?? .english }

    /// Every value said for `name`.
    func all(_ name: String) -> [String] { fields[name] ?? [] }

    /// The value said for `name`.
    func one(_ name: String) -> String? { fields[name]?.first }

    /// The value said for `name`, which the path has or the endpoint requires.
    func required(_ name: String) -> String {
        guard let value = one(name) else { preconditionFailure("The parameter \(name) is required, and was not read.") }
        return value
    }

    /// The identifier said for `name`.
    func id<Entity>(_ name: String) -> Identifier<Entity>? { one(name).map { Identifier($0) } }

    /// The day said for `name`.
    func day(_ name: String) -> Day? { one(name).flatMap { Day($0) } }

    /// The part of the list that is asked for.
    var page: Page { Page(after: one("after"), limit: one("limit").flatMap { Int($0) } ?? Page.usual) }
}

extension Query {
    /// The values of a parameter, each of its kind.
    fileprivate func values(of parameter: RequestField) throws(ServiceError) -> [String] {
        let values = parameter.isList ? all(parameter.name) : try one(parameter.name).map { [$0] } ?? []
        guard !parameter.isRequired || !values.isEmpty else {
            throw .badRequest(
                code: "parameter-missing",
                sentence: BilingualText(
                    en: "The parameter “\(parameter.name)” is missing.", zh: "缺少参数“\(parameter.name)”。"))
        }
        for value in values where !parameter.kind.admits(value) {
            throw .badRequest(
                code: "unusable-parameter",
                sentence: BilingualText(
                    en:
                        "The parameter “\(parameter.name)” cannot be used; expected \(parameter.kind.expected.english).",
                    zh: "参数“\(parameter.name)”无法使用；应为\(parameter.kind.expected.chinese)。"))
        }
        return values
    }
}
