import VisitModel

/// One reading of some files, from their names to a batch.
struct ImportRun {
    private let known: Register
    private let encoding: TextEncoding?
    private var recognised: [(path: String, table: TableName)] = []
    private var matrices: [(path: String, unit: MatrixUnit)] = []
    private let horizon: DayRange?
    private let today: Day?
    private var feeds: [String] = []
    private var timetables: [Timetable] = []
    private var draft: Draft
    private var sources: [ImportBatch.Source] = []
    private var findings: [Finding] = []
    private var unread: [String] = []

    /// The most rows of one file. A visit is the largest thing that is kept, and all of them are checked again at once.
    private static func mostRows(of table: TableName) -> Int { table == .visits ? 150_000 : 500_000 }

    init(known: Register, visits: [KnownVisit], encoding: TextEncoding?, horizon: DayRange?, today: Day?) {
        self.known = known
        self.encoding = encoding
        self.horizon = horizon
        self.today = today
        draft = Draft(known: known, visits: visits, today: today)
    }

    /// Reads the public holidays that school calendars can name.
    mutating func readHolidays(in folder: String) throws(ImportError) {
        draft.publicHolidays = try PublicHolidays.all(in: folder)
    }

    /// Decides which table `path` is: by its name, else by its headings.
    mutating func recognise(_ path: String) throws(ImportError) {
        let name = String(path.split(separator: "/").last ?? "")
        let isFolder = try FileBytes.kind(of: path) == .folder
        if isFolder || name.lowercased().hasSuffix(".zip") {
            feeds.append(path)
            return
        }
        if let unit = MatrixUnit(fileName: name) {
            matrices.append((path, unit))
            return
        }
        if let table = TableName(calendarNamed: name) ?? TableName(fileName: name) {
            recognised.append((path, table))
            return
        }
        var faults = FaultLog(file: path)
        let bytes = try FileBytes.read(path)
        if let kind = BinaryKind(of: bytes) {
            faults.add(kind)
        } else if name.lowercased().hasSuffix(".ics") {
            faults.addNamelessCalendar()
        } else if let table = TableName(headings: try HeadingRow(of: bytes, encoding: encoding).cells) {
            recognised.append((path, table))
            faults.add(
                .note, .guessedTable,
                BilingualText(
                    en: "The file's name is not that of a table; it is read as \(table.english) by its headings.",
                    zh: "文件名不是已知表格名；已按表头识别为“\(table.chinese[0])”。"),
                advice: BilingualText(
                    en: "Perhaps name it \(table.fileName(.english)).", zh: "也许可命名为“\(table.fileName(.chinese))”。"))
        } else {
            faults.addUnknownFile(named: name)
        }
        findings += faults.sorted()
    }

    /// Reads the recognised files, each kind of table after those that it refers to.
    mutating func readTables() throws(ImportError) {
        for table in TableName.allCases {
            let files = recognised.filter { $0.table == table }.map(\.path)
            // A calendar mentions what the table names.
            for path in files where !Self.isCalendar(path) { try read(path, as: table) }
            for path in files where Self.isCalendar(path) && table != .absences { try read(path, as: table) }
        }
        // What counts in somebody's own calendar is a matter of the parameters.
        for file in recognised where Self.isCalendar(file.path) && file.table == .absences {
            try read(file.path, as: file.table)
        }
        var merge = MatrixMerge()
        for file in matrices { try readMatrix(file.path, file.unit, into: &merge) }
        findings += merge.merge(into: &draft)
    }

    private static func isCalendar(_ path: String) -> Bool { path.lowercased().hasSuffix(".ics") }

    private mutating func readMatrix(
        _ path: String, _ unit: MatrixUnit, into merge: inout MatrixMerge
    ) throws(ImportError) {
        let bytes = try FileBytes.read(path)
        if let kind = BinaryKind(of: bytes) {
            var faults = FaultLog(file: path)
            faults.add(kind)
            findings += faults.sorted()
            return
        }
        let heading = try HeadingRow(of: bytes, encoding: encoding)
        let reading = MatrixReading(heading, named: unit, file: path, draft: draft)
        findings += reading.faults.sorted()
        if !reading.faults.hasErrors { findings += merge.add(reading) }
        sources.append(
            ImportBatch.Source(
                file: path, table: "distances", encoding: heading.encoding.name, rows: reading.rows))
    }

    /// Reads the recognised timetable feeds.
    mutating func readFeeds() throws(ImportError) {
        for path in feeds {
            let reading = try FeedReading(path)
            findings += reading.findings
            sources.append(
                ImportBatch.Source(file: path, table: "timetables", encoding: "GTFS", rows: reading.rows))
            guard let timetable = reading.timetable else { continue }
            if timetables.contains(where: { $0.id == timetable.id }) {
                findings.append(
                    .feed(
                        .repeatedFeed, at: SourceLocation(file: path),
                        BilingualText(
                            en: "Another feed is named \(timetable.id) too; expected a name of its own.",
                            zh: "另一个数据包也名为 \(timetable.id)；名称不应重复。"),
                        advice: BilingualText(en: "Perhaps rename one of the two.", zh: "也许可给其中一个改名。")))
            }
            timetables.append(timetable)
        }
    }

    private mutating func read(_ path: String, as table: TableName) throws(ImportError) {
        draft.files.append(path)
        var faults = FaultLog(file: path)
        let limit = Self.isCalendar(path) ? CalendarText.limit : FileBytes.limit
        let bytes = try FileBytes.read(path, atMost: limit)
        if let kind = BinaryKind(of: bytes) {
            faults.add(kind)
            close(table, encoding: nil, rows: 0, faults)
            return
        }
        if Self.isCalendar(path) { return readCalendar(bytes, path, as: table, faults) }
        let heading = try HeadingRow(of: bytes, encoding: encoding)
        guard let opened = Table.open(heading, as: table, faults: &faults) else {
            close(table, encoding: heading.encoding, rows: 0, faults)
            return
        }
        switch table {
        case .places: load(PlaceRow.self, opened)
        case .distances: load(DistanceRow.self, opened)
        case .prisons: load(PrisonRow.self, opened)
        case .sessions: load(SessionRow.self, opened)
        case .closures: load(ClosureRow.self, opened)
        case .schoolCalendars: load(SchoolCalendarRow.self, opened)
        case .organisations: load(OrganisationRow.self, opened)
        case .households: load(HouseholdRow.self, opened)
        case .children: load(ChildRow.self, opened)
        case .guardians: load(GuardianRow.self, opened)
        case .escorts: load(EscortRow.self, opened)
        case .prisoners: load(PrisonerRow.self, opened)
        case .separations: load(SeparationRow.self, opened)
        case .prisonerEvents: load(PrisonerEventRow.self, opened)
        case .absences: load(AbsenceRow.self, opened)
        case .bonds: load(BondRow.self, opened)
        case .budgets: load(BudgetRow.self, opened)
        case .parameters: load(ParameterRow.self, opened)
        case .visits: load(VisitRow.self, opened)
        case .costs: load(CostRow.self, opened)
        }
    }

    private mutating func readCalendar(
        _ bytes: [UInt8], _ path: String, as table: TableName, _ faults: FaultLog
    ) {
        var faults = faults
        let name = String(path.split(separator: "/").last ?? "")
        guard !table.calendarNames.isEmpty,
            let named = CalendarLoader.subject(ofFile: name, of: table)
        else {
            faults.addNamelessCalendar()
            return close(table, encoding: nil, rows: 0, faults)
        }
        let subject = draft.subject(named, of: table, at: path, &faults)
        let encoding = encoding ?? TextEncoding.detect(in: bytes)
        guard let text = CalendarText.decoded(bytes, encoding) else {
            faults.addUndecodableCalendar()
            return close(table, encoding: encoding, rows: 0, faults)
        }
        var loader = CalendarLoader(table, subject: subject, horizon: horizon, faults)
        loader.load(CalendarReading(text, file: path), into: &draft)
        close(table, encoding: encoding, rows: loader.rows, loader.faults)
    }

    private mutating func load<Loader: RowLoader>(_ loader: Loader.Type, _ table: Table) {
        let name = Loader.Column.table
        var row = RowReader<Loader.Column>(table, fileNumber: draft.files.count - 1)
        let mostRows = Self.mostRows(of: name)
        draft.references.reserve(min(row.lineEstimate, mostRows / 8), in: name)
        if let key = Loader.key, !row.has(key) { draft.references.noteIncomplete(name) }
        while row.advance() {
            if row.faults.isFull {
                row.faults.giveUp()
                break
            }
            guard row.rows <= mostRows else {
                row.faults.add(
                    .error, .outOfRange, line: row.line,
                    BilingualText(
                        en: "The file has more than \(mostRows) rows; expected at most that many.",
                        zh: "文件超过 \(mostRows) 行；最多 \(mostRows) 行。"),
                    advice: BilingualText(en: "Perhaps the file can be split in two.", zh: "也许可以把文件拆成两个。"))
                break
            }
            guard row.isBroken else {
                Loader.load(&row, into: &draft)
                continue
            }
            // What the row describes exists all the same: nothing that refers to it is at fault.
            if let key = Loader.key, let id = row.plainText(of: key), !id.isEmpty {
                _ = draft.references.note(id, in: name, at: row.origin(in: draft))
            } else {
                draft.references.noteIncomplete(name)
            }
        }
        for finding in row.numbered.findings(of: name, known: draft.references.knownIdentifiers(of: name)) {
            row.faults.add(finding)
        }
        if row.rows == 0 {
            row.faults.add(
                .note, .noRows,
                BilingualText(en: "The file holds headings and no row below them.", zh: "文件只有表头，没有数据行。"),
                advice: BilingualText(en: "Perhaps it is still to be filled in.", zh: "也许尚未填写。"))
        }
        close(name, encoding: table.encoding, rows: row.rows, row.faults)
    }

    private mutating func close(_ table: TableName, encoding: TextEncoding?, rows: Int, _ faults: FaultLog) {
        if rows == 0, faults.hasErrors { draft.references.noteIncomplete(table) }
        sources.append(
            ImportBatch.Source(
                file: faults.file, table: table.english, encoding: encoding?.name ?? "-", rows: rows))
        findings += faults.sorted()
    }

    /// The files in which something is wrong already.
    private var faultyFiles: Set<String> {
        Set(findings.filter { $0.severity == .error }.compactMap { $0.location?.file })
    }

    /// Says of these files that they were not read.
    mutating func noteUnread(_ paths: [String]) {
        unread += paths
        findings += paths.map(UnreadFile.finding)
    }

    /// Checks what needs all files, and makes the batch where nothing is wrong.
    mutating func finish() -> Reading {
        findings += HouseholdRow.checkEscortSources(of: draft)
        findings += BondRow.checkPairs(of: draft, known: known.bonds)
        findings += draft.nameCosts()
        findings += CitizenNumberCheck(draft, known: known).findings
        findings += draft.samePersons() + draft.unshownTransfers()
        findings += draft.publicHolidays.filter(\.isNamed).flatMap(\.findings)
        findings += SchoolYearCheck(draft, known: known, faulty: faultyFiles).findings
        findings += ClosureCheck(draft, known: known, today: today, faulty: faultyFiles).findings
        if !findings.contains(where: { $0.severity == .error }) { findings += BondRow.tellUsualContact(of: draft) }
        let sorted = findings.sortedByPlace()
        let batch =
            sorted.contains { $0.severity == .error }
            ? nil
            : ImportBatch(
                register: draft.takeSorted(), timetables: timetables.sorted { $0.id < $1.id },
                absenceCalendars: draft.absenceCalendars, closureCalendars: draft.closureCalendars.sorted(),
                sources: sources, findings: sorted)
        return Reading(batch: batch, sources: sources, unread: unread, findings: sorted)
    }
}
