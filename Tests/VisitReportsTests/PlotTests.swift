import Testing
import VisitModel

@testable import VisitReports

@Suite("Plots")
struct PlotTests {
    private static func plot(_ values: [Int?], isMoney: Bool = false) -> Plot {
        Plot(
            id: "p", title: "P", unit: "u", heading: "h", categories: values.indices.map { "c<\($0)" },
            series: [.init(key: "a", name: "A", values: values)], isMoney: isMoney)
    }

    @Test("have bars that begin at zero and are as long as their numbers say")
    func lengths() throws {
        let svg = PlotDrawing(Self.plot([0, 5, 10]), Phrases(.english)).svg
        let widths = svg.matches(of: /<rect x="0" y="[^"]*" width="([^"]*)"/).compactMap { Double($0.1) }
        #expect(widths == [0, 177.5, 355])
    }

    @Test("have no bar for a number that is withheld, and escape names")
    func withheld() {
        let svg = PlotDrawing(Self.plot([nil, 7]), Phrases(.english)).svg
        #expect(svg.matches(of: /<rect/).count == 1)
        #expect(svg.contains(">×</text>"))
        #expect(svg.contains("c&lt;0"))
    }

    @Test(
        "have an axis of a few round numbers that holds the longest bar",
        arguments: [0, 1, 3, 7, 19, 42, 99, 1234, 98_765])
    func axis(most: Int) {
        let svg = PlotDrawing(Self.plot([most]), Phrases(.english)).svg
        let marks = svg.matches(of: /class="mark">(\d+)</).compactMap { Int($0.1) }
        #expect(marks.first == 0)
        #expect((marks.last ?? 0) >= most)
        #expect((2...8).contains(marks.count))
        #expect(zip(marks, marks.dropFirst()).allSatisfy { $1 - $0 == marks[1] })
    }

    @Test("stand beside the same numbers in a table")
    func numbers() {
        #expect(Self.plot([3, nil]).table.rows == [["c<0", .number(3)], ["c<1", .withheld]])
        #expect(Self.plot([350], isMoney: true).table.rows == [["c<0", .money(350)]])
    }
}
