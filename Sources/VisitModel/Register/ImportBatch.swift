/// What a set of files says, read and checked, ready to be stored as a whole.
public struct ImportBatch: Sendable {
    /// How one file was read.
    public struct Source: Hashable, Sendable {
        /// The file as the user named it.
        public var file: String
        /// What it was taken for: `children`, `prisons`.
        public var table: String
        /// The encoding that was detected or given: `UTF-8`, `GB18030`.
        public var encoding: String
        /// The number of rows after the heading.
        public var rows: Int

        /// A source.
        public init(file: String, table: String, encoding: String, rows: Int) {
            self.file = file
            self.table = table
            self.encoding = encoding
            self.rows = rows
        }
    }

    /// A calendar of somebody's absences that came as a whole.
    public struct AbsenceCalendar: Hashable, Sendable {
        /// Whose it is.
        public var person: Absence.Person
        /// The `source` of the absences that come from it.
        public var source: String

        /// A calendar.
        public init(_ person: Absence.Person, source: String) {
            self.person = person
            self.source = source
        }
    }

    /// The things that the files describe. What is not in the files is not touched.
    public var register: Register
    /// The timetables, by identifier. Each takes the place of one of the same identifier.
    public var timetables: [Timetable]
    /// The calendars of absences among the files: what an earlier reading of one said and `register` does not is gone.
    public var absenceCalendars: [AbsenceCalendar]
    /// The prisons whose closures came as a calendar: what an earlier calendar closed and this one does not is open again.
    public var closureCalendars: [Identifier<Prison>]
    /// The files, in the order in which they were read.
    public var sources: [Source]
    /// Warnings and notes. Never errors: a batch with errors is not made.
    public var findings: [Finding]

    /// A batch.
    public init(
        register: Register, timetables: [Timetable] = [], absenceCalendars: [AbsenceCalendar] = [],
        closureCalendars: [Identifier<Prison>] = [], sources: [Source], findings: [Finding] = []
    ) {
        self.register = register
        self.timetables = timetables
        self.absenceCalendars = absenceCalendars
        self.closureCalendars = closureCalendars
        self.sources = sources
        self.findings = findings
    }
}

/// What storing a batch did, table by table.
public struct ImportSummary: Hashable, Sendable {
    /// What happened to one table.
    public struct Table: Hashable, Sendable {
        /// The table: `children`.
        public var name: String
        /// The identifiers that are new.
        public var added: [String]
        /// The identifiers whose facts changed, each with the names of the facts.
        public var changed: [Change]
        /// How many rows said what was known already.
        public var unchanged: Int
        /// The decisions that protected somebody and that the file takes back.
        public var lifted: [Lifting]
        /// The identifiers that are gone, because the file stands for the whole and does not have them any more.
        public var removed: [String]

        /// What happened to one table.
        public init(
            name: String, added: [String], changed: [Change], unchanged: Int, lifted: [Lifting] = [],
            removed: [String] = []
        ) {
            self.name = name
            self.added = added
            self.changed = changed
            self.unchanged = unchanged
            self.lifted = lifted
            self.removed = removed
        }

        /// Whether nothing is new, other or gone.
        public var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
    }

    /// One thing whose facts changed.
    public struct Change: Hashable, Sendable {
        /// The identifier of the thing.
        public var id: String
        /// The columns that changed.
        public var fields: [String]

        /// A change.
        public init(id: String, fields: [String]) {
            self.id = id
            self.fields = fields
        }
    }

    /// The tables that the batch touched, in the order of the register.
    public var tables: [Table]
    /// What it has done to visits ahead.
    public var review = ReviewOutcome()

    /// A summary.
    public init(tables: [Table]) {
        self.tables = tables
    }

    /// The decisions that protected somebody and that the files take back.
    public var lifted: [Lifting] { tables.flatMap(\.lifted) }

    /// Whether nothing was added, changed or removed.
    public var isEmpty: Bool { tables.allSatisfy(\.isEmpty) }
}
