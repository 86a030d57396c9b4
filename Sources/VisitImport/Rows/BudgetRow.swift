import VisitModel

/// `budgets.csv`: what may be spent on journeys in each month, and whose money it is.
enum BudgetRow: RowLoader {
    enum Column: Int, ColumnSet {
        case month, amount, organisation

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
            case .organisation:
                ColumnDefinition(
                    "organisation", .optional, zh: ["机构", "机构编号"], also: ["organization"],
                    BilingualText(
                        en: "the organisation whose money it is (empty: the operator's)", zh: "出资机构的编号（空：运营者）"),
                    examples: ["", "ORG1"])
            }
        }
    }

    static let key: Column? = nil

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let month = row.month(.month)
        let cents = row.decimal(.amount, places: 2, in: 0...100_000_000_000, Units.money)
        let isOperators = !row.isFilled(.organisation)
        let organisation = row.reference(.organisation, to: .organisations, of: Organisation.self, draft: draft)
        guard let month, isOperators || organisation != nil else { return }
        let key = organisation.map { "\($0) \(month)" } ?? "\(month)"
        guard row.noteKey(key, at: .month, draft: &draft), let cents else { return }
        if cents == 0 {
            row.fault(
                .amount, .zeroBudget, severity: .warning, found: "0",
                expected: BilingualText(
                    en: "money for journeys: none can be paid in \(month)", zh: "行程经费：\(month) 将无法支付任何行程"),
                advice: BilingualText(
                    en: "Perhaps leave the row out: a month without a row has no limit.", zh: "也许应删去该行：没有列出的月份不设上限。"))
        }
        draft.register.budgets.append(Budget(organisation: organisation, month: month, cents: Cents(cents)))
    }
}
