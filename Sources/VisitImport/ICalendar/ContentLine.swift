/// One line of an iCalendar file, unfolded (RFC 5545, section 3.1): a name, parameters and a value.
struct ContentLine {
    /// The property's name, in capitals.
    var name: String
    /// The parameters by name, in capitals; the first value of each.
    var parameters: [String: String]
    /// The value as written.
    var value: String
    /// The line of the file on which it begins, from 1.
    var line: Int

    /// The lines of `text`. What is no content line comes back as `nil` with its number.
    static func lines(of text: String) -> [(line: Int, content: ContentLine?)] {
        var unfolded: [(line: Int, text: [UInt8])] = []
        for (number, part) in rows(of: Array(text.utf8)).enumerated() {
            if let first = part.first, first == 0x20 || first == 0x09, !unfolded.isEmpty {
                unfolded[unfolded.count - 1].text += part.dropFirst()
            } else if !part.isEmpty {
                unfolded.append((number + 1, Array(part)))
            }
        }
        return unfolded.map { ($0.line, ContentLine(String(decoding: $0.text, as: UTF8.self), line: $0.line)) }
    }

    /// The rows between line ends: CR LF, or LF alone as many programs write.
    private static func rows(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.last == 0x0D ? $0.dropLast() : $0 }
    }

    /// The line that says `text`; nil where it has no name or no value, or a quote stays open.
    init?(_ text: String, line: Int) {
        var parts: [String] = [""]
        var isQuoted = false
        var rest = text[...]
        while let character = rest.first, isQuoted || character != ":" {
            rest = rest.dropFirst()
            switch character {
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted: parts.append("")
            default: parts[parts.count - 1].append(character)
            }
        }
        guard rest.first == ":", !parts[0].isEmpty,
            parts[0].utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) || Self.isLetter($0) })
        else { return nil }
        name = parts[0].uppercased()
        value = String(rest.dropFirst())
        self.line = line
        parameters = [:]
        for part in parts.dropFirst() {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if sides.count == 2 { parameters[sides[0].uppercased()] = String(sides[1]) }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    /// The value as text: without the backslashes of RFC 5545, section 3.3.11.
    var text: String {
        var plain = ""
        var isEscaped = false
        for character in value {
            switch character {
            case "\\" where !isEscaped: isEscaped = true
            case "n" where isEscaped, "N" where isEscaped:
                plain.append("\n")
                isEscaped = false
            default:
                plain.append(character)
                isEscaped = false
            }
        }
        return plain
    }
}
