/// Recognises headings: in English or Chinese, whatever their case, spaces, hyphens and underscores.
struct ColumnNames {
    /// A heading that no column has, with the nearest name that one has.
    struct Nearest: Hashable {
        /// The column's number in the order of the template.
        var column: Int
        /// The name as it is written in the format.
        var name: String
        /// How many characters differ.
        var distance: Int
    }

    private let columns: [String: Int]
    private let names: [(key: String, name: String, column: Int)]

    /// The names of these columns.
    init(of definitions: [ColumnDefinition]) {
        names = definitions.enumerated().flatMap { index, column in
            ([column.name] + column.chinese + column.also).map { (Self.key(of: $0), $0, index) }
        }
        columns = Dictionary(names.map { ($0.key, $0.column) }) { first, _ in first }
    }

    /// The number of the column with that heading.
    func column(_ heading: String) -> Int? { columns[Self.key(of: heading)] }

    /// The known name nearest to `heading`, where one is similar: at most half of its characters differ.
    func nearest(to heading: String) -> Nearest? {
        let key = Self.key(of: heading)
        let ranked = names.map { Nearest(column: $0.column, name: $0.name, distance: Self.distance(key, $0.key)) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance * 2 <= key.count else {
            return nil
        }
        return best
    }

    /// What two spellings of a heading have in common.
    static func key(of heading: String) -> String {
        String(PlainText.halfWidth(heading).lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
    }

    /// The number of characters to insert, delete or replace to turn `a` into `b` (Levenshtein).
    static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.prefix(40)), Array(b.prefix(40)))
        var row = Array(0...b.count)
        for i in a.indices {
            var diagonal = row[0]
            row[0] = i + 1
            for j in b.indices {
                let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}

/// Text as a machine reads it, however an input method wrote it.
enum PlainText {
    /// `text` with full-width digits, letters and signs in their ASCII forms, and dashes as hyphens.
    static func halfWidth(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: out.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
            case 0x3000, 0xA0: out.append(" ")
            case 0x2010...0x2015, 0x2212: out.append("-")
            default: out.append(scalar)
            }
        }
        return String(out)
    }
}

extension StringProtocol {
    /// The text without white space around it.
    var trimmed: String {
        let kept = unicodeScalars.drop { $0.isBlank }
        guard let end = kept.lastIndex(where: { !$0.isBlank }) else { return "" }
        return String(String.UnicodeScalarView(kept[...end]))
    }
}

extension Unicode.Scalar {
    /// Whether it is white space, the ideographic space of Chinese input methods above all, or of no width.
    var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
