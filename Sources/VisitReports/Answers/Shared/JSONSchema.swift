import VisitFormats

/// What a JSON value looks like, in the words of JSON Schema 2020-12, as far as the interface needs them.
public struct JSONSchema: Sendable {
    /// The schema itself, a JSON object.
    public let json: JSON

    private init(_ json: JSON) {
        self.json = json
    }

    /// A text.
    public static let text = JSONSchema(.members(["type": "string"]))
    /// A day of the calendar: `YYYY-MM-DD`.
    public static let day = JSONSchema(.members(["type": "string", "format": "date"]))
    /// A whole number.
    public static let whole = JSONSchema(.members(["type": "integer"]))
    /// A number, which may have a fraction.
    public static let number = JSONSchema(.members(["type": "number"]))
    /// True or false.
    public static let flag = JSONSchema(.members(["type": "boolean"]))
    /// A period: a word, or an object of a number of days and perhaps the day from which they are counted.
    public static let period = JSONSchema(
        .members([
            "type": ["string", "object"],
            "properties": .members(["days": whole.json, "anchor": day.json, "trailingDays": whole.json]),
        ]))
    /// An object whose members are named by the case: facts, each with its name.
    public static let anyObject = JSONSchema(.members(["type": "object"]))

    /// One of these words.
    public static func words(_ words: [String]) -> JSONSchema {
        JSONSchema(.members(["type": "string", "enum": .array(words.map { .string($0) })]))
    }

    /// One of the words of `type`.
    public static func words<Word: CaseIterable & RawRepresentable>(of type: Word.Type) -> JSONSchema
    where Word.RawValue == String { words(type.allCases.map(\.rawValue)) }

    /// A list of such things.
    public static func list(_ items: JSONSchema) -> JSONSchema {
        JSONSchema(.members(["type": "array", "items": items.json]))
    }

    /// What another document of the interface looks like, described where that is.
    public static func reference(to document: DocumentSchema) -> JSONSchema {
        JSONSchema(.members(["$ref": .string(document.reference)]))
    }

    /// An object. Members that it does not name may be there as well: documents are added to freely.
    ///
    /// - Parameter format: The name of the document that it is, which it begins with; nil for an object within one.
    /// - Parameter required: The members that are always there.
    /// - Parameter optional: The members that may be missing.
    public static func object(
        format: String? = nil, _ required: KeyValuePairs<String, JSONSchema>,
        optional: KeyValuePairs<String, JSONSchema> = [:]
    ) -> JSONSchema {
        object(
            format: format, required: required.map { .init($0.key, $0.value.json) },
            optional: optional.map { .init($0.key, $0.value.json) })
    }

    /// An object of those members, each with its schema.
    static func object(format: String?, required: [JSON.Member], optional: [JSON.Member]) -> JSONSchema {
        let first = format.map { [JSON.Member("format", .members(["const": .string($0)]))] } ?? []
        let (always, all) = (first + required, first + required + optional)
        return JSONSchema(
            .members([
                "type": "object", "required": always.isEmpty ? nil : .array(always.map { .string($0.name) }),
                "properties": all.isEmpty ? nil : .object(all),
            ]))
    }

    /// An object that has all the members of each.
    static func all(of schemas: [JSONSchema]) -> JSONSchema {
        JSONSchema(.members(["allOf": .array(schemas.map(\.json))]))
    }

    /// Such a thing, or null.
    public var orNull: JSONSchema {
        guard case .object(var members) = json, let place = members.firstIndex(where: { $0.name == "type" }) else {
            preconditionFailure("Only what has a type of its own can be null instead.")
        }
        members[place].value = .array([members[place].value, "null"])
        // Of an enumeration null has to be a word as well.
        if let words = members.firstIndex(where: { $0.name == "enum" }), case .array(let known) = members[words].value {
            members[words].value = .array(known + [.null])
        }
        return JSONSchema(.object(members))
    }
}
