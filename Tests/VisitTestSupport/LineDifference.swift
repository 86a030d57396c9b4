/// The lines in which two texts differ, for people.
enum LineDifference {
    /// More lines than this are counted, not shown.
    static let most = 60

    /// The lines that were removed (`-`) and inserted (`+`), each with its number, in the order of the texts.
    static func lines(from old: [UInt8], to new: [UInt8]) -> [String] {
        let (before, after) = (lines(of: old), lines(of: new))
        var shown: [(line: Int, isInsertion: Bool, text: String)] = []
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, let text, _): shown.append((offset + 1, false, "-\(offset + 1): \(text)"))
            case .insert(let offset, let text, _): shown.append((offset + 1, true, "+\(offset + 1): \(text)"))
            }
        }
        shown.sort { ($0.line, $0.isInsertion ? 1 : 0) < ($1.line, $1.isInsertion ? 1 : 0) }
        let rest = shown.count - most
        return shown.prefix(most).map(\.text) + (rest > 0 ? ["… and \(rest) lines more"] : [])
    }

    /// The lines of `bytes`, carriage returns made visible.
    private static func lines(of bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            line.last == UInt8(ascii: "\r")
                ? String(decoding: line.dropLast(), as: UTF8.self) + "␍" : String(decoding: line, as: UTF8.self)
        }
    }
}
