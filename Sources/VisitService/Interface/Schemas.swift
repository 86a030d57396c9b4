import VisitFormats
import VisitModel

/// The schemas of the documents that the interface answers with. What a schema does not name may be there as well:
/// documents are added to freely.
enum Schemas {
    /// The name of a document's schema: `visitd-next.1`, since a component's name has no slash.
    static func key(_ document: String) -> String { document.replacing("/", with: ".") }

    /// All schemas, by name.
    static var all: JSON {
        .object(documents.map { .init(key($0.name), $0.schema) })
    }

    private static var documents: [(name: String, schema: JSON)] {
        [
            ("Health", object(["status": text])),
            (
                "Readiness",
                object([
                    "status": text, "packs": whole, "kept": list(reference("visitd-error/1")), "waiting": list(text),
                ])
            ),
            ("OpenAPI", object(["openapi": text, "paths": .members(["type": "object"])])),
            ("visitd-error/1", error),
            document("visitd-next/1", ["today": day, "results": list(outlook)]),
            document("visitd-children/1", ["today": day, "children": list(child)], optional: ["next": text]),
            document("visitd-households/1", ["households": list(household)], optional: ["next": text]),
            document("visitd-sessions/1", ["prison": text, "sessions": list(session)]),
            document("visitd-visits/1", ["visits": list(visit)], optional: ["next": text]),
            document("visitd-visit/1", ["visit": visit, "acts": list(act)]),
            document(
                "visitd-closure/1",
                ["id": text, "prison": text, "from": day, "to": day, "reason": text, "cancelled": list(text)]),
            document("visitd-plans/1", ["plans": list(plan), "run": .members(["type": .array(["object", "null"])])]),
            document(
                "visitd-statistics/1",
                [
                    "today": day, "smallest": whole,
                    "tables": list(
                        object([
                            "title": text, "columns": list(text),
                            "rows": list(object(["name": text, "counts": list(wholeOrNull)])),
                        ])),
                ]),
        ]
    }

    private static var error: JSON {
        let finding = object(
            ["severity": text, "code": text, "subject": text, "sentence": text],
            optional: ["file": text, "line": whole, "column": whole, "advice": text])
        return document(
            "visitd-error/1", ["code": text, "sentence": text, "findings": list(finding)], optional: ["advice": text]
        ).schema
    }

    private static var outlook: JSON {
        object(
            [
                "child": text, "prisoner": text, "household": text, "relation": text, "lastVisit": dayOrNull,
                "gapDays": wholeOrNull, "status": words(Outlook.Status.allCases.map(\.rawValue)),
            ],
            optional: [
                "visit": visitAlone,
                "refusal": object(
                    ["code": text, "facts": .members(["type": "object"]), "sentence": text, "wouldHelp": list(text)]),
            ])
    }

    private static let visitMembers: KeyValuePairs<String, JSON> = [
        "id": text, "status": words(Visit.Status.allCases.map(\.rawValue)), "prison": text, "zone": text, "date": day,
        "start": textOrNull, "end": textOrNull, "minutes": whole, "mode": words(Mode.allCases.map(\.rawValue)),
        "party": list(object(["id": text, "role": text])), "documents": list(text), "leaveHome": textOrNull,
        "arrive": textOrNull, "home": textOrNull, "trip": .members(["type": .array(["object", "null"])]),
        "because": list(text),
    ]

    private static var visitAlone: JSON { object(visitMembers) }

    private static var visit: JSON {
        .members([
            "allOf": .array([visitAlone, object(["prisoner": text, "household": text])])
        ])
    }

    private static var act: JSON {
        object(
            ["act": words(VisitAct.Kind.allCases.map(\.rawValue)), "at": text], optional: ["by": text, "reason": text])
    }

    private static var child: JSON {
        object(
            [
                "id": text, "household": text, "age": whole, "needs": list(text),
                "bonds": list(object(["prisoner": text])),
            ],
            optional: ["schoolCalendar": text])
    }

    private static var household: JSON {
        object(
            [
                "id": text, "kind": text, "place": text, "lang": text, "leavesAfter": text, "returnsBefore": text,
                "children": list(text),
            ], optional: ["organisation": text, "escortsFrom": text])
    }

    private static var session: JSON {
        object(
            [
                "id": text, "date": day, "start": text, "minutes": whole, "mode": textOrNull, "tables": whole,
                "taken": whole,
            ], optional: ["seats": whole])
    }

    private static var plan: JSON {
        object(["number": whole, "today": day, "from": day, "to": day, "published": text])
    }

    private static let text: JSON = .members(["type": "string"])
    private static let textOrNull: JSON = .members(["type": .array(["string", "null"])])
    private static let whole: JSON = .members(["type": "integer"])
    private static let wholeOrNull: JSON = .members(["type": .array(["integer", "null"])])
    private static let day: JSON = .members(["type": "string", "format": "date"])
    private static let dayOrNull: JSON = .members(["type": .array(["string", "null"]), "format": "date"])

    private static func list(_ items: JSON) -> JSON { .members(["type": "array", "items": items]) }
    private static func words(_ words: [String]) -> JSON {
        .members(["type": "string", "enum": .array(words.map { .string($0) })])
    }
    private static func reference(_ name: String) -> JSON {
        .members(["$ref": .string("#/components/schemas/" + key(name))])
    }

    private static func object(
        _ required: KeyValuePairs<String, JSON>, optional: KeyValuePairs<String, JSON> = [:]
    ) -> JSON {
        let properties = (Array(required) + Array(optional)).map { JSON.Member($0.key, $0.value) }
        return .members([
            "type": "object", "required": required.isEmpty ? nil : .array(required.map { .string($0.key) }),
            "properties": properties.isEmpty ? nil : .object(properties),
        ])
    }

    /// The schema of a document that begins with its format.
    private static func document(
        _ name: String, _ required: KeyValuePairs<String, JSON>, optional: KeyValuePairs<String, JSON> = [:]
    ) -> (name: String, schema: JSON) {
        guard case .object(var members) = object(required, optional: optional) else { return (name, .null) }
        for index in members.indices {
            switch (members[index].name, members[index].value) {
            case ("required", .array(let names)): members[index].value = .array(["format"] + names)
            case ("properties", .object(let properties)):
                members[index].value = .object(
                    [.init("format", .members(["const": .string(name)]))] + properties)
            default: break
            }
        }
        return (name, .object(members))
    }
}
