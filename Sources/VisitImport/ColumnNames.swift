import VisitModel

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
        let ranked = names.map {
            Nearest(column: $0.column, name: $0.name, distance: NearestName.edits(from: key, to: $0.key))
        }
        guard let best = ranked.min(by: { $0.distance < $1.distance }), best.distance * 2 <= key.count else {
            return nil
        }
        return best
    }

    /// What two spellings of a heading have in common.
    static func key(of heading: String) -> String {
        String(PlainText.halfWidth(heading).lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
    }
}
