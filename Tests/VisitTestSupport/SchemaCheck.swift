import VisitFormats

/// Holds answers against the schemas of an OpenAPI document, completely: what is promised must be there, everything must
/// look as it should, and nothing may be there that is not described.
///
/// It knows the words of JSON Schema that the documents use; a schema that says anything else is a fault as well.
public struct SchemaCheck: Sendable {
    /// The schemas by reference: `#/components/schemas/visitd-next.1`.
    private let schemas: [String: JSON]

    /// A check against the schemas of `openAPI`.
    public init(openAPI: JSON) {
        let members = openAPI["components"]?["schemas"]?.members ?? []
        schemas = Dictionary(members.map { ("#/components/schemas/" + $0.name, $0.value) }) { first, _ in first }
    }

    /// What is wrong with `value` as an answer of the schema `reference`, each fault with its place; empty where it fits.
    public func faults(of value: JSON, reference: String) -> [String] {
        faults(of: value, against: .members(["$ref": .string(reference)]), at: "answer")
    }

    private func faults(of value: JSON, against schema: JSON, at place: String) -> [String] {
        let parts = parts(of: schema)
        let faults = parts.flatMap { part in part.flatMap { fault($0, of: value, at: place) } }
        switch value {
        case .object(let members):
            return faults
                + self.faults(of: members, described: parts.flatMap(described), isOpen: isOpen(parts), at: place)
        case .array(let elements):
            guard let items = parts.flatMap({ $0 }).first(where: { $0.name == "items" })?.value else {
                return faults + ["\(place) is a list of nobody knows what"]
            }
            return faults
                + elements.enumerated().flatMap { self.faults(of: $1, against: items, at: "\(place)[\($0)]") }
        default: return faults
        }
    }

    /// The schemas that hold together for one value: a reference stands for another schema, `allOf` for several.
    private func parts(of schema: JSON) -> [[JSON.Member]] {
        if case .string(let reference)? = schema["$ref"] {
            return schemas[reference].map(parts) ?? [[.init("$ref", "")]]
        }
        if case .array(let all)? = schema["allOf"] { return all.flatMap(parts) }
        return [schema.members]
    }

    private func described(_ part: [JSON.Member]) -> [JSON.Member] { JSON.object(part)["properties"]?.members ?? [] }

    /// Whether the object is one whose members are named by the case.
    private func isOpen(_ parts: [[JSON.Member]]) -> Bool { parts.allSatisfy { described($0).isEmpty } }

    private func faults(
        of members: [JSON.Member], described: [JSON.Member], isOpen: Bool, at place: String
    ) -> [String] {
        members.flatMap { member in
            if let schema = described.first(where: { $0.name == member.name })?.value {
                return faults(of: member.value, against: schema, at: "\(place).\(member.name)")
            }
            return isOpen ? [] : ["\(place).\(member.name) is not described"]
        }
    }

    /// What is wrong with `value` by one word of a schema, without what lies within it.
    private func fault(_ word: JSON.Member, of value: JSON, at place: String) -> [String] {
        switch (word.name, word.value) {
        case ("type", .string(let type)): value.is(type) ? [] : ["\(place) is no \(type)"]
        case ("type", .array(let types)):
            types.contains { value.is($0.word) } ? [] : ["\(place) is none of \(types.map(\.word))"]
        case ("const", let constant): value == constant ? [] : ["\(place) is not \(constant.word)"]
        case ("enum", .array(let words)): words.contains(value) ? [] : ["\(place) is none of \(words.map(\.word))"]
        case ("format", "date"):
            value == .null || value.word.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil ? [] : ["\(place) is no day"]
        case ("required", .array(let names)):
            value == .null ? [] : names.filter { value[$0.word] == nil }.map { "\(place).\($0.word) is missing" }
        case ("properties", .object), ("items", .object): []
        default: ["\(place) has a schema that says \(word.name), which this check does not know"]
        }
    }
}

extension JSON {
    /// The value that `text` is.
    public init(reading text: String) throws {
        let tape = try JSONTape(Array(text.utf8))
        self = tape.json(0)
    }

    /// The members of an object; none of anything else.
    fileprivate var members: [Member] { if case .object(let members) = self { members } else { [] } }

    fileprivate subscript(name: String) -> JSON? { members.first { $0.name == name }?.value }

    /// A text's own words; empty for anything else.
    fileprivate var word: String { if case .string(let text) = self { text } else { "" } }

    /// Whether the value is of that type of JSON Schema.
    fileprivate func `is`(_ type: String) -> Bool {
        switch (type, self) {
        case ("null", .null), ("boolean", .bool), ("integer", .int), ("number", .int), ("number", .double),
            ("string", .string), ("array", .array), ("object", .object):
            true
        default: false
        }
    }
}

extension JSONTape {
    /// The value of `node`.
    fileprivate func json(_ node: Int) -> JSON {
        switch kind(node) {
        case .null: .null
        case .bool: .bool(bool(node) ?? false)
        case .number: integer(node).map { .int($0) } ?? .double(Double(excerpt(node)) ?? .nan)
        case .string: .string(text(node) ?? "")
        case .array: .array(elements(of: node).map(json))
        case .object: .object(members(of: node).map { .init($0.name, json($0.value)) })
        }
    }
}
