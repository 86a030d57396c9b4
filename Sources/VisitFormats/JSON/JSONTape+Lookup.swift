extension JSONTape {
    /// What the value is.
    public func kind(_ node: Int) -> Kind { nodes[node].kind }

    /// The value of the member `name` of an object, by its first occurrence; nil where there is none or `node` is no object.
    public func member(_ name: StaticString, of node: Int) -> Int? {
        guard nodes[node].kind == .object else { return nil }
        var key = node + 1
        for _ in 0..<nodes[node].end {
            if isText(key, name) { return key + 1 }
            key = Int(nodes[key + 1].next)
        }
        return nil
    }

    /// The elements of an array; none where `node` is something else.
    public func elements(of node: Int) -> Elements {
        Elements(tape: self, left: nodes[node].kind == .array ? Int(nodes[node].end) : 0, node: node + 1)
    }

    /// The names and values of an object, in the order of the text.
    public func members(of node: Int) -> [(name: String, value: Int)] {
        guard nodes[node].kind == .object else { return [] }
        var key = node + 1
        return (0..<nodes[node].end).map { _ in
            defer { key = Int(nodes[key + 1].next) }
            return (text(key) ?? "", key + 1)
        }
    }

    /// A whole number that fits 64 bits.
    public func integer(_ node: Int) -> Int? {
        guard nodes[node].kind == .number else { return nil }
        var position = Int(nodes[node].start)
        let end = Int(nodes[node].end)
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        // Nineteen digits are less than 2^64, so the magnitude cannot overflow.
        guard position < end, end - position <= 19 else { return nil }
        var magnitude: UInt64 = 0
        while position < end {
            let byte = bytes[position]
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            magnitude = magnitude * 10 + UInt64(byte - UInt8(ascii: "0"))
            position += 1
        }
        if isNegative, magnitude == Int.min.magnitude { return Int.min }
        return Int(exactly: magnitude).map { isNegative ? -$0 : $0 }
    }

    /// True or false; nil where `node` is something else.
    public func bool(_ node: Int) -> Bool? {
        guard nodes[node].kind == .bool else { return nil }
        return bytes[Int(nodes[node].start)] == UInt8(ascii: "t")
    }

    /// The text of a string; nil where `node` is something else or not well written.
    public func text(_ node: Int) -> String? {
        guard nodes[node].kind == .string else { return nil }
        let contents = bytes[Int(nodes[node].start)..<Int(nodes[node].end)]
        return nodes[node].hasEscapes ? Self.unescaped(contents) : String(validating: contents, as: UTF8.self)
    }

    /// The bytes of a value as they are in the text, shortened, to show them in a finding.
    public func excerpt(_ node: Int) -> String {
        switch nodes[node].kind {
        case .array: return "a list"
        case .object: return "an object"
        case .null, .bool, .number, .string:
            let contents = bytes[Int(nodes[node].start)..<Int(nodes[node].end)]
            return String(decoding: contents.prefix(40), as: UTF8.self) + (contents.count > 40 ? "…" : "")
        }
    }

    private func isText(_ node: Int, _ name: StaticString) -> Bool {
        if nodes[node].hasEscapes { return text(node) == name.description }
        let count = name.utf8CodeUnitCount
        guard Int(nodes[node].end - nodes[node].start) == count else { return false }
        let start = Int(nodes[node].start)
        for offset in 0..<count where bytes[start + offset] != name.utf8Start[offset] { return false }
        return true
    }

    private static func unescaped(_ contents: ArraySlice<UInt8>) -> String? {
        var units: [UInt16] = []
        var rest = contents
        while let byte = rest.first {
            guard byte == UInt8(ascii: "\\") else {
                let plain = rest.prefix { $0 != UInt8(ascii: "\\") }
                guard let text = String(validating: plain, as: UTF8.self) else { return nil }
                units += text.utf16
                rest = rest.dropFirst(plain.count)
                continue
            }
            guard rest.count >= 2 else { return nil }
            let letter = rest[rest.startIndex + 1]
            rest = rest.dropFirst(2)
            if letter == UInt8(ascii: "u") {
                guard rest.count >= 4, rest.prefix(4).allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                    let unit = UInt16(String(decoding: rest.prefix(4), as: UTF8.self), radix: 16)
                else { return nil }
                units.append(unit)
                rest = rest.dropFirst(4)
            } else {
                guard let plain = escapes[letter] else { return nil }
                units.append(plain)
            }
        }
        return String(validating: units, as: UTF16.self)
    }

    private static let escapes: [UInt8: UInt16] = [
        UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
        UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
    ]

    /// The nodes of an array's elements, one after the other.
    public struct Elements: Sequence, IteratorProtocol {
        fileprivate let tape: JSONTape
        fileprivate var left: Int
        fileprivate var node: Int

        /// The node of the next element.
        public mutating func next() -> Int? {
            guard left > 0 else { return nil }
            left -= 1
            defer { node = Int(tape.nodes[node].next) }
            return node
        }
    }
}
