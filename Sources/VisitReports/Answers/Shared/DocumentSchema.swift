import VisitFormats

/// What a document of the interface looks like, by its name.
public struct DocumentSchema: Sendable {
    /// The document's name: its format, such as `visitd-next/1`.
    public let name: String
    /// What it looks like.
    public let schema: JSONSchema

    /// A document of that name.
    public init(_ name: String, _ schema: JSONSchema) {
        self.name = name
        self.schema = schema
    }

    /// The key under which OpenAPI keeps it: `visitd-next.1`, since a component's name has no slash.
    public var key: String { name.replacing("/", with: ".") }

    /// Where other schemas find it within an OpenAPI document.
    public var reference: String { "#/components/schemas/" + key }
}
