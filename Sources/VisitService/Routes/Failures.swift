import Hummingbird
import Logging
import VisitFormats
import VisitModel
import VisitReports

/// Answers every failure with a `visitd-error/1` document and its status.
struct Failures: RouterMiddleware {
    /// Passes the request on and answers what it throws.
    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let failure as any Failure {
            if failure.isAboutMachine {
                context.logger.warning(
                    "Failure",
                    metadata: ["code": .string(failure.code), "sentence": .string(failure.sentence.english)])
            }
            return answer(failure, to: request)
        } catch let error as HTTPError where error.status.kind == .clientError {
            // Hummingbird's own word for an address that it cannot read.
            return answer(ServiceError.notFound, to: request)
        } catch {
            // Only the type: what an unknown error says of itself may hold anything.
            context.logger.error("Unforeseen error", metadata: ["type": .string("\(type(of: error))")])
            let document = ErrorDocument(
                code: "internal-error",
                sentence: BilingualText(en: "The service failed in an unforeseen way.", zh: "服务发生了意外故障。"),
                language: request.language)
            return .json(document.json, status: .internalServerError)
        }
    }

    private func answer(_ failure: any Failure, to request: Request) -> Response {
        let document = ErrorDocument(toClient: failure, language: request.language)
        var response = Response.json(document.json, status: StatusTable.status(of: failure))
        if case .methodNotAllowed(let allowed) = failure as? ServiceError { response.headers[.allow] = allowed }
        if failure.kind == .tryAgain || failure.kind == .overtaken { response.headers[.retryAfter] = "1" }
        if case .tooManyRequests(let seconds) = failure as? ServiceError {
            response.headers[.retryAfter] = "\(seconds)"
        }
        if case .unauthorized = failure as? ServiceError { response.headers[.wwwAuthenticate] = "Bearer" }
        return response
    }
}

extension Response {
    /// An answer of a JSON document. Answers are about people, so no cache keeps them.
    static func json(_ document: JSON, status: HTTPResponse.Status = .ok) -> Response {
        Response(
            status: status,
            headers: [
                .contentType: "application/json; charset=utf-8", .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: document.bytes() + [UInt8(ascii: "\n")])))
    }
}

extension Request {
    /// The language that the client asks for: the first of those that there are; nil where it asks for none of them.
    var statedLanguage: Language? {
        let wanted = headers[.acceptLanguage]?.lowercased() ?? ""
        let tags = wanted.split(separator: ",").map { $0.prefix { $0 != ";" }.filter { $0 != " " } }
        return tags.first { $0.hasPrefix("zh") || $0.hasPrefix("en") }.map { $0.hasPrefix("zh") ? .chinese : .english }
    }

    /// The language of the sentences in an answer: Chinese where the client prefers it to English.
    var language: Language { statedLanguage ?? .english }
}
