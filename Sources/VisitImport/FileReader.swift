import VisitModel

/// Reads files into one batch: tables as CSV, timetables as GTFS, school calendars and closures as iCalendar, and folders
/// of these.
///
/// The files are read in the order of their dependencies, in whatever order they are given. All that is wrong in all of
/// them is reported together; a batch is made only where nothing is.
public struct FileReader: Sendable {
    private let known: Register
    private let visits: [KnownVisit]
    private let encoding: TextEncoding?
    private let horizon: DayRange?
    private let today: Day?
    private let holidays: String?

    /// A reader of files that may refer to what is `known` already. The encoding of each file is detected unless one is
    /// given for all.
    ///
    /// - Parameters:
    ///   - visits: all visits that are known, also those that are no part of the register: planned or called off.
    ///   - horizon: the days for which calendar events that repeat are written out; nil where it is a fault that one has no
    ///     end.
    ///   - today: the day on which ages and closures that are over are looked at; nil where they are not.
    ///   - holidays: the folder of the public holidays, a file per country; nil for none.
    public init(
        known: Register, visits: [KnownVisit] = [], encoding: TextEncoding? = nil, horizon: DayRange? = nil,
        today: Day? = nil, holidays: String? = nil
    ) {
        self.known = known
        self.visits = visits
        self.encoding = encoding
        self.horizon = horizon
        self.today = today
        self.holidays = holidays
    }

    /// Reads the files at `paths`; a folder stands for its CSV files, calendars and timetable feeds, sorted by name, or
    /// is itself a feed.
    ///
    /// - Throws: `ImportError` where a path cannot be read at all.
    public func read(_ paths: [String]) throws(ImportError) -> Reading {
        var run = ImportRun(known: known, visits: visits, encoding: encoding, horizon: horizon, today: today)
        if let holidays { try run.readHolidays(in: holidays) }
        let files = try Self.files(at: paths)
        for file in files.tables { try run.recognise(file) }
        try run.readTables()
        try run.readFeeds()
        run.noteUnread(files.others)
        return run.finish()
    }

    /// The files to read, and those of the folders that are not.
    private static func files(at paths: [String]) throws(ImportError) -> FileBytes.Listing {
        guard !paths.isEmpty else { throw .nothingNamed }
        var files = FileBytes.Listing()
        for path in paths {
            switch try FileBytes.kind(of: path) {
            case .file: files.tables.append(path)
            case .folder where FeedSource.isFeed(folder: path): files.tables.append(path)
            case .folder:
                let found = try FileBytes.list(path)
                guard !found.tables.isEmpty else {
                    throw .nothingToImport(folder: path, others: found.others.filter(UnreadFile.mayHoldData))
                }
                let folder = path.hasSuffix("/") ? path : path + "/"
                files.tables += found.tables.map { folder + $0 }
                files.others += found.others.map { folder + $0 }
            }
        }
        var seen: Set<String> = []
        files.tables = files.tables.filter { seen.insert($0).inserted }
        files.others = files.others.filter { seen.insert($0).inserted }
        return files
    }
}
