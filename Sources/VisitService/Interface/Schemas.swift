import VisitReports

/// The documents that the interface answers with. Each is described beside the code that writes it; what the service says
/// of itself is described here.
enum Schemas {
    /// All of them, in the order in which the OpenAPI document has them.
    static let all = [
        health, readiness, openAPI, ErrorDocument.schema, NextDocument.schema, ChildrenDocument.schema,
        HouseholdsDocument.schema, SessionsDocument.schema, VisitsDocument.schema, VisitDocument.schema,
        ClosureDocument.schema, PlansDocument.schema, PublicStatistics.schema,
    ]

    /// That the process answers.
    static let health = DocumentSchema("Health", .object(["status": .text]))

    /// That the store answers, and what the daemon runs by.
    static let readiness = DocumentSchema(
        "Readiness",
        .object([
            "status": .text, "packs": .whole, "kept": .list(.reference(to: ErrorDocument.schema)),
            "waiting": .list(.text),
        ]))

    /// The interface itself.
    static let openAPI = DocumentSchema(
        "OpenAPI",
        .object(
            ["openapi": .text, "paths": .anyObject],
            optional: ["info": .anyObject, "servers": .list(.anyObject), "components": .anyObject]))
}
