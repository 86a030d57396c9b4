import VisitFormats
import VisitModel

/// A document that people print, hang up or open in a spreadsheet. The same values give the same bytes.
public protocol Report: Sendable {
    /// What it says, in one language.
    var content: ReportContent { get }
}

extension Report {
    /// The report in plain text.
    public var text: String { TextWriter(content).text }
    /// The report as a page of its own: HTML for screen, telephone and A4 paper, without outside resources.
    public var html: String { html(.builtIn) }
    /// The main table for a spreadsheet: CSV, UTF-8 with a byte order mark.
    public var csv: String { content.tables.first.map { CSVText($0).text } ?? "" }
    /// All tables as a workbook of Office Open XML, a sheet for each.
    public var xlsx: [UInt8] { Workbook(content).bytes }
    /// All tables for programs: `visitd-report/1`.
    public var document: JSON { JSONWriter(content).json }

    /// The page, made of these templates.
    public func html(_ templates: ReportTemplates) -> String { HTMLWriter(content, templates: templates).html }

    /// The report in that format.
    public func bytes(_ format: ReportFormat, templates: ReportTemplates = .builtIn) -> [UInt8] {
        switch format {
        case .text: Array(text.utf8)
        case .html: Array(html(templates).utf8)
        case .csv: Array(csv.utf8)
        case .xlsx: xlsx
        case .json: Array((document.text() + "\n").utf8)
        }
    }
}

/// A format in which reports are written.
public enum ReportFormat: String, Sendable, CaseIterable {
    case text, html, csv, xlsx, json

    /// How names of such files end.
    public var fileExtension: String { self == .text ? "txt" : rawValue }
    /// The media type for HTTP and mail.
    public var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .json: "application/json; charset=utf-8"
        }
    }
    /// The media type without its parameters.
    public var plainMediaType: String { String(mediaType.prefix { $0 != ";" }) }
    /// Whether it can be shown on a terminal.
    public var isText: Bool { self != .xlsx }
}
