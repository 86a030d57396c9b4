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
        }
        let summary = try FolderPublication(into: folder).publish(files, removesOthers: scope == nil)
        return ExportReport(written: summary.written, removed: summary.removed, unchanged: summary.unchanged)
    }

    private func reports(
        _ store: VisitStore, _ scope: Feed.Scope?, _ format: ReportFormat, _ today: Day, _ language: Language?
    ) throws -> [(name: String, bytes: [UInt8])] {
        let desk = try ReportDesk(store: store, today: today, language: language)
        return if let scope { try desk.files(scope, format) } else { try desk.files(format) }
    }

    /// What a report is about.
    public enum ReportSubject: Hashable, Sendable {
        /// One household: its itinerary.
        case household(Identifier<Household>)
        /// A prison's day.
        case prison(Identifier<Prison>, Day)
        /// Everything, as the named overview.
        case everything(ReportName)
        /// The figures that may be published, on the children whom somebody sees.
        case statistics(Reach)
    }

    /// One report.
    public func report(
        on subject: ReportSubject, format: ReportFormat, today: Day, language: Language?
    ) throws -> String {
        let desk = try ReportDesk(store: reading(), today: today, language: language)
        switch subject {
        case .household(let id): return try desk.itinerary(of: id).content(format)
        case .prison(let id, let day): return try desk.dailyList(of: id, on: day).content(format)
        case .everything(let name): return try desk.overview(name).content(format)
        case .statistics(let reach): return try desk.statistics(within: reach).content(format)
        }
    }

    /// What one more table, escort trip or unit of money would be worth to the published plan.
    public func bottlenecks(today: Day, language: Language?) throws -> BottlenecksReport {
        try ReportDesk(store: reading(), today: today, language: language).bottlenecks()
    }

    /// What may be published about the children of imprisoned parents whom `reach` sees.
    public func statistics(
        within reach: Reach = .everything, today: Day, language: Language?
    ) throws -> PublicStatistics {
        try ReportDesk(store: reading(), today: today, language: language).statistics(within: reach)
    }

    /// Writes a document to `path`, by a temporary file and a rename; not at all where it stands there already.
    public func write(_ text: String, to path: String) throws {
        _ = try FolderPublication.write(Array(text.utf8), to: path)
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
