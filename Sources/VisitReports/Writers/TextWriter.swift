import VisitModel

/// Writes a report as plain text, for terminals, mail and printers without graphics.
struct TextWriter {
    private let content: ReportContent
    private let phrases: Phrases

    init(_ content: ReportContent) {
        self.content = content
        phrases = Phrases(content.language)
    }

    /// A table wider than this is told row by row instead.
    static let mostColumns = 150

    /// The report. Every line ends in a line feed.
    var text: String {
        let head = [content.title, content.subtitle].filter { !$0.isEmpty }
        let blocks = [head] + content.sections.map(section) + [content.notes, sources].filter { !$0.isEmpty }
        return blocks.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
    }

    private var sources: [String] {
        guard !content.sources.isEmpty else { return [] }
        return [phrases.choose("Sources", "依据")] + content.sources.map { "  " + $0.line(phrases) }
    }

    private func section(_ section: ReportContent.Section) -> [String] {
        var heading = [section.heading, section.aside].compactMap { $0 }.joined(
            separator: phrases.choose(", ", " "))
        if section.frame == .card, !heading.isEmpty {
            heading += "\n" + String(repeating: "═", count: DisplayWidth.columns(of: heading))
        }
        return (heading.isEmpty ? [] : [heading]) + section.parts.flatMap(part)
    }

    private func part(_ part: ReportContent.Part) -> [String] {
        switch part {
        case .lead(let words), .paragraph(let words): [words]
        case .badge(let words, _): [words]
        case .table(let table): self.table(table)
        case .plot(let plot): self.plot(plot)
        case .drawing(let drawing): [drawing.caption ?? drawing.alternative]
        case .steps(let steps): [""] + self.steps(steps) + [""]
        case .lists(let lists): lists.flatMap(list)
        case .month(let grid): month(grid)
        case .scenes(let scenes):
            scenes.map { scene in
                "  " + [scene.time, scene.words].compactMap { $0 }.joined(separator: "  ")
            }
        }
    }

    private func table(_ table: ReportTable) -> [String] {
        let rows = table.rows.map { row in row.map { $0.shown(phrases) } }
        let columns = table.columns.indices.map { column in
            TextTable.Column(table.columns[column].title, table.isNumeric(column) ? .right : .left)
        }
        let text = TextTable(columns, rows: rows).lines
        let width = text.map { DisplayWidth.columns(of: $0) }.max() ?? 0
        return width <= Self.mostColumns ? text : rows.flatMap { record($0, of: table) }
    }

    /// A row of a wide table: its first cells in a line, the others below it, each with its heading.
    private func record(_ cells: [String], of table: ReportTable) -> [String] {
        let first = "  " + cells.prefix(3).joined(separator: " · ")
        let others = zip(table.columns, cells).dropFirst(3).filter { $0.1 != ReportCell.none.shown(phrases) }
        return [first] + others.map { "    " + phrases.labelled($0.title, $1) }
    }

    /// The numbers, with a bar of block characters behind each; where the table holds more than the bars, that alone.
    private func plot(_ plot: Plot) -> [String] {
        if let numbers = plot.numbers { return [plot.title] + table(numbers) }
        let most = plot.series.flatMap { $0.values.compactMap { $0 } }.max() ?? 0
        let width = plot.series.count == 1 ? 40 : 20
        let columns = plot.series.flatMap { [TextTable.Column($0.name, .right), TextTable.Column("")] }
        let rows = plot.categories.indices.map { index in
            let cells = plot.table.rows[index]
            return [cells[0].shown(phrases)]
                + plot.series.enumerated().flatMap { column, series in
                    let bar = most > 0 ? max(0, series.values[index] ?? 0) * width / most : 0
                    return [cells[column + 1].shown(phrases), String(repeating: "▇", count: bar)]
                }
        }
        return [plot.title] + TextTable([.init(plot.heading)] + columns, rows: rows).lines
    }

    private func steps(_ steps: [ReportStep]) -> [String] {
        let width = steps.map { DisplayWidth.columns(of: $0.time) }.max() ?? 0
        return steps.flatMap { step -> [String] in
            let mark = step.isVisit ? "●" : step.isMilestone ? "○" : "│"
            let padding = String(repeating: " ", count: width - DisplayWidth.columns(of: step.time))
            let remark = step.remark.map { phrases.bracketed($0) } ?? ""
            let line = "  \(padding)\(step.time) \(mark) \(step.words)\(remark)"
            return (step.day.map { ["  " + $0] } ?? []) + [line]
        }
    }

    private func list(_ list: ReportList) -> [String] {
        [list.title]
            + list.lines.map { line in
                let words = [line.words, line.phone].compactMap { $0 }.joined(separator: " ")
                let labelled = line.label.map { phrases.labelled($0, words) } ?? words
                return "  " + (list.hasBoxes ? "☐ " : "") + labelled
            }
    }

    private func month(_ grid: MonthGrid) -> [String] {
        grid.month.days.flatMap { day -> [String] in
            let entries = grid.entries[day, default: []]
            let remark = grid.remarks[day].map { " " + $0 } ?? ""
            guard !entries.isEmpty || !remark.isEmpty else { return [] }
            return [phrases.tableDate(day) + remark]
                + entries.map { entry in
                    let words = [entry.time, entry.words].compactMap { $0 }.joined(separator: " ")
                    return "  " + words + (entry.remark.map { phrases.bracketed($0) } ?? "")
                }
        }
    }
}
