extension String {
    /// The text as it may stand within one line of a terminal, a table or a printout.
    ///
    /// Names come from other people's files. A control character among them could end the line, colour the terminal or
    /// type into it, and a direction mark could make a line read backwards: the former become spaces, the latter go.
    var onOneLine: String {
        guard unicodeScalars.contains(where: { $0.isControl || $0.isDirectionMark }) else { return self }
        var line = ""
        for scalar in unicodeScalars where !scalar.isDirectionMark {
            line.unicodeScalars.append(scalar.isControl ? " " : scalar)
        }
        return line
    }
}

extension Unicode.Scalar {
    fileprivate var isControl: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0x2028 || value == 0x2029
    }

    fileprivate var isDirectionMark: Bool {
        switch value {
        case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
