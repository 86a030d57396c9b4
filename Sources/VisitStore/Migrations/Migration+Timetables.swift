extension Migration {
    /// Timetables, one row for each feed. A feed is replaced as a whole and read as a whole, so its stops and trips are
    /// one cell: hundreds of thousands of rows would be read at every planning to no other end.
    static let timetables = """
        CREATE TABLE timetable (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          publisher TEXT NOT NULL,
          zone TEXT NOT NULL CONSTRAINT zoneNotEmpty CHECK (zone <> ''),
          firstDay INTEGER NOT NULL,
          lastDay INTEGER NOT NULL,
          currency TEXT,
          content BLOB NOT NULL CONSTRAINT contentNotEmpty CHECK (length(content) > 0),
          CONSTRAINT daysOrdered CHECK (firstDay <= lastDay)
        ) STRICT;

        """
}
