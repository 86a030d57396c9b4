import VisitModel

@testable import VisitImport

/// The parts of the page of the formats that follow from the column definitions.
enum FormatPage {
    /// The page's parts by the name that their marks carry.
    static func parts() -> [(name: String, text: String)] {
        TableName.allCases.map { (name: $0.english, text: table($0)) } + [(name: "findings", text: findings())]
    }

    /// The words between the marks of a part, in `page`; nil where they are missing.
    static func part(_ name: String, of page: String) -> Substring? {
        guard let begin = page.firstRange(of: "<!-- begin \(name) -->\n"),
            let end = page.firstRange(of: "<!-- end \(name) -->")
        else { return nil }
        return page[begin.upperBound..<end.lowerBound]
    }

    private static func table(_ table: TableName) -> String {
        var lines = [
            "File: `\(table.fileName(.english))`, \(table.chinese.map { "`\($0).csv`" }.joined(separator: ", "))", "",
            "| column | 列名 | required | empty cell | meaning | 含义 | example | 示例 |",
            "|---|---|---|---|---|---|---|---|",
        ]
        lines += table.columns.map { column in
            let need =
                switch column.need {
                case .required: "yes"
                case .optional: ""
                case .either(let other): "this or `\(other)`"
                }
            let example = column.examples.first { !$0.english.isEmpty }
            let cells = [
                ([column.name] + column.also).map { "`\($0)`" }.joined(separator: ", "),
                column.chinese.joined(separator: "、"), need, emptied(column), column.meaning.english,
                column.meaning.chinese,
                example.map { "`\($0.english)`" } ?? "", example.map { "`\($0.chinese)`" } ?? "",
            ]
            return "| \(cells.joined(separator: " | ")) |"
        }
        let limited = table.columns.filter { $0.words != nil }
        if !limited.isEmpty { lines += ["", "Words:", ""] }
        lines += limited.map { column in
            let pairs = zip(column.words?.english ?? [], column.words?.chinese ?? []).map { "`\($0)` \($1)" }
            return "- `\(column.name)`: \(pairs.joined(separator: ", "))"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What an empty cell does to what the store holds.
    private static func emptied(_ column: ColumnDefinition) -> String {
        if column.isRequired { return "" }
        return switch column.empty {
        case .clears: "clears"
        case .stays: "stays"
        case .staysUntilNone: "stays (`none` clears)"
        }
    }

    private static func findings() -> String {
        let lines = ["| code | says | 含义 |", "|---|---|---|"]
        let rows = FaultCode.allCases.map { "| `\($0.rawValue)` | \($0.meaning.english) | \($0.meaning.chinese) |" }
        return (lines + rows).joined(separator: "\n") + "\n"
    }
}
