/// A document that people print, hang up or open in a spreadsheet. The same values give the same bytes.
public protocol Report: Sendable {
    /// The report in plain text.
    var text: String { get }
    /// The report as a page of its own: HTML for screen, telephone and A4 paper, without outside resources.
    var html: String { get }
    /// The report's rows for a spreadsheet: CSV, UTF-8 with a byte order mark.
    var csv: String { get }
}

extension Report {
    /// The report in that format.
    public func content(_ format: ReportFormat) -> String {
        switch format {
        case .text: text
        case .html: html
        case .csv: csv
        }
    }
}

/// A format in which reports are written.
public enum ReportFormat: String, Sendable, CaseIterable {
    case text, html, csv

    /// How names of such files end.
    public var fileExtension: String { self == .text ? "txt" : rawValue }
    /// The media type for HTTP and mail.
    public var mediaType: String {
        switch self {
        case .text: "text/plain; charset=utf-8"
        case .html: "text/html; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        }
    }
}
