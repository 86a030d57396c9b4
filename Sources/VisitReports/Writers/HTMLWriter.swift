import VisitModel

/// Writes a report as a page of its own: for screen, telephone and A4 paper. It asks nothing of the network.
struct HTMLWriter {
    private let content: ReportContent
    private let templates: ReportTemplates
    private let phrases: Phrases

    init(_ content: ReportContent, templates: ReportTemplates) {
        self.content = content
        self.templates = templates
        phrases = Phrases(content.language)
    }

    /// The page.
    var html: String {
        let sources = content.sources.map { $0.line(phrases) }
        return templates.render(
            .page,
            [
                "lang": content.language == .chinese ? "zh-CN" : "en", "name": content.name.rawValue,
                "title": content.title, "subtitle": content.subtitle, "style": templates.render(.style, [:]),
                "shape": content.shape.rawValue, "look": content.look.rawValue,
                "body": content.sections.map(section).joined(), "notes": content.notes,
                "sourcesTitle": sources.isEmpty ? nil : phrases.choose("Sources", "依据"), "sources": sources,
            ])
    }

    private func section(_ section: ReportContent.Section) -> String {
        templates.render(
            .section,
            [
                "heading": section.heading, "aside": section.aside, "isCard": section.frame == .card,
                "body": section.parts.map { part($0, in: section) }.joined(),
            ])
    }

    private func part(_ part: ReportContent.Part, in section: ReportContent.Section) -> String {
        switch part {
        case .lead(let words): return paragraph(words, kind: "who")
        case .paragraph(let words): return paragraph(words, kind: nil)
        case .badge(let words, let isFirm): return paragraph(words, kind: isFirm ? "state firm" : "state")
        case .table(let table): return self.table(table)
        case .plot(let plot):
            return templates.render(
                .plot,
                [
                    "title": plot.title, "svg": PlotDrawing(plot, phrases).svg, "body": table(plot.table),
                    "isWide": plot.table.columns.count > Self.mostBeside,
                ])
        case .drawing(let drawing):
            return templates.render(.drawing, ["svg": drawing.svg, "caption": drawing.caption])
        case .steps(let steps): return templates.render(.steps, ["steps": steps.map(values)])
        case .lists(let lists): return templates.render(.lists, ["lists": lists.map(values)])
        case .month(let grid): return templates.render(.month, values(grid))
        case .scenes(let scenes): return templates.render(.scenes, ["scenes": scenes.map(values)])
        }
    }

    /// A table of more columns stands below its plot, not beside it.
    private static let mostBeside = 5

    private func paragraph(_ words: String, kind: String?) -> String {
        "<p\(kind.map { " class=\"\($0)\"" } ?? "")>\(ScalarEscaping().escapeText(words))</p>\n"
    }

    private func table(_ table: ReportTable) -> String {
        let isNumber = table.columns.indices.map(table.isNumeric)
        let rows = table.rows.enumerated().map { index, row in
            let cells = row.enumerated().map { column, cell in
                let shown = cell.shown(phrases)
                return known([
                    "text": shown, "kind": kind(of: shown, isNumber: isNumber[column]), "isFirst": column == 0,
                ])
            }
            return known(["cells": cells, "isTotal": table.endsInTotal && index == table.rows.count - 1])
        }
        let columns = table.columns.enumerated().map { column, heading in
            known(["text": heading.title, "kind": isNumber[column] ? "number" : nil])
        }
        return templates.render(
            .table, ["title": table.title, "columns": columns, "rows": rows, "hasBoxes": table.hasBoxes])
    }

    /// What is so short that it is not broken over lines, in columns of a terminal: a name, a date, a time.
    private static let shortest = 16

    /// How a cell stands: numbers on the right, short words on one line.
    private func kind(of shown: String, isNumber: Bool) -> String? {
        if isNumber { return "number" }
        return DisplayWidth.columns(of: shown) <= Self.shortest ? "short" : nil
    }

    /// What a template's inner list is filled with.
    private typealias Values = [String: Any]

    private func known(_ values: [String: Any?]) -> Values { values.compactMapValues { $0 } }

    private func values(_ step: ReportStep) -> Values {
        known([
            "day": step.day, "time": step.time, "words": step.words, "remark": step.remark,
            "isMilestone": step.isMilestone, "isVisit": step.isVisit,
        ])
    }

    private func values(_ list: ReportList) -> Values {
        [
            "title": list.title, "hasBoxes": list.hasBoxes,
            "lines": list.lines.map { line in
                known(["label": line.label, "words": line.words, "phone": line.phone, "dial": line.dial])
            },
        ]
    }

    private func values(_ scene: Scene) -> Values {
        known(["svg": scene.picture.svg(title: scene.words), "time": scene.time, "words": scene.words])
    }

    private func values(_ grid: MonthGrid) -> Values {
        [
            "title": phrases.month(grid.month), "weekdays": Weekday.allCases.map { phrases.shortName($0) },
            "weeks": grid.weeks.map { week in ["days": week.map { values($0, in: grid) }] },
        ]
    }

    private func values(_ day: Day, in grid: MonthGrid) -> Values {
        let entries = grid.entries[day, default: []]
        return known([
            "number": day.civil.day, "date": phrases.shortName(day.weekday), "isOutside": day.month != grid.month,
            "isEmpty": entries.isEmpty && grid.remarks[day] == nil, "remark": grid.remarks[day],
            "entries": entries.map { entry in
                known([
                    "isFirm": entry.isFirm, "time": entry.time, "words": entry.words, "detail": entry.remark,
                ])
            },
        ])
    }
}
