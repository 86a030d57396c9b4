/// A JSON text read into one flat list of nodes (RFC 8259): the reader of every document that the program takes.
///
/// Foundation's decoders build an object per value: for ten thousand households they need many times the memory and
/// time, and they report neither the position of a value nor more than one fault at a time. A node is its kind, where
/// its bytes stand, and where the next sibling begins; children follow their parent. Nothing is copied until it is
/// asked for. A node is named by its position in the list; the root is 0.
public struct JSONTape: Sendable {
    /// What a value is.
    public enum Kind: UInt8, Sendable {
        /// One of the kinds of RFC 8259, section 3.
        case null, bool, number, string, array, object
    }

    struct Node {
        var kind: Kind
        /// A string with escapes in it must be decoded; others are their bytes.
        var hasEscapes = false
        /// First byte of the value; for a string, of its contents.
        var start: Int32
        /// One past its last byte; for an array or object, the number of elements or members.
        var end: Int32
        /// The node after this one and all that belongs to it.
        var next: Int32
    }

    /// Where and why a text is not JSON.
    public struct SyntaxFault: Error, Hashable {
        /// The byte at which reading stopped, from 0.
        public var offset: Int
        /// Why, in English; without a full stop.
        public var english: String
        /// Why, in Chinese; without a full stop.
        public var chinese: String

        /// The line and the column of it in `bytes`, both from 1; columns count characters.
        public func position(in bytes: [UInt8]) -> (line: Int, column: Int) {
            let before = bytes.prefix(offset)
            // A mark of the byte order is no character of the first line.
            let begin = before.starts(with: JSONTape.byteOrderMark) ? JSONTape.byteOrderMark.count : 0
            let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? begin
            // Of a line that goes on without end it is enough to know where in the text the fault is.
            let line = before[lineStart...]
            let column = (line.count < 1 << 20 ? String(decoding: line, as: UTF8.self).count : line.count) + 1
            return (before.count { $0 == 0x0A } + 1, column)
        }
    }

    /// How many lists and objects may lie in one another.
    public static let deepest = 64
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// Larger texts are not read: with its nodes such a text takes half a gigabyte of memory.
    public static let largestSize = 128 << 20
    /// A text of more values is not read.
    public static let mostNodes = 12_000_000

    /// The text.
    public let bytes: [UInt8]
    private(set) var nodes: [Node] = []

    /// Reads `bytes`, of which there must be at most `largestSize`.
    ///
    /// - Parameter limit: how many values the text may have.
    public init(_ bytes: [UInt8], values limit: Int = Self.mostNodes) throws(SyntaxFault) {
        precondition(bytes.count <= Self.largestSize, "A text of \(bytes.count) bytes is too large for a tape.")
        self.bytes = bytes
        // Room is made as values are found: a text may be long and hold none.
        nodes.reserveCapacity(min(bytes.count / 8, 1 << 12))
        var scanner = Scanner(bytes: bytes, limit: limit)
        if bytes.starts(with: Self.byteOrderMark) { scanner.position = Self.byteOrderMark.count }
        try scanner.value(into: &nodes, depth: 0)
        scanner.skipSpace()
        guard scanner.position == bytes.count else {
            throw scanner.fault("Something stands after the end of the document", "文档结束后还有多余内容")
        }
    }
}

/// Walks once over the bytes of a JSON text and writes nodes.
private struct Scanner {
    let bytes: [UInt8]
    let limit: Int
    var position = 0

    init(bytes: [UInt8], limit: Int) {
        self.bytes = bytes
        self.limit = limit
    }

    func fault(_ english: String, _ chinese: String) -> JSONTape.SyntaxFault {
        JSONTape.SyntaxFault(offset: position, english: english, chinese: chinese)
    }

    private func expected(_ english: String, _ chinese: String) -> JSONTape.SyntaxFault {
        position < bytes.count
            ? fault("\(english) was expected", "此处应为\(chinese)")
            : fault("The document ends in the middle", "文档不完整，中途结束")
    }

    /// The byte at the position, or 0 at the end: no JSON text holds a 0 outside a fault.
    private var current: UInt8 { position < bytes.count ? bytes[position] : 0 }

    mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    mutating func value(into nodes: inout [JSONTape.Node], depth: Int) throws(JSONTape.SyntaxFault) {
        skipSpace()
        guard nodes.count < limit else {
            throw fault("The document has more than \(limit) values", "文档中的值超过 \(limit) 个")
        }
        switch current {
        case UInt8(ascii: "{"): try container(.object, UInt8(ascii: "}"), into: &nodes, depth: depth)
        case UInt8(ascii: "["): try container(.array, UInt8(ascii: "]"), into: &nodes, depth: depth)
        case UInt8(ascii: "\""): try string(into: &nodes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number(into: &nodes)
        case UInt8(ascii: "t"): try word("true", .bool, into: &nodes)
        case UInt8(ascii: "f"): try word("false", .bool, into: &nodes)
        case UInt8(ascii: "n"): try word("null", .null, into: &nodes)
        default:
            throw expected("A value", "一个值")
        }
    }

    private mutating func container(
        _ kind: JSONTape.Kind, _ close: UInt8, into nodes: inout [JSONTape.Node], depth: Int
    ) throws(JSONTape.SyntaxFault) {
        guard depth < JSONTape.deepest else { throw fault("The document is nested too deeply", "文档嵌套过深") }
        let own = nodes.count
        nodes.append(JSONTape.Node(kind: kind, start: Int32(position), end: 0, next: 0))
        position += 1
        var count: Int32 = 0
        skipSpace()
        while current != close || count > 0 {
            if kind == .object { try name(into: &nodes) }
            try value(into: &nodes, depth: depth + 1)
            count += 1
            skipSpace()
            if current == close { break }
            guard current == UInt8(ascii: ",") else { throw expected("A comma or the end of the list", "逗号或列表结尾") }
            position += 1
        }
        position += 1
        nodes[own].end = count
        nodes[own].next = Int32(nodes.count)
    }

    /// The name of a member and the colon after it.
    private mutating func name(into nodes: inout [JSONTape.Node]) throws(JSONTape.SyntaxFault) {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw expected("The name of a member", "成员名称") }
        try string(into: &nodes)
        skipSpace()
        guard current == UInt8(ascii: ":") else { throw expected("A colon", "冒号") }
        position += 1
    }

    private mutating func string(into nodes: inout [JSONTape.Node]) throws(JSONTape.SyntaxFault) {
        position += 1
        let start = position
        var hasEscapes = false
        while true {
            guard position < bytes.count else { throw fault("The document ends in the middle", "文档不完整，中途结束") }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") { break }
            guard byte >= 0x20 else { throw fault("A control character stands in a text", "文本中含有控制字符") }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                try escape()
            } else {
                position += 1
            }
        }
        nodes.append(
            JSONTape.Node(
                kind: .string, hasEscapes: hasEscapes, start: Int32(start), end: Int32(position),
                next: Int32(nodes.count + 1)))
        position += 1
    }

    /// An escape (RFC 8259, section 7), from its backslash on.
    private mutating func escape() throws(JSONTape.SyntaxFault) {
        position += 1
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                guard Character(UnicodeScalar(current)).isHexDigit else {
                    throw expected("A digit of base 16", "十六进制数字")
                }
                position += 1
            }
        default: throw expected("A letter that ends an escape", "转义字符")
        }
    }

    /// A number (RFC 8259, section 6).
    private mutating func number(into nodes: inout [JSONTape.Node]) throws(JSONTape.SyntaxFault) {
        let start = position
        if current == UInt8(ascii: "-") { position += 1 }
        if current == UInt8(ascii: "0") { position += 1 } else { try digits() }
        if current == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
            position += 1
            if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        nodes.append(
            JSONTape.Node(kind: .number, start: Int32(start), end: Int32(position), next: Int32(nodes.count + 1)))
    }

    /// At least one digit.
    private mutating func digits() throws(JSONTape.SyntaxFault) {
        let start = position
        while position < bytes.count, bytes[position] >= UInt8(ascii: "0"), bytes[position] <= UInt8(ascii: "9") {
            position += 1
        }
        if position == start { throw expected("A digit", "数字") }
    }

    private mutating func word(
        _ word: StaticString, _ kind: JSONTape.Kind, into nodes: inout [JSONTape.Node]
    ) throws(JSONTape.SyntaxFault) {
        let start = position
        for offset in 0..<word.utf8CodeUnitCount {
            guard current == word.utf8Start[offset] else { throw fault("A value was expected", "此处应为一个值") }
            position += 1
        }
        nodes.append(JSONTape.Node(kind: kind, start: Int32(start), end: Int32(position), next: Int32(nodes.count + 1)))
    }
}
