extension Migration {
    /// Version 15: on which days the store was written, and what became of the last night and the last backup; plans
    /// that were withdrawn because they were made for a day that had not come; lines of visit accounts that take others
    /// back.
    ///
    /// A store that is there is taken for a real one, unless its first plan was made for a day that was not the
    /// machine's.
    static let upkeep = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR kind = ''withdrawn'' OR kind = ''waived''',
          'OR kind = ''withdrawn'' OR kind = ''waived'' OR kind = ''reverted''')
          WHERE type = 'table' AND name = 'ledgerEntry';
        PRAGMA writable_schema = RESET;

        CREATE TABLE upkeep (
          id INTEGER PRIMARY KEY CONSTRAINT oneRow CHECK (id = 1),
          isSimulated INTEGER CONSTRAINT isSimulatedIsTruth CHECK (isSimulated = 0 OR isSimulated = 1),
          lastWrite INTEGER CONSTRAINT lastWriteIsDay CHECK (lastWrite BETWEEN -719162 AND 2932896),
          nightDay INTEGER CONSTRAINT nightDayIsDay CHECK (nightDay BETWEEN -719162 AND 2932896),
          nightEnded INTEGER,
          nightFault TEXT CONSTRAINT nightFaultNotEmpty CHECK (nightFault <> ''),
          backedUp INTEGER,
          CONSTRAINT nightWhole CHECK ((nightDay IS NULL) = (nightEnded IS NULL)),
          CONSTRAINT faultOfNight CHECK (nightFault IS NULL OR nightDay IS NOT NULL)
        ) STRICT;
        INSERT INTO upkeep (id) VALUES (1);
        UPDATE upkeep SET isSimulated = 0 WHERE EXISTS (SELECT 1 FROM storeState WHERE revision > 0);
        UPDATE upkeep SET
          isSimulated = (SELECT abs(today - published / 86400) > 7 FROM plan ORDER BY number LIMIT 1),
          lastWrite = (SELECT today FROM plan ORDER BY number DESC LIMIT 1)
          WHERE EXISTS (SELECT 1 FROM plan);

        CREATE TABLE withdrawnPlan (
          plan INTEGER NOT NULL PRIMARY KEY REFERENCES plan (number),
          moment INTEGER NOT NULL
        ) STRICT;

        """

    /// The words that version 15 puts into the text of tables.
    static let upkeepOutcome = [Outcome(table: "ledgerEntry", part: "OR kind = 'waived' OR kind = 'reverted'")]
}
