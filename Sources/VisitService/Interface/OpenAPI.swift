import HTTPTypes
import VisitFormats
import VisitReports

/// The interface as an OpenAPI 3.1 document, made from the table of endpoints.
struct OpenAPI {
    private let endpoints: [Endpoint]

    /// The document of `endpoints`.
    init(_ endpoints: [Endpoint]) {
        self.endpoints = endpoints
    }

    /// The document.
    var document: JSON {
        var paths: [(path: String, endpoints: [Endpoint])] = []
        for endpoint in endpoints {
            if let index = paths.firstIndex(where: { $0.path == endpoint.path }) {
                paths[index].endpoints.append(endpoint)
            } else {
                paths.append((endpoint.path, [endpoint]))
            }
        }
        return .members([
            "openapi": "3.1.0",
            "info": .members([
                "title": "visitd", "version": "1",
                "summary": "Visits of children to their imprisoned parents.",
                "description": .string(
                    "On the daemon's own socket no token is needed; elsewhere Authorization: Bearer TOKEN says who "
                        + "asks. Unknown fields and parameters are refused by name. Lists go on with ?after=next."),
                "license": .members(["name": "See the project"]),
            ]),
            "servers": .array([.members(["url": "/"])]),
            "paths": .object(
                paths.map { path in
                    .init(
                        path.path,
                        .object(path.endpoints.map { .init($0.method.rawValue.lowercased(), Self.operation($0)) }))
                }),
            "components": .members([
                "securitySchemes": .members(["token": .members(["type": "http", "scheme": "bearer"])]),
                "schemas": .object(Schemas.all.map { .init($0.key, $0.schema.json) }),
            ]),
        ])
    }

    private static func operation(_ endpoint: Endpoint) -> JSON {
        let inPath = endpoint.pathParameters.map { name in
            JSON.members([
                "name": .string(name), "in": "path", "required": true,
                "schema": .members(["type": "string", "minLength": 1]),
            ])
        }
        return .members([
            "operationId": .string(operationID(endpoint)),
            "summary": .string(endpoint.summary),
            "parameters": .array(inPath + endpoint.parameters.map(parameter)),
            "requestBody": endpoint.body.map(requestBody),
            "security": endpoint.right == nil ? .array([]) : .array([.members(["token": .array([])])]),
            "responses": .object(
                [.init("\(endpoint.status.code)", response(endpoint))]
                    + refusals(of: endpoint).map { status, description in
                        .init(
                            "\(status)",
                            .members(["description": .string(description), "content": content(status)]))
                    }),
        ])
    }

    /// Every other status that an address may answer with, and why.
    private static func refusals(of endpoint: Endpoint) -> [(status: Int, description: String)] {
        let isAboutSomebody = endpoint.right != nil || !endpoint.pathParameters.isEmpty
        let known: [(Int, String, Bool)] = [
            (304, "The client has the calendar as it is.", endpoint.path.hasPrefix("/feeds/")),
            (400, "The address or a parameter makes no sense.", true),
            (401, "The token opens nothing, or there is none.", true),
            (403, "The role may not do that.", endpoint.right != nil),
            (404, "There is no such thing, or none that the caller sees.", isAboutSomebody),
            (409, "It makes sense, but not as things stand; code and sentence say why not.", endpoint.body != nil),
            (413, "The body is too large, or its size is not said.", true),
            (415, "The body is no JSON object.", endpoint.body != nil),
            (422, "The body has faults; findings names every one.", endpoint.body != nil),
            (429, "Too many requests; Retry-After says when the next is answered.", true),
            (503, "The store does not answer, or cannot be written.", true),
        ]
        return known.filter(\.2).map { ($0.0, $0.1) }
    }

    private static func content(_ status: Int) -> JSON? { status == 304 ? nil : json(ErrorDocument.schema) }

    /// `getV1VisitsId` for `GET /v1/visits/{id}`.
    private static func operationID(_ endpoint: Endpoint) -> String {
        let words = endpoint.path.split { !$0.isLetter && !$0.isNumber }.map {
            $0.prefix(1).uppercased() + $0.dropFirst()
        }
        return endpoint.method.rawValue.lowercased() + words.joined()
    }

    private static func parameter(_ parameter: RequestField) -> JSON {
        .members([
            "name": .string(parameter.name), "in": "query", "required": .bool(parameter.isRequired),
            "description": .string(parameter.about),
            "schema": parameter.isList
                ? .members(["type": "array", "items": parameter.kind.schema, "maxItems": 100]) : parameter.kind.schema,
        ])
    }

    private static func requestBody(_ fields: [RequestField]) -> JSON {
        let required = fields.filter(\.isRequired).map { JSON.string($0.name) }
        return .members([
            "required": .bool(!required.isEmpty),
            "content": .members([
                "application/json": .members([
                    "schema": .members([
                        "type": "object", "additionalProperties": false,
                        "required": required.isEmpty ? nil : .array(required),
                        "properties": .object(fields.map { .init($0.name, $0.kind.schema) }),
                    ])
                ])
            ]),
        ])
    }

    private static func response(_ endpoint: Endpoint) -> JSON {
        let content: JSON =
            switch endpoint.answer {
            case .document(let document): json(document)
            case .content(let types):
                .object(
                    types.map { type in
                        let kind: JSON = type == "application/json" ? "object" : "string"
                        return .init(type, .members(["schema": .members(["type": kind])]))
                    })
            }
        return .members(["description": "Done.", "content": content])
    }

    private static func json(_ document: DocumentSchema) -> JSON {
        .members([
            "application/json": .members([
                "schema": JSONSchema.reference(to: document).json
            ])
        ])
    }
}
