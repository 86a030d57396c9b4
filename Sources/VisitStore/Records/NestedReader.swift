import VisitFormats

/// Reads the JSON text of a nested part from left to right: lists, texts, whole numbers and nulls, as the store writes
/// them, without any space between.
///
/// A large plan holds a hundred thousand journeys; a general decoder takes longer for them than SQLite for the rest.
struct NestedReader {
    /// The text says something else than was expected.
    struct Malformed: Error {}

    private let bytes: [UInt8]
    private var next = 0
    /// Whether an element has been read in the list at hand, so that a comma comes before another one.
    private var hasElement = false

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// Whether all has been read.
    var isAtEnd: Bool { next == bytes.count }

    /// Whether the list at hand holds another element.
    var hasMore: Bool { isNext(UInt8(ascii: ",")) }

    private func isNext(_ byte: UInt8) -> Bool { next < bytes.count && bytes[next] == byte }

    /// Whether `byte` comes next; it is read then.
    private mutating func take(_ byte: UInt8) -> Bool {
        guard isNext(byte) else { return false }
        next += 1
        return true
    }

    private mutating func require(_ byte: UInt8) throws(Malformed) {
        guard take(byte) else { throw Malformed() }
    }

    /// Reads over the comma before an element that is not the first of its list.
    private mutating func beginElement() throws(Malformed) {
        if hasElement { try require(UInt8(ascii: ",")) }
        hasElement = true
    }

    /// The next element: a list, whose elements `body` reads one by one.
    mutating func row<Row>(
        _ body: (inout NestedReader) throws(Malformed) -> Row
    ) throws(Malformed) -> Row {
        try beginElement()
        try require(UInt8(ascii: "["))
        hasElement = false
        let row = try body(&self)
        try require(UInt8(ascii: "]"))
        hasElement = true
        return row
    }

    /// The next element: a list of any number of elements of one kind.
    mutating func list<Element>(
        _ element: (inout NestedReader) throws(Malformed) -> Element
    ) throws(Malformed) -> [Element] {
        try row { (reader) throws(Malformed) in
            var elements: [Element] = []
            while !reader.isNext(UInt8(ascii: "]")) { elements.append(try element(&reader)) }
            return elements
        }
    }

    /// The next element: a whole number.
    mutating func number() throws(Malformed) -> Int {
        try beginElement()
        let isNegative = take(UInt8(ascii: "-"))
        let first = next
        var value = 0
        while next < bytes.count, bytes[next] >= UInt8(ascii: "0"), bytes[next] <= UInt8(ascii: "9") {
            let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflowedToo) = product.addingReportingOverflow(Int(bytes[next] - UInt8(ascii: "0")))
            guard !overflowed, !overflowedToo else { throw Malformed() }
            value = sum
            next += 1
        }
        guard next > first else { throw Malformed() }
        return isNegative ? -value : value
    }

    /// The next element: a text.
    mutating func text() throws(Malformed) -> String {
        try beginElement()
        try require(UInt8(ascii: "\""))
        let first = next
        while next < bytes.count, bytes[next] != UInt8(ascii: "\""), bytes[next] != UInt8(ascii: "\\") { next += 1 }
        if take(UInt8(ascii: "\"")) { return String(decoding: bytes[first..<next - 1], as: UTF8.self) }
        return try escapedText(Array(bytes[first..<next]))
    }

    /// The next element: a whole number or null.
    mutating func optionalNumber() throws(Malformed) -> Int? { try takeNull() ? nil : number() }

    /// The next element: a text or null.
    mutating func optionalText() throws(Malformed) -> String? { try takeNull() ? nil : text() }

    /// Whether the next element is null; it is read then.
    private mutating func takeNull() throws(Malformed) -> Bool {
        let position = next + (hasElement ? 1 : 0)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "n") else { return false }
        try beginElement()
        for byte in "null".utf8 { try require(byte) }
        return true
    }

    /// The rest of a text of which `beginning` has been read and in which something is escaped (RFC 8259, section 7).
    private mutating func escapedText(_ beginning: [UInt8]) throws(Malformed) -> String {
        var text = beginning
        while !take(UInt8(ascii: "\"")) {
            guard next < bytes.count else { throw Malformed() }
            if take(UInt8(ascii: "\\")) {
                text.append(contentsOf: try escape())
            } else {
                text.append(bytes[next])
                next += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What follows a backslash. Characters beyond ASCII are written as they are, never escaped.
    private mutating func escape() throws(Malformed) -> [UInt8] {
        guard next < bytes.count else { throw Malformed() }
        defer { next += 1 }
        switch bytes[next] {
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [bytes[next]]
        case UInt8(ascii: "u"):
            guard next + 4 < bytes.count,
                let code = UInt32(String(decoding: bytes[next + 1...next + 4], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            else { throw Malformed() }
            next += 4
            return Array(String(scalar).utf8)
        default: throw Malformed()
        }
    }
}
