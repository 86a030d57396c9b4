import VisitFormats
import VisitModel

/// What a report says, before anybody has chosen in which format: headings, tables, plots, drawings, notes, sources.
///
/// Every report is made into this one value, and the five writers (page, plain text, CSV, XLSX, JSON) know nothing else.
/// So a report is the same report in every format, and a new format is one writer.
public struct ReportContent: Hashable, Sendable {
    /// How the paper lies in the printer.
    enum Shape: String {
        case portrait, landscape
    }

    /// For whom it is set: the pages of offices are dense, a child's page is large and quiet.
    enum Look: String {
        case office, child
    }

    /// Part of a report, under a heading of its own.
    struct Section: Hashable {
        /// How a section stands on the page.
        enum Frame: Hashable {
            /// In the flow of the page.
            case plain
            /// In a frame, on a sheet of its own when printed.
            case card
        }

        var heading: String?
        /// What belongs to the heading, beside it: a time, a count.
        var aside: String?
        var frame: Frame = .plain
        var parts: [Part]
    }

    /// One thing in a section.
    enum Part: Hashable {
        /// The sentence that says what the section is about, in larger letters.
        case lead(String)
        case paragraph(String)
        /// How firm something is, as a label; filled where it is settled.
        case badge(String, isFirm: Bool)
        case table(ReportTable)
        case plot(Plot)
        case drawing(Drawing)
        case steps([ReportStep])
        /// Short lists side by side.
        case lists([ReportList])
        case month(MonthGrid)
        /// Pictures with a sentence under each, in the order in which things happen.
        case scenes([Scene])
    }

    /// The report’s name.
    var name: ReportName
    var language: Language
    var title: String
    /// What the title is about: whose, when, how many.
    var subtitle: String
    var shape = Shape.portrait
    var look = Look.office
    var sections: [Section]
    /// What spreadsheets and programs get, the main table first. Nil where the tables and plots shown are all there is.
    var records: [ReportTable]?
    /// What must be known to read it, at its end.
    var notes: [String] = []
    /// The rules and instruments on which it rests.
    var sources: [ReportSource] = []

    /// The tables for spreadsheets and programs, the main one first.
    var tables: [ReportTable] {
        records ?? Self.tables(in: sections.flatMap(\.parts))
    }

    /// The tables among `parts`, those of plots included.
    static func tables(in parts: [Part]) -> [ReportTable] {
        parts.compactMap { part in
            switch part {
            case .table(let table): table
            case .plot(let plot): plot.table
            case .lead, .paragraph, .badge, .drawing, .steps, .lists, .month, .scenes: nil
            }
        }
    }
}

/// A norm on which a report rests, and how far it binds and is known.
struct ReportSource: Hashable {
    /// The rule’s identifier.
    var rule: String
    /// The instrument and its clause.
    var citation: String
    /// How binding it is.
    var force: TraceStep.Force
    /// How sure we are of what it says.
    var confidence: TraceStep.Confidence

    /// The source in a line; what was not verified in the instrument says so.
    func line(_ phrases: Phrases) -> String {
        let remark = [force.name[phrases.language], confidence.name[phrases.language]]
        return citation.onOneLine + phrases.bracketed(remark.joined(separator: phrases.choose("; ", "；")))
    }
}
