import VisitModel

/// One table as the sheet of a workbook.
struct WorkbookSheet {
    /// How a cell looks. The order is that of the workbook’s styles.
    enum Style: Int, CaseIterable {
        case plain, heading, text, day, moment, clock, money, decimal, percent

        /// The number format: built-in ones of ECMA-376, part 1, section 18.8.30, or the workbook’s own from 164 on.
        var format: Int {
            switch self {
            case .plain, .heading: 0
            case .text: 49
            case .day: 164
            case .moment: 165
            case .clock: 20
            case .money: 4
            case .decimal: 166
            case .percent: 9
            }
        }
    }

    private let table: ReportTable

    init(_ table: ReportTable) {
        self.table = table
    }

    /// The sheet’s XML.
    var text: String {
        let last = Self.name(column: max(0, table.columns.count - 1))
        let heading = table.columns.map { ReportCell.text($0.title) }
        var out = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
        out += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
        out +=
            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
        out += "<cols>\(widths)</cols><sheetData>"
        out += row(heading, number: 1, style: .heading)
        for (index, cells) in table.rows.enumerated() { out += row(cells, number: index + 2, style: nil) }
        out += "</sheetData><autoFilter ref=\"A1:\(last)\(table.rows.count + 1)\"/>"
        // A4, across the page where there are many columns, as many pages down as it takes.
        let orientation = table.columns.count > 6 ? "landscape" : "portrait"
        return out
            + "<pageSetup paperSize=\"9\" orientation=\"\(orientation)\" fitToWidth=\"1\" fitToHeight=\"0\"/></worksheet>"
    }

    private var widths: String {
        table.columns.enumerated().map { column, heading in
            let longest =
                table.rows.prefix(1000).map { DisplayWidth.columns(of: $0[column].written.onOneLine) }.max() ?? 0
            let width = min(60, max(DisplayWidth.columns(of: heading.title), longest) + 3)
            return "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>"
        }.joined()
    }

    private func row(_ cells: [ReportCell], number: Int, style: Style?) -> String {
        let written = cells.enumerated().map { column, cell in
            Self.cell(cell, at: Self.name(column: column) + String(number), style: style)
        }
        return "<row r=\"\(number)\">\(written.joined())</row>"
    }

    private static func cell(_ cell: ReportCell, at place: String, style: Style?) -> String {
        func number(_ value: String, _ own: Style) -> String {
            "<c r=\"\(place)\" s=\"\((style ?? own).rawValue)\"><v>\(value)</v></c>"
        }
        func text(_ value: String) -> String {
            "<c r=\"\(place)\" s=\"\((style ?? .text).rawValue)\" t=\"inlineStr\"><is>"
                + "<t xml:space=\"preserve\">\(value.asXML)</t></is></c>"
        }
        switch cell {
        case .none: return ""
        case .text(let words): return text(words)
        case .withheld: return text(ReportCell.withheldMark)
        case .number(let value): return number(String(value), .plain)
        case .decimal: return number(cell.written, .decimal)
        case .percent(let value): return number(fraction(value, of: 100), .percent)
        case .money: return number(cell.written, .money)
        case .day(let day): return number(String(serial(day)), .day)
        case .clock(let clock): return number(fraction(clock.minutes, of: 1440), .clock)
        case .moment(let moment):
            let minutes = serial(moment.day) * 1440 + moment.clock.minutes
            return number(fraction(minutes, of: 1440), .moment)
        }
    }

    /// A day as spreadsheets count them: 1 March 1900 is 61 (ECMA-376, part 1, section 18.17.4.1).
    private static func serial(_ day: Day) -> Int { day.number + 25_569 }

    private static func fraction(_ value: Int, of whole: Int) -> String { String(Double(value) / Double(whole)) }

    /// The letters of a column: A … Z, AA …
    static func name(column: Int) -> String {
        var (rest, name) = (column + 1, "")
        while rest > 0 {
            guard let letter = Unicode.Scalar(65 + (rest - 1) % 26) else { break }
            name = String(Character(letter)) + name
            rest = (rest - 1) / 26
        }
        return name
    }
}

extension String {
    /// The text as it may stand in XML 1.0, in an element or between double quotes: markup escaped, characters that XML
    /// does not know left out.
    var asXML: String {
        var out = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\t", "\n", "\r": out.unicodeScalars.append(scalar)
            default:
                guard scalar.value >= 0x20, scalar.value != 0xFFFE, scalar.value != 0xFFFF else { continue }
                out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
