import VisitModel

/// `parameters.csv`: figures that the operator sets.
enum ParameterRow: RowLoader {
    enum Column: Int, ColumnSet {
        case name, value

        static let table = TableName.parameters

        var definition: ColumnDefinition {
            switch self {
            case .name:
                ColumnDefinition(
                    "name", .required, zh: ["参数", "参数名"], also: ["parameter"],
                    BilingualText(en: "the parameter's name", zh: "参数名"),
                    examples: ["travel.road.kmh", "plan.max_gap_days"])
            case .value:
                ColumnDefinition(
                    "value", .required, zh: ["值", "取值"],
                    BilingualText(en: "its value", zh: "参数值"), examples: ["60", "60"])
            }
        }
    }

    static let key: Column? = nil

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let name = row.text(.name)
        let value = row.text(.value)
        guard let name else { return }
        guard name.utf8.allSatisfy({ $0.isLetter || $0.isDigit || "._-/".utf8.contains($0) }) else {
            row.fault(
                .name, .invalidParameter, found: name,
                expected: BilingualText(
                    en: "letters, digits, points and underscores, such as travel.road.kmh",
                    zh: "由字母、数字、点和下划线组成的名称，如 travel.road.kmh"),
                advice: BilingualText(en: "Perhaps name and value are exchanged.", zh: "也许参数名和值颠倒了。"))
            return
        }
        guard row.noteKey(name, at: .name, draft: &draft), let value else { return }
        draft.register.parameters.append(Parameter(name: name, value: value))
    }
}
