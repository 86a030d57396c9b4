import VisitImport
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
    /// - Parameters:
    ///   - language: nil for each household's own in the reports that are for it.
    ///   - otherwise: the language of all else where `language` is nil.
    public func export(
        _ format: ExportFormat, of selection: ExportSelection, to folder: String, today: Day, language: Language?,
        otherwise: Language = .english, showsNames: Bool = false
    ) throws -> ExportReport {
        let view = try reading()
        var publication = try FolderPublication(into: folder)
        let summary: FolderPublication.Summary
        if format == .ics {
            summary = try exportCalendars(
                view, selection, to: &publication, today: today, language: language ?? otherwise, showsNames)
        } else {
            let scope: Feed.Scope? = if case .one(let scope) = selection { scope } else { nil }
            let reports = try reports(
                scope, format.report, reportDesk(view, today, language, otherwise: otherwise))
            summary = try publication.publish(reports, removesOthers: scope == nil)
        }
        return ExportReport(written: summary.written, removed: summary.removed, unchanged: summary.unchanged)
    }

    /// Writes the whole register into `folder` as the tables of the import's own format, with names. Read again, they change
    /// nothing.
    ///
    /// - Throws: `DeskError.notForPart` at a desk that sees a part.
    public func exportTables(to folder: String) throws -> ExportReport {
        try requireFullReach()
        let publication = try FolderPublication(into: folder)
        let summary = try publication.publish(RawTables.files(of: reading().register()), removesOthers: false)
        return ExportReport(written: summary.written, removed: summary.removed, unchanged: summary.unchanged)
    }

    private func exportCalendars(
        _ view: StoreView, _ selection: ExportSelection, to publication: inout FolderPublication, today: Day,
        language: Language, _ showsNames: Bool
    ) throws -> FolderPublication.Summary {
        let desk = CalendarDesk(
            view, rules: rulesIfAny(), today: today, language: language, showsNames: showsNames)
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
        _ scope: Feed.Scope?, _ format: ReportFormat, _ desk: ReportDesk
    ) throws -> [(name: String, bytes: [UInt8])] {
        if let scope { try desk.files(scope, format) } else { try desk.files(format) }
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
