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

    /// What is written of a folder of files.
    public enum ExportSelection: Hashable, Sendable {
        /// The files about one subject. What else is in the folder stays.
        case one(Feed.Scope)
        /// All files; of calendars those of these kinds. What nothing belongs into any more is removed.
        case all([Feed.Scope.Kind])

        /// The kinds of calendars that are written where nobody says which. A child's and a prisoner's are the household's
        /// and the prison's again, seen by one person.
        public static let usualKinds: [Feed.Scope.Kind] = [.household, .prison, .home, .escort]
    }

    /// Writes files into `folder`. Only those that differ are written.
    ///
    /// - Parameter language: nil for each household's own in reports, English for all else.
    public func export(
        _ format: ExportFormat, of selection: ExportSelection, to folder: String, today: Day, language: Language?,
        showsNames: Bool = false
    ) throws -> ExportReport {
        let store = try reading()
        var publication = try FolderPublication(into: folder)
        let summary: FolderPublication.Summary
        if format == .ics {
            summary = try exportCalendars(
                store, selection, to: &publication, today: today, language: language ?? .english, showsNames)
        } else {
            let scope: Feed.Scope? = if case .one(let scope) = selection { scope } else { nil }
            let reports = try reports(store, scope, format.report, today, language)
            summary = try publication.publish(reports, removesOthers: scope == nil)
        }
        return ExportReport(written: summary.written, removed: summary.removed, unchanged: summary.unchanged)
    }

    private func exportCalendars(
        _ store: VisitStore, _ selection: ExportSelection, to publication: inout FolderPublication, today: Day,
        language: Language, _ showsNames: Bool
    ) throws -> FolderPublication.Summary {
        let desk = CalendarDesk(
            store: store, rules: rulesIfAny(), today: today, language: language, showsNames: showsNames)
        switch selection {
        case .one(let scope):
            try publication.put(
                FileContent(
                    FileName(scope.kind.rawValue, scope.subject, "ics").text, try desk.calendar(of: scope).bytes))
            return try publication.finish(removesOthers: false)
        case .all(let kinds):
            try desk.write(kinds, to: &publication)
            return try publication.finish()
        }
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

extension Desk.ExportFormat {
    /// The form of the reports in it. Calendars are no reports.
    fileprivate var report: ReportFormat {
        switch self {
        case .ics, .text: .text
        case .html: .html
        case .csv: .csv
        case .xlsx: .xlsx
        case .json: .json
        }
    }
}
