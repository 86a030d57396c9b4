import Hummingbird
import VisitModel
import VisitReports

/// One address of the interface with one method: what it takes, who may use it, what it answers. The table of them is
/// the interface; router and OpenAPI document are made from it.
struct Endpoint: Sendable {
    /// The form of its answer.
    enum Answer: Sendable {
        /// A JSON document that looks like that.
        case document(DocumentSchema)
        /// Something else, of these media types.
        case content([String])
    }

    let method: HTTPRequest.Method
    /// The address, with `{names}` for its parts.
    let path: String
    /// What one must be allowed to do; nil where anybody may.
    let right: Right?
    /// What it is for, in a sentence.
    let summary: String
    /// What its query can say.
    var parameters: [RequestField] = []
    /// What its body can say; nil where it takes none.
    var body: [RequestField]?
    /// The status of its answer.
    var status: HTTPResponse.Status = .ok
    let answer: Answer
    /// Answers.
    let work: @Sendable (ParsedRequest) async throws -> Response

    /// The names of the path's parts.
    var pathParameters: [String] {
        path.split(separator: "/").compactMap { part in
            guard part.hasPrefix("{"), let end = part.firstIndex(of: "}") else { return nil }
            return String(part[part.index(after: part.startIndex)..<end])
        }
    }

    /// Answers `request`, where whoever sent it may ask.
    func respond(_ request: Request, _ context: ServiceContext) async throws -> Response {
        if let right {
            guard let role = context.caller.role else { throw ServiceError.unauthorized }
            guard right.isHeld(by: role) else { throw ServiceError.notPermitted(right) }
        }
        return try await work(ParsedRequest(request, context, self))
    }
}
