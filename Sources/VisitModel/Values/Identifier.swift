/// The stable name of one thing in the register: a child, a prison, a session.
///
/// Identifiers come from the user's own files and are compared byte for byte. They are safe in logs and URLs as long
/// as the user does not put names into them; nothing in the program derives one from a person's name.
public struct Identifier<Entity>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The text as the user wrote it, without surrounding white space. Never empty in a valid register.
    public let text: String

    /// Names a thing by `text`.
    public init(_ text: String) {
        self.text = text
    }

    /// The text.
    public var description: String { text }

    /// Orders identifiers by their bytes, so that every list has one order in every process and locale.
    public static func < (a: Self, b: Self) -> Bool {
        a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
}

extension Identifier: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    /// Names a thing by a literal; meant for tests and small worlds.
    public init(stringLiteral value: String) {
        self.init(value)
    }
}
