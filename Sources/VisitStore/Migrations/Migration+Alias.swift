extension Migration {
    /// Version 16: identifiers of records that were merged into others, and the step that notes it with the visits concerned. The
    /// account of a merged prisoner moves to the record that stays; nothing else of its lines ever changes.
    static let alias = """
        CREATE TABLE alias (
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (
              kind = 'child' OR kind = 'prisoner' OR kind = 'guardian' OR kind = 'escort' OR kind = 'bond'
              OR kind = 'event'),
          id TEXT NOT NULL CONSTRAINT idNotEmpty CHECK (id <> ''),
          current TEXT NOT NULL CONSTRAINT currentNotEmpty CHECK (current <> ''),
          PRIMARY KEY (kind, id),
          CONSTRAINT otherThanItself CHECK (id <> current)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX aliasByCurrent ON alias (kind, current);

        DROP TRIGGER ledgerEntryIsNeverChanged;
        CREATE TRIGGER ledgerEntryIsNeverChanged BEFORE UPDATE ON ledgerEntry
          WHEN NOT (NEW.day = OLD.day AND NEW.unit = OLD.unit AND NEW.kind = OLD.kind AND NEW.cause = OLD.cause
            AND NEW.count = OLD.count AND NEW.since = OLD.since AND NEW.visit IS OLD.visit AND NEW.rule = OLD.rule
            AND NEW.note = OLD.note AND EXISTS (
              SELECT 1 FROM alias WHERE kind = 'prisoner' AND id = OLD.prisoner AND current = NEW.prisoner))
          BEGIN SELECT RAISE (ABORT, 'a ledger entry is never changed'); END;

        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(sql, 'kind = ''request''', 'kind = ''request'' OR kind = ''merge''')
          WHERE type = 'table' AND name = 'visitAct';
        PRAGMA writable_schema = RESET;

        """

    /// The words that version 16 puts into the text of tables.
    static let aliasOutcome = [Outcome(table: "visitAct", part: "kind = 'request' OR kind = 'merge'")]
}
