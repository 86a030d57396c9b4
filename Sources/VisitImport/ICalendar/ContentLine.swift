/// One line of an iCalendar file, unfolded (RFC 5545, section 3.1): a name, parameters and a value. Parameters and value
/// are decoded only where they are asked for, so that what is passed over costs little.
struct ContentLine {
    /// The property's name, in capitals.
    let name: String
    /// The line of the file on which it begins, from 1.
    let line: Int
    /// The parameters, from the semicolon after the name on.
    private let head: ArraySlice<UInt8>
    private let tail: ArraySlice<UInt8>

    /// What a line of a file may be.
    enum Outcome {
        case line(ContentLine)
        /// A property that no calendar knows, because its name has signs that RFC 5545 does not allow in one; the name where it
        /// is written as a property's is, and nil where it may be somebody's.
        case strange(name: String?)
        /// No name, no value, or a quote that stays open.
        case nonsense
    }

    /// What `bytes` say, which begin on `line` of the file.
    static func read(_ bytes: ArraySlice<UInt8>, line: Int) -> Outcome {
        var isQuoted = false
        var nameEnd: Int?
        var colon: Int?
        for at in bytes.indices {
            switch bytes[at] {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ";") where !isQuoted && nameEnd == nil: nameEnd = at
            case UInt8(ascii: ":") where !isQuoted: colon = at
            default: break
            }
            if colon != nil { break }
        }
        guard let colon else { return .nonsense }
        let end = nameEnd ?? colon
        let letters = bytes[bytes.startIndex..<end]
        let name = String(decoding: letters, as: UTF8.self).uppercased()
        if !letters.isEmpty, letters.allSatisfy(isAllowed) {
            return .line(
                ContentLine(name: name, line: line, head: bytes[end..<colon], tail: bytes[(colon + 1)...]))
        }
        guard isStrange(letters) else { return .nonsense }
        let isProperty = letters.allSatisfy { isAllowed($0) && $0 < 0x61 || "_.".utf8.contains($0) }
        return .strange(name: isProperty ? name : nil)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) || isLetter(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    /// Whether it is a name all the same: visible signs, and not what a slip has made of a property that is read.
    private static func isStrange(_ letters: ArraySlice<UInt8>) -> Bool {
        guard !letters.isEmpty, letters.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return false }
        let plain = String(decoding: letters.filter { isLetter($0) }, as: UTF8.self).uppercased()
        return !CalendarReading.namesThatAreRead.contains { $0.filter(\.isLetter) == plain }
    }

    /// The value as written.
    var value: String { String(decoding: tail, as: UTF8.self) }
    /// How many bytes the value has.
    var valueLength: Int { tail.count }

    /// The value of the parameter `name`, without quotes; nil where there is none.
    func parameter(_ name: String) -> String? {
        var isQuoted = false
        var start = head.startIndex
        for at in head.startIndex...head.endIndex {
            let byte = at < head.endIndex ? head[at] : UInt8(ascii: ";")
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            guard byte == UInt8(ascii: ";"), !isQuoted || at == head.endIndex else { continue }
            let part = head[start..<at]
            if let equals = part.firstIndex(of: UInt8(ascii: "=")),
                String(decoding: part[..<equals], as: UTF8.self).uppercased() == name
            {
                return String(decoding: part[(equals + 1)...].filter { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
            }
            start = min(at + 1, head.endIndex)
        }
        return nil
    }

    /// The value as text: without the backslashes of RFC 5545, section 3.3.11.
    var text: String { Self.plain(tail) }

    /// The texts of a value that lists some, divided by commas without a backslash.
    var texts: [String] {
        var parts: [String] = []
        var start = tail.startIndex
        var isEscaped = false
        for at in tail.indices {
            if tail[at] == UInt8(ascii: ","), !isEscaped {
                parts.append(Self.plain(tail[start..<at]))
                start = at + 1
            }
            isEscaped = tail[at] == UInt8(ascii: "\\") && !isEscaped
        }
        return parts + [Self.plain(tail[start...])]
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        var plain: [UInt8] = []
        var isEscaped = false
        for byte in bytes {
            if byte == UInt8(ascii: "\\"), !isEscaped {
                isEscaped = true
                continue
            }
            plain.append(isEscaped && byte & 0xDF == UInt8(ascii: "N") ? UInt8(ascii: "\n") : byte)
            isEscaped = false
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

/// The lines of an iCalendar file one after the other: unfolded (RFC 5545, section 3.1), empty ones left out. Lines end in
/// CR LF, or in LF alone as many programs write.
struct ContentLines: Sequence, IteratorProtocol {
    private let bytes: ArraySlice<UInt8>
    private var position: Int
    private var number = 0

    /// The lines of `bytes`.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func next() -> (line: Int, bytes: ArraySlice<UInt8>)? {
        while position < bytes.endIndex {
            var found = row()
            let line = number
            guard !found.isEmpty else { continue }
            while position < bytes.endIndex, Self.continues(bytes[position]) { found += row().dropFirst() }
            return (line, found)
        }
        return nil
    }

    private static func continues(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    /// The bytes up to the next line end, which is stepped over.
    private mutating func row() -> ArraySlice<UInt8> {
        let end = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
        let row = bytes[position..<end]
        position = Swift.min(end + 1, bytes.endIndex)
        number += 1
        return row.last == 0x0D ? row.dropLast() : row
    }
}
