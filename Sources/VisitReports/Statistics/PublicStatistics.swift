import VisitFormats
import VisitModel

/// The figures on imprisoned parents and their children that may be published: UN Bangkok Rules 68 and 69.
///
/// It is counted from bonds and holds no person: small numbers are withheld, and as many others as are needed so that
/// nobody can compute them. Two editions of it, made days apart, can reveal who came between: publish it seldom.
public struct PublicStatistics: Report {
    /// One child and one imprisoned parent, as far as statistics go.
    public struct Bond: Hashable, Sendable {
        /// The child's age in years.
        public var age: Int
        /// What the prisoner is to the child.
        public var relation: VisitModel.Bond.Relation
        /// How far the prison is from home, where known.
        public var distance: Metres?
        /// Visits that took place within the last 365 days.
        public var visits: Int
        /// Days since the last visit; nil where none is on record.
        public var gap: Int?
        /// Whether an escort of a charity or an office went along on one of the visits of the last 365 days.
        public var isAssisted: Bool

        /// A bond.
        public init(
            age: Int, relation: VisitModel.Bond.Relation, distance: Metres?, visits: Int, gap: Int?, isAssisted: Bool
        ) {
            self.age = age
            self.relation = relation
            self.distance = distance
            self.visits = visits
            self.gap = gap
            self.isAssisted = isAssisted
        }
    }

    /// The day up to which it is counted.
    public var today: Day
    /// The smallest number of bonds that is shown.
    public var smallest: Int
    /// The language.
    public var language: Language

    /// A table, with what is withheld of it.
    struct Entry {
        var table: CountTable
        /// Nil where it cannot be shown at all.
        var suppression: Suppression?

        /// All columns and their total, or the one column there is.
        var shownColumns: Range<Int> { 0..<(table.columns.count == 1 ? 1 : table.columns.count + 1) }
    }

    let entries: [Entry]

    /// Statistics of `bonds`.
    public init(_ bonds: [Bond], today: Day, smallest: Int, language: Language) {
        self.today = today
        self.smallest = smallest
        self.language = language
        // The totals of the columns stand in every table: where one of them is small, no table tells the parents apart.
        let isSmall = Parent.allCases.contains { (1..<smallest).contains(bonds.count(where: $0.isMeant)) }
        entries = Self.questions.map { question in
            let table = question.table(of: bonds)
            if !isSmall, let suppression = Suppression(table, smallest: smallest) {
                return Entry(table: table, suppression: suppression)
            }
            let joined = table.joined(as: BilingualText(en: "Somebody in prison", zh: "有亲人在监"))
            return Entry(table: joined, suppression: Suppression(joined, smallest: smallest))
        }
    }

    private var phrases: Phrases { Phrases(language) }

    /// What it says: a plot and a table for each question.
    public var content: ReportContent {
        let mark = ReportCell.withheldMark
        return ReportContent(
            name: .statistics, language: language, title: ReportName.statistics.title[language],
            subtitle: phrases.date(today),
            sections: entries.enumerated().map { .init(parts: [.plot(plot(of: $1, number: $0 + 1))]) },
            records: [records] + entries.enumerated().map { table(of: $1, number: $0 + 1) },
            notes: [
                phrases.choose(
                    "A child with both parents in prison is counted for each. \(mark) stands for a number that is withheld "
                        + "so that nobody can be recognised: numbers below \(smallest), and others from which those could "
                        + "be computed.",
                    "父母双方均在监狱的孩子分别计入。\(mark) 表示为防止识别个人而不公布的数字：小于\(smallest)的数字，以及可据以推算出这些数字的其他数字。"
                )
            ])
    }

    /// What a cell shows.
    private func cell(_ row: Int, _ column: Int, of entry: Entry) -> ReportCell {
        let isShown = entry.suppression.map { !$0.withheld.contains(.init(row: row, column: column)) } ?? false
        return isShown ? .number(entry.table.count(row, column)) : .withheld
    }

    /// The rows with their names; the last one holds the totals.
    func rows(of entry: Entry) -> [[ReportCell]] {
        (0...entry.table.rows.count).map { row in
            let name = row < entry.table.rows.count ? entry.table.rows[row][language] : phrases.choose("All", "合计")
            return [.text(name)] + entry.shownColumns.map { cell(row, $0, of: entry) }
        }
    }

    func columns(of entry: Entry) -> [String] {
        [phrases.choose("Children", "儿童")]
            + entry.shownColumns.map { column in
                column < entry.table.columns.count
                    ? entry.table.columns[column][language] : phrases.choose("All", "合计")
            }
    }

    private func table(of entry: Entry, number: Int) -> ReportTable {
        let keys = ["children"] + entry.shownColumns.map { $0 < entry.table.columns.count ? "parent\($0 + 1)" : "all" }
        return ReportTable(
            id: "table\(number)", title: entry.table.title[language],
            columns: zip(keys, columns(of: entry)).map { .init($0, $1) }, rows: rows(of: entry), endsInTotal: true)
    }

    /// Bars for what may be shown; a number that is withheld has none.
    private func plot(of entry: Entry, number: Int) -> Plot {
        Plot(
            id: "table\(number)", title: entry.table.title[language], unit: phrases.choose("children", "儿童人数"),
            heading: phrases.choose("Children", "儿童"), categories: entry.table.rows.map { $0[language] },
            series: entry.table.columns.enumerated().map { column, name in
                .init(
                    key: "parent\(column + 1)", name: name[language],
                    values: entry.table.rows.indices.map { row in
                        cell(row, column, of: entry) == .withheld ? nil : entry.table.count(row, column)
                    })
            }, numbers: table(of: entry, number: number))
    }

    /// Every cell, a row each.
    private var records: ReportTable {
        ReportTable(
            id: "numbers", title: ReportName.statistics.title[language],
            columns: [
                .init("table", phrases.choose("table", "表")), .init("children", phrases.choose("children", "儿童")),
                .init("parent", phrases.choose("parent", "父母")), .init("number", phrases.choose("number", "人数")),
            ],
            rows: entries.flatMap { entry in
                rows(of: entry).flatMap { cells in
                    zip(columns(of: entry), cells).dropFirst().map { column, cell in
                        [.text(entry.table.title[language]), cells[0], .text(column), cell]
                    }
                }
            })
    }
}
