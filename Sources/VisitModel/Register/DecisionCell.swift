/// A cell of a file that holds a decision which protects somebody.
public struct DecisionCell: Hashable, Sendable {
    /// The table: `bonds`.
    public var table: String
    /// The identifier of the row.
    public var id: String
    /// The column: `contact`.
    public var column: String

    /// A cell, by the names that files give to table and column.
    public init(table: String, id: String, column: String) {
        self.table = table
        self.id = id
        self.column = column
    }

    /// The table's name for people.
    public var tableName: BilingualText { BilingualText(en: table, zh: Self.tables[table]?.name ?? table) }

    /// The column's name for people.
    public var columnName: BilingualText {
        BilingualText(en: column, zh: Self.tables[table]?.columns[column] ?? column)
    }

    /// The advice to write the decision into the cell as well, because importing the file again would overwrite it.
    func order(to write: BilingualText) -> BilingualText {
        BilingualText(
            en: "Write \(write.english) into \(column) in the row \(id) of \(table).csv too, "
                + "or the next import lifts it.",
            zh: "请在“\(tableName.chinese)”（\(table).csv）\(id) 一行的“\(columnName.chinese)”也填“\(write.chinese)”，"
                + "否则下次导入会解除该决定。")
    }

    /// The Chinese names of the tables and columns that hold decisions, as the import's templates have them.
    package static let tables: [String: (name: String, columns: [String: String])] = [
        "bonds": ("亲子关系", ["contact": "联系决定", "child": "儿童", "prisoner": "服刑人员"]),
        "children": ("儿童", ["needs": "特殊需要"]),
        "guardians": ("监护人", ["accompanies": "能否陪同"]),
        "prisoners": ("服刑人员", ["consents": "同意会见"]),
        "escorts": ("陪同人员", ["vetted_until": "审查有效期至", "max_children": "最多儿童数"]),
        "separations": ("不得同场", ["prisoner": "服刑人员"]),
        "prisoner_events": (
            "服刑人员事件", ["event": "事件", "prisoner": "服刑人员", "visitor": "被限制会见人", "date": "日期", "until": "截止日期"]
        ),
    ]
}

extension Lifting {
    /// The cell that said the decision.
    public var cell: DecisionCell { DecisionCell(table: table, id: id, column: column) }
}
