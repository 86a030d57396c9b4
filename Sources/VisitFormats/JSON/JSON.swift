/// A JSON value whose objects keep the order in which their members were written.
///
/// The documents that the program promises begin with their `format`, and the same facts give the same bytes; the
/// encoders of the standard distribution promise neither. This type writes (RFC 8259); `JSONTape` reads.
public enum JSON: Hashable, Sendable {
    /// The null value.
    case null
    /// True or false.
    case bool(Bool)
    /// A whole number.
    case int(Int)
    /// A number with a fraction; written in the shortest form that reads back the same.
    case double(Double)
    /// A text.
    case string(String)
    /// A list.
    case array([JSON])
    /// An object, in the order given. Members whose value is nil are left out.
    case object([Member])

    /// One member of an object.
    public struct Member: Hashable, Sendable {
        /// The member's name.
        public var name: String
        /// The member's value.
        public var value: JSON

        /// A member `name` of that value.
        public init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// An object of the members that have a value, in that order.
    public static func members(_ members: KeyValuePairs<String, JSON?>) -> JSON {
        .object(members.compactMap { name, value in value.map { Member(name, $0) } })
    }

    /// The value as text: indented by two spaces when `pretty`, otherwise on one line.
    public func text(pretty: Bool = true) -> String { String(decoding: bytes(pretty: pretty), as: UTF8.self) }

    /// The bytes of that text, in UTF-8.
    public func bytes(pretty: Bool = true) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(1 << 12)
        write(into: &out, indent: pretty ? 0 : nil)
        return out
    }

    private func write(into out: inout [UInt8], indent: Int?) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .int(let value): out += String(value).utf8
        case .double(let value): out += (value.isFinite ? String(value) : "null").utf8
        case .string(let value): Self.write(value, into: &out)
        case .array(let values):
            Self.write(values, between: ("[", "]"), into: &out, indent: indent) { value, out, indent in
                value.write(into: &out, indent: indent)
            }
        case .object(let members):
            Self.write(members, between: ("{", "}"), into: &out, indent: indent) { member, out, indent in
                Self.write(member.name, into: &out)
                out += (indent == nil ? ":" : ": ").utf8
                member.value.write(into: &out, indent: indent)
            }
        }
    }

    private static func write<Element>(
        _ elements: [Element], between brackets: (String, String), into out: inout [UInt8], indent: Int?,
        element: (Element, inout [UInt8], Int?) -> Void
    ) {
        out += brackets.0.utf8
        let inner = indent.map { $0 + 2 }
        for (position, value) in elements.enumerated() {
            if position > 0 { out.append(UInt8(ascii: ",")) }
            newline(inner, into: &out)
            element(value, &out, inner)
        }
        if !elements.isEmpty { newline(indent, into: &out) }
        out += brackets.1.utf8
    }

    private static func newline(_ indent: Int?, into out: inout [UInt8]) {
        guard let indent else { return }
        out.append(UInt8(ascii: "\n"))
        out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }

    private static func write(_ text: String, into out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { bytes in
            var rest = bytes[...]
            // Few texts hold anything that must be escaped: what lies between is taken over in one piece.
            while let place = rest.firstIndex(where: mustBeEscaped) {
                out += rest[..<place]
                out += escaped(rest[place]).utf8
                rest = rest[(place + 1)...]
            }
            out += rest
        }
        out.append(UInt8(ascii: "\""))
    }

    private static func mustBeEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escaped(_ byte: UInt8) -> String {
        switch byte {
        case UInt8(ascii: "\""): return #"\""#
        case UInt8(ascii: "\\"): return #"\\"#
        case 0x0A: return #"\n"#
        case 0x0D: return #"\r"#
        case 0x09: return #"\t"#
        default:
            let hex = String(byte, radix: 16)
            return #"\u"# + String(repeating: "0", count: 4 - hex.count) + hex
        }
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral
{
    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .int(value) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A list.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
}
