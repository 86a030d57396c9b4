import VisitModel

/// One reading of a feed, from its bytes to a timetable (GTFS Schedule reference, https://gtfs.org/schedule/reference).
///
/// Read are the lines, stops, days and times. Shapes, translations, pathways and fares by zone are passed over.
struct FeedReading {
    private(set) var timetable: Timetable?
    private(set) var findings: [Finding] = []
    /// How many rows the files held together.
    private(set) var rows = 0

    /// Reads the feed at `path`; `timetable` is nil exactly where a finding is an error.
    init(_ path: String) throws(ImportError) {
        var source = try FeedSource(path)
        guard !source.faults.hasErrors else {
            findings += source.faults.sorted()
            return
        }
        noteMissing(source)
        var draft = FeedDraft()
        for file in FeedFile.allCases {
            if file == .trips { draft.settleServices(&findings, source: source) }
            let bytes = try source.bytes(of: file)
            // Without one file the others would be full of unknown names.
            if source.faults.hasErrors { break }
            guard let bytes else { continue }
            var table = FeedTable(file, bytes, at: source.location(of: file))
            Self.read(&table, into: &draft)
            rows += table.rows
            findings += table.faults.sorted()
        }
        findings += source.faults.sorted()
        guard !hasErrors else { return }
        draft.applyFares()
        assemble(draft, source)
    }

    private var hasErrors: Bool { findings.contains { $0.severity == .error } }

    private mutating func assemble(_ draft: FeedDraft, _ source: FeedSource) {
        var assembly = TimetableAssembly(draft, stopTimes: source.location(of: .stopTimes))
        assembly.assemble()
        findings += assembly.faults.sorted()
        guard !hasErrors else { return }
        guard let validity = draft.validity, !assembly.trips.isEmpty else {
            findings.append(
                .feed(
                    .noRows, at: SourceLocation(file: source.path),
                    BilingualText(en: "The feed holds no trip that runs on any day.", zh: "数据包中没有任何会运行的车次。")))
            return
        }
        timetable = Timetable(
            id: Self.identifier(source.path), publisher: draft.publisher, zone: draft.zone, validity: validity,
            currency: draft.currency, stops: draft.stops, lines: draft.lines, services: draft.services,
            trips: assembly.trips, calls: assembly.calls, links: draft.links)
    }

    private mutating func noteMissing(_ source: FeedSource) {
        var missing = FeedFile.allCases.filter { $0.isRequired && !source.holds($0) }
        if !source.holds(.calendar), !source.holds(.calendarDates) { missing.append(.calendar) }
        for file in missing {
            findings.append(
                .feed(
                    .missingFile, at: SourceLocation(file: source.path),
                    BilingualText(en: "There is no \(file.name) in the feed.", zh: "数据包中缺少 \(file.name)。"),
                    advice: BilingualText(
                        en: "Perhaps this is no timetable feed (GTFS), or a part of one.",
                        zh: "也许这不是时刻表数据包（GTFS），或只是其中一部分。")))
        }
    }

    private static func read(_ table: inout FeedTable, into draft: inout FeedDraft) {
        switch table.file {
        case .agency: draft.readAgency(&table)
        case .stops: draft.readStops(&table)
        case .routes: draft.readLines(&table)
        case .calendar: draft.readCalendar(&table)
        case .calendarDates: draft.readCalendarDates(&table)
        case .trips: draft.readTrips(&table)
        case .stopTimes: draft.readStopTimes(&table)
        case .frequencies: draft.readFrequencies(&table)
        case .transfers: draft.readTransfers(&table)
        case .fareAttributes: draft.readFares(&table)
        case .fareRules: draft.readFareRules(&table)
        case .feedInfo: draft.readFeedInfo(&table)
        }
    }

    /// The name of the archive or folder, without its ending.
    static func identifier(_ path: String) -> Identifier<Timetable> {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return Identifier(name.lowercased().hasSuffix(".zip") ? String(name.dropLast(4)) : name)
    }
}
