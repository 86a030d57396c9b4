/// Draws a plot: bars that lie under their names and begin at zero, an axis with round numbers, every number written at
/// the end of its bar. The series differ in lightness, so that grey paper tells them apart.
struct PlotDrawing {
    private let plot: Plot
    private let phrases: Phrases

    init(_ plot: Plot, _ phrases: Phrases) {
        self.plot = plot
        self.phrases = phrases
    }

    private static let width = 420.0
    private static let bars = 355.0
    private static let barHeight = 13.0
    private static let nameHeight = 17.0
    private static let space = 8.0

    private var most: Int { plot.series.flatMap { $0.values.compactMap { $0 } }.max() ?? 0 }

    /// The distance of the axis's marks: 1, 2 or 5 times a power of ten, so that there are three to seven.
    private var step: Int {
        var power = 1
        let unit = plot.isMoney ? 100 : 1
        while true {
            for factor in [1, 2, 5] where factor * power * unit * 6 >= most { return factor * power * unit }
            power *= 10
        }
    }

    private var marks: [Int] { Array(stride(from: 0, through: max(most, step) + step - 1, by: step)) }

    private func x(_ value: Int) -> Double { Double(value) / Double(max(1, marks.last ?? 1)) * Self.bars }

    /// The drawing.
    var svg: String {
        let legendHeight = plot.series.count > 1 ? 22.0 : 0
        let group = Self.nameHeight + Double(plot.series.count) * (Self.barHeight + 2) + Self.space
        let bottom = legendHeight + group * Double(plot.categories.count)
        var body = plot.series.count > 1 ? legend : ""
        for mark in marks {
            body += SVG.line(x(mark), legendHeight, x(mark), bottom, kind: mark == 0 ? "axis" : "grid")
            body += SVG.text(told(mark), x(mark), bottom + 14, mark == 0 ? .start : .middle, kind: "mark")
        }
        body += SVG.text(plot.unit, Self.bars / 2, bottom + 30, .middle, kind: "mark")
        for (row, name) in plot.categories.enumerated() {
            let top = legendHeight + group * Double(row)
            body += SVG.text(name, 4, top + 13)
            for (position, series) in plot.series.enumerated() {
                let y = top + Self.nameHeight + Double(position) * (Self.barHeight + 2)
                body += bar(series.values[row], y, series: position)
            }
        }
        return SVG.drawing(
            width: Int(Self.width), height: Int(bottom + 36), title: plot.title, kind: "bars", body)
    }

    private func bar(_ value: Int?, _ y: Double, series: Int) -> String {
        guard let value else { return SVG.text(ReportCell.withheldMark, 4, y + 11, kind: "value") }
        let length = x(max(0, value))
        return SVG.box(0, y, length, Self.barHeight, kind: "series\(series)")
            + SVG.text(told(value), length + 5, y + 11, kind: "value")
    }

    private var legend: String {
        var x = 4.0
        return plot.series.enumerated().map { position, series in
            defer { x += 30 + Double(DisplayWidth.columns(of: series.name)) * 6.6 }
            return SVG.box(x, 2, 12, 12, kind: "series\(position)") + SVG.text(series.name, x + 17, 13)
        }.joined()
    }

    /// A number as the drawing shows it; money without its cents.
    private func told(_ value: Int) -> String {
        plot.isMoney ? String(Phrases.decimal(value / 100 * 100).dropLast(3)) : String(value)
    }
}
