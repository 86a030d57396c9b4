// Names, reasons and places come from outside. A control character in them could forge a line of a list, or send
// commands to a terminal; a direction mark could make a line read backwards. So both are removed from everything that
// is shown.

extension Unicode.Scalar {
    /// Whether it is a control character or a line separator.
    package var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }

    /// Whether it changes the direction in which a line is written.
    package var isDirectionMark: Bool {
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// Whether it steers whoever shows it, in a text of several lines.
    fileprivate var isUnsafeInText: Bool { isDirectionMark || (isControl && self != "\n" && self != "\t") }
}

extension String {
    /// The text as it may stand within one line of a terminal, a table or a printout: control characters become spaces, marks of
    /// direction go.
    package var onOneLine: String {
        guard unicodeScalars.contains(where: { $0.isControl || $0.isDirectionMark }) else { return self }
        var line = ""
        for scalar in unicodeScalars where !scalar.isDirectionMark {
            line.unicodeScalars.append(scalar.isControl ? " " : scalar)
        }
        return line
    }

    /// The text as it may be shown in several lines: without control characters but for line ends and tabs, and without marks of
    /// direction.
    package var withoutControlCharacters: String {
        guard unicodeScalars.contains(where: \.isUnsafeInText) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnsafeInText }))
    }
}
