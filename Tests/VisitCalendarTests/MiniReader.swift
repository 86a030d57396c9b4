import Testing

/// A reader of calendars that shares nothing with the writer: it unfolds, unescapes and nests, as RFC 5545 says, and
/// refuses what the RFC forbids.
struct MiniReader {
    /// A property: `DTSTART;TZID=Asia/Shanghai:20261003T093000`.
    struct Property: Equatable {
        var name: String
        /// What stands between the name and the colon.
        var parameters: String
        /// The value as written.
        var value: String

        /// The value read as TEXT.
        var text: String {
            var result = ""
            var isEscaped = false
            for character in value.unicodeScalars {
                if isEscaped {
                    result.unicodeScalars.append(character == "n" || character == "N" ? "\n" : character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else {
                    result.unicodeScalars.append(character)
                }
            }
            return result
        }
    }

    /// A component with its properties and parts.
    struct Component {
        var name: String
        var properties: [Property] = []
        var parts: [Component] = []

        subscript(name: String) -> Property? { properties.first { $0.name == name } }

        func parts(_ name: String) -> [Component] { parts.filter { $0.name == name } }
    }

    /// What a calendar may not be.
    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    /// The calendar that the bytes are.
    static func read(_ bytes: [UInt8]) throws -> Component {
        var stack = [Component(name: "")]
        for line in try unfold(bytes) {
            guard let colon = line.firstIndex(of: ":") else { throw Fault(description: "no colon: \(line)") }
            let head = line[..<colon].split(separator: ";", maxSplits: 1)
            let value = String(line[line.index(after: colon)...])
            switch head[0] {
            case "BEGIN": stack.append(Component(name: value))
            case "END":
                let done = stack.removeLast()
                guard done.name == value, !stack.isEmpty else { throw Fault(description: "END:\(value)") }
                stack[stack.count - 1].parts.append(done)
            default:
                let parameters = head.count > 1 ? String(head[1]) : ""
                stack[stack.count - 1].properties.append(
                    Property(name: String(head[0]), parameters: parameters, value: value))
            }
        }
        guard stack.count == 1, let calendar = stack[0].parts.first, stack[0].parts.count == 1 else {
            throw Fault(description: "not one calendar")
        }
        return calendar
    }

    /// The lines, unfolded. Every one must end by CRLF, have at most 75 octets, be whole characters and hold no control
    /// character but the tab.
    static func unfold(_ bytes: [UInt8]) throws -> [String] {
        var lines: [[UInt8]] = []
        var line: [UInt8] = []
        func take() throws {
            guard line.count <= 75 else { throw Fault(description: "a line of \(line.count) octets") }
            guard String(validating: line, as: UTF8.self) != nil else { throw Fault(description: "half a character") }
            if line.first == 0x20, !lines.isEmpty {
                // A cut after an odd number of backslashes parts a character from its escape.
                let backslashes = lines[lines.count - 1].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
                guard backslashes.isMultiple(of: 2) else { throw Fault(description: "half an escape") }
                lines[lines.count - 1] += line.dropFirst()
            } else {
                lines.append(line)
            }
            line = []
        }
        var position = 0
        while position < bytes.count {
            if bytes[position] == 0x0D, position + 1 < bytes.count, bytes[position + 1] == 0x0A {
                try take()
                position += 2
                continue
            }
            guard bytes[position] == 0x09 || bytes[position] >= 0x20, bytes[position] != 0x7F else {
                throw Fault(description: "control character \(bytes[position])")
            }
            line.append(bytes[position])
            position += 1
        }
        guard line.isEmpty else { throw Fault(description: "the last line has no end") }
        return lines.map { String(decoding: $0, as: UTF8.self) }
    }
}
