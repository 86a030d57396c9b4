import VisitModel

/// Numbers as bars that begin at zero, with the same numbers in a table beside them.
struct Plot: Hashable {
    /// One kind of bar.
    struct Series: Hashable {
        /// Its name for programs, in camel case.
        var key: String
        var name: String
        /// A value for every category; nil where it is withheld.
        var values: [Int?]
    }

    /// Its name for programs, in kebab case.
    var id: String
    var title: String
    /// What is counted: "bonds", "percent of children".
    var unit: String
    /// What the categories tell apart.
    var heading: String
    var categories: [String]
    /// At most three, which lightness tells apart in grey too.
    var series: [Series]
    /// Whether the values are hundredths of money rather than counts.
    var isMoney = false
    /// The numbers as a table, where that holds more than the bars: totals, for example.
    var numbers: ReportTable?

    /// The numbers as a table.
    var table: ReportTable {
        numbers
            ?? ReportTable(
                id: id, title: title,
                columns: [.init("name", heading)] + series.map { .init($0.key, $0.name) },
                rows: categories.indices.map { row in
                    [.text(categories[row])] + series.map { cell($0.values[row]) }
                })
    }

    private func cell(_ value: Int?) -> ReportCell {
        guard let value else { return .withheld }
        return isMoney ? .money(.init(value)) : .number(value)
    }
}
