import VisitModel

/// `budgets.csv`: what may be spent on journeys in each month.
enum BudgetRow: RowLoader {
    enum Column: Int, ColumnSet {
        case month, amount

        static let table = TableName.budgets

        var definition: ColumnDefinition {
            switch self {
            case .month:
                ColumnDefinition(
                    "month", .required, zh: ["月份", "年月"],
                    BilingualText(en: "the month", zh: "月份"), examples: ["2026-09", "2026-10"],
                    zhExamples: ["2026年9月", "2026年10月"])
            case .amount:
                ColumnDefinition(
                    "amount", .required, zh: ["金额", "预算", "预算金额"],
                    BilingualText(en: "the money, in units of the currency", zh: "金额（元）"),
                    examples: ["12000", "15000.50"])
            }
        }
    }

    static let key: Column? = nil

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let month = row.month(.month)
        let cents = row.decimal(.amount, places: 2, in: 0...100_000_000_000, Units.money)
        guard let month, row.noteKey("\(month)", at: .month, draft: &draft), let cents else { return }
        draft.register.budgets.append(Budget(month: month, cents: Cents(cents)))
    }
}
