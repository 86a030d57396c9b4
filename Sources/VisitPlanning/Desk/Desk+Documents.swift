import VisitModel
import VisitReports
import VisitStore

extension Desk {
    /// A form in which files are written.
    public enum ExportFormat: String, Sendable, CaseIterable {
        /// iCalendar.
        case ics
        /// Pages for screen and print.
        case html
        /// Plain text.
        case text
        /// Tables for spreadsheets.
        case csv
        /// Workbooks for spreadsheets.
        case xlsx
        /// Reports for programs.
        case json
    }

    /// What writing files did.
    public struct ExportReport: Hashable, Sendable {
        /// The names of the files that were written because they differed.
        public var written: [String]
        /// The names of the files that were removed because nothing belongs into them any more.
        public var removed: [String]
        /// How many files were as they should be.
        public var unchanged: Int
    }

    /// Writes the files of one household or prison, or of all, into `folder`.
    ///
    /// Only files that differ are written. Where all are written, those of an earlier time that nothing belongs into
    /// any more are removed.
    ///
    /// - Parameter language: nil for each household's own in reports, English for all else.
    public func export(
        _ format: ExportFormat, of scope: Feed.Scope?, to folder: String, today: Day, language: Language?,
        showsNames: Bool = false
    ) throws -> ExportReport {
        let store = try reading()
        let files: [(name: String, bytes: [UInt8])]
        switch (format, scope) {
        case (.ics, let scope?):
            let calendars = CalendarDesk(
                store: store, today: today, language: language ?? .english, showsNames: showsNames)
            files = [(scope.fileName, try calendars.calendar(of: scope).bytes)]
        case (.ics, nil):
            files = try CalendarDesk(
                store: store, today: today, language: language ?? .english, showsNames: showsNames
            ).files()
        case (.html, let scope): files = try reports(store, scope, .html, today, language)
        case (.text, let scope): files = try reports(store, scope, .text, today, language)
        case (.csv, let scope): files = try reports(store, scope, .csv, today, language)
        case (.xlsx, let scope): files = try reports(store, scope, .xlsx, today, language)
        case (.json, let scope): files = try reports(store, scope, .json, today, language)
        }
        let summary = try FolderPublication(into: folder).publish(files, removesOthers: scope == nil)
        return ExportReport(written: summary.written, removed: summary.removed, unchanged: summary.unchanged)
    }

    private func reports(
        _ store: VisitStore, _ scope: Feed.Scope?, _ format: ReportFormat, _ today: Day, _ language: Language?
    ) throws -> [(name: String, bytes: [UInt8])] {
        let desk = try reportDesk(store, today, language)
        return if let scope { try desk.files(scope, format) } else { try desk.files(format) }
    }

    private func reportDesk(_ store: VisitStore, _ today: Day, _ language: Language?) throws -> ReportDesk {
        try ReportDesk(store: store, today: today, language: language, templates: templates, rules: rules)
    }

    /// Which report, about what, and for when.
    public struct ReportSubject: Hashable, Sendable {
        /// What a report is about.
        public enum About: Hashable, Sendable {
            case household(Identifier<Household>)
            case child(Identifier<Child>)
            case escort(Identifier<Escort>)
            case prison(Identifier<Prison>)
            case prisoner(Identifier<Prisoner>)
            /// Everything that somebody sees.
            case within(Reach)
        }

        /// Which report.
        public var name: ReportName
        /// What it is about, as the report's `subject` asks for.
        public var about: About
        /// The day, or a day of the week or month; what comes next when nil.
        public var day: Day?

        /// A report.
        public init(_ name: ReportName, about: About, day: Day? = nil) {
            self.name = name
            self.about = about
            self.day = day
        }
    }

    /// One report.
    public func report(
        on subject: ReportSubject, format: ReportFormat, today: Day, language: Language?
    ) throws -> [UInt8] {
        let desk = try reportDesk(reading(), today, language)
        return desk.bytes(try desk.report(on: subject), format)
    }

    /// The templates of pages: the program's own, and in their place those of the configuration folder.
    private var templates: ReportTemplates {
        // Without a configuration folder there is nothing that could override them.
        (try? ConfigurationFolder(configuration)).map { ReportTemplates($0.templates) } ?? .builtIn
    }

    /// What is wrong with the templates of the configuration folder, by file. The program's own serve for those.
    public var templateFindings: [Finding] { templates.findings }

    /// What one more table, escort trip or unit of money would be worth to the published plan.
    public func bottlenecks(today: Day, language: Language?) throws -> BottlenecksReport {
        try reportDesk(reading(), today, language).bottlenecks()
    }

    /// What may be published about the children of imprisoned parents whom `reach` sees.
    public func statistics(
        within reach: Reach = .everything, today: Day, language: Language?
    ) throws -> PublicStatistics {
        try reportDesk(reading(), today, language).statistics(within: reach)
    }

    /// Writes a text to `path`, as the bytes of UTF-8.
    public func write(_ text: String, to path: String) throws {
        try write(Array(text.utf8), to: path)
    }

    /// Writes a document to `path`, by a temporary file and a rename; not at all where it stands there already.
    public func write(_ bytes: [UInt8], to path: String) throws {
        _ = try FolderPublication.write(bytes, to: path)
    }
}

extension Feed.Scope {
    /// The name of its calendar's file.
    fileprivate var fileName: String {
        switch self {
        case .household(let id): FileName("household", id.text, "ics").text
        case .prison(let id): FileName("prison", id.text, "ics").text
        }
    }
}
