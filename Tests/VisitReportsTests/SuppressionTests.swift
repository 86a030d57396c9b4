import Testing
import VisitFormats
import VisitModel

@testable import VisitReports

@Suite("What statistics withhold")
struct SuppressionTests {
    private static func table(_ counts: [[Int]]) -> CountTable {
        CountTable(
            title: BilingualText("t"), rows: counts.indices.map { BilingualText("r\($0)") },
            columns: counts[0].indices.map { BilingualText("c\($0)") }, counts: counts)
    }

    /// Somebody who knows the method and all that is shown, and tries every table of numbers that fits.
    struct Attacker {
        let table: CountTable
        let withheld: Set<Suppression.Cell>
        /// The values that each withheld cell can have.
        private(set) var possible: [Suppression.Cell: Set<Int>] = [:]

        init(_ table: CountTable, withheld: Set<Suppression.Cell>) {
            self.table = table
            self.withheld = withheld
            fill(0, [])
        }

        /// Tries all that fits the total of column after column.
        private mutating func fill(_ column: Int, _ columns: [[Int]]) {
            if column == table.columns.count { return judge(columns) }
            for guess in Self.guesses(
                known: table.rows.indices.map { row in
                    withheld.contains(.init(row: row, column: column)) ? nil : table.counts[row][column]
                }, total: table.count(table.rows.count, column))
            { fill(column + 1, columns + [guess]) }
        }

        private static func guesses(known: [Int?], total: Int) -> [[Int]] {
            guard let first = known.first else { return total == 0 ? [[]] : [] }
            let values = first.map { [$0] } ?? Array(0...max(0, total))
            return values.filter { $0 <= total }.flatMap { value in
                guesses(known: Array(known.dropFirst()), total: total - value).map { [value] + $0 }
            }
        }

        private mutating func judge(_ columns: [[Int]]) {
            let totals = table.rows.indices.map { row in columns.reduce(0) { $0 + $1[row] } }
            for row in table.rows.indices where !withheld.contains(.init(row: row, column: columns.count)) {
                if totals[row] != table.count(row, columns.count) { return }
            }
            for cell in withheld {
                let value = cell.column < columns.count ? columns[cell.column][cell.row] : totals[cell.row]
                possible[cell, default: []].insert(value)
            }
        }
    }

    @Test(
        "nobody can compute a small number to fewer values than the smallest number shown",
        arguments: 0..<60 as Range<UInt64>)
    func attack(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let (rows, columns) = seed.isMultiple(of: 3) ? (3, 3) : (Int.random(in: 2...4, using: &random), 2)
        let most = columns == 3 ? 4 : 6
        let table = Self.table(
            (0..<rows).map { _ in (0..<columns).map { _ in Int.random(in: 0...most, using: &random) } })
        let smallest = 3
        guard let suppression = Suppression(table, smallest: smallest) else { return }
        let attacker = Attacker(table, withheld: suppression.withheld)
        for row in 0...rows {
            for column in 0...columns {
                let cell = Suppression.Cell(row: row, column: column)
                guard (1..<smallest).contains(table.count(row, column)) else { continue }
                let possible = try #require(attacker.possible[cell], "A small number is shown.")
                #expect(possible.contains(table.count(row, column)))
                #expect(possible.count > smallest, "\(table.counts) \(cell) can only be \(possible.sorted())")
            }
        }
    }

    @Test("most tables can be shown, and those without small numbers whole")
    func whole() {
        var random = SeededRandom(seed: 1)
        let shown = (0..<200).count { _ in
            let counts = (0..<5).map { _ in (0..<3).map { _ in Int.random(in: 0...40, using: &random) } }
            return Suppression(Self.table(counts), smallest: 5) != nil
        }
        #expect(shown > 190)
        #expect(Suppression(Self.table([[0, 9], [7, 5]]), smallest: 5)?.withheld.isEmpty == true)
    }

    @Test("a table of too few people is not shown at all")
    func tooFew() {
        #expect(Suppression(Self.table([[1, 1], [1, 0]]), smallest: 5) == nil)
        #expect(Suppression(Self.table([[9, 0], [0, 2]]), smallest: 5) == nil)
    }

    @Test("where one kind of parent is rare all are told as one, and nobody is left over")
    func rare() {
        let bonds = (0..<40).map { number in
            PublicStatistics.Bond(
                age: number % 18, relation: number == 7 ? .mother : .father, distance: nil, visits: 0, gap: nil,
                isAssisted: false)
        }
        let report = PublicStatistics(bonds, today: Worlds.today, smallest: 5, language: .english)
        #expect(!report.text.contains("Mother in prison"))
        #expect(report.text.contains("Somebody in prison"))
        let nobody = PublicStatistics([], today: Worlds.today, smallest: 5, language: .english)
        #expect(report.json.text().contains("null") == report.csv.contains(ReportCell.withheldMark))
        #expect(!nobody.text.contains("\(ReportCell.withheldMark)\n") && nobody.csv.contains(",0\r\n"))
    }
}
