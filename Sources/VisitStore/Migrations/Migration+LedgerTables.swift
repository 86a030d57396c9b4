extension Migration {
    /// Version 3: the visit accounts, to which lines are only ever added, and two more events of prisoners.
    static let ledgerTables = """
        CREATE TABLE ledgerEntry (
          prisoner TEXT NOT NULL REFERENCES prisoner (id),
          position INTEGER NOT NULL CONSTRAINT positionPositive CHECK (position >= 1),
          day INTEGER NOT NULL CONSTRAINT dayIsDay CHECK (day BETWEEN -719162 AND 2932896),
          unit TEXT NOT NULL
            CONSTRAINT unitKnown CHECK (unit = 'visit-order' OR unit = 'privilege-order' OR unit = 'visit'),
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (
              kind = 'granted' OR kind = 'carried' OR kind = 'repaid' OR kind = 'accumulated'
              OR kind = 'expired' OR kind = 'used' OR kind = 'owed' OR kind = 'refunded'
              OR kind = 'withdrawn' OR kind = 'waived'),
          cause TEXT NOT NULL
            CONSTRAINT causeKnown CHECK (
              cause = 'night' OR cause = 'visit' OR cause = 'adjustment' OR cause = 'admission'
              OR cause = 'merge'),
          count INTEGER NOT NULL CONSTRAINT countPositive CHECK (count >= 1),
          since INTEGER NOT NULL CONSTRAINT sinceIsDay CHECK (since BETWEEN -719162 AND 2932896),
          visit TEXT REFERENCES visit (id),
          rule TEXT NOT NULL,
          note TEXT NOT NULL,
          PRIMARY KEY (prisoner, position)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER ledgerEntryIsNeverChanged BEFORE UPDATE ON ledgerEntry
          BEGIN SELECT RAISE (ABORT, 'a ledger entry is never changed'); END;
        CREATE TRIGGER ledgerEntryIsNeverDeleted BEFORE DELETE ON ledgerEntry
          BEGIN SELECT RAISE (ABORT, 'a ledger entry is never deleted'); END;

        CREATE TABLE prisonerEventWithExceptions (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          prisoner TEXT NOT NULL REFERENCES prisoner (id),
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (
              kind = 'admitted' OR kind = 'transferred' OR kind = 'gradeChanged' OR kind = 'solitary'
              OR kind = 'strictManagement' OR kind = 'misconduct' OR kind = 'visitBreach'
              OR kind = 'birth' OR kind = 'nursing' OR kind = 'outOfPrison' OR kind = 'returned'
              OR kind = 'nurseryStart' OR kind = 'nurseryEnd' OR kind = 'parentalRightsTerminated'
              OR kind = 'guardianshipRevoked' OR kind = 'fosterPlacement' OR kind = 'relativePlacement'
              OR kind = 'compellingReason' OR kind = 'servicesMissing'
              OR kind = 'visitorSuspended' OR kind = 'released'),
          date INTEGER NOT NULL CONSTRAINT dateIsDay CHECK (date BETWEEN -719162 AND 2932896),
          until INTEGER CONSTRAINT untilIsDay CHECK (until BETWEEN -719162 AND 2932896),
          misconduct TEXT
            CONSTRAINT misconductKnown CHECK (
              misconduct = 'drug' OR misconduct = 'alcohol' OR misconduct = 'visit'
              OR misconduct = 'other'),
          note TEXT NOT NULL,
          CONSTRAINT daysOrdered CHECK (until IS NULL OR date <= until)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO prisonerEventWithExceptions SELECT * FROM prisonerEvent;
        DROP TABLE prisonerEvent;
        ALTER TABLE prisonerEventWithExceptions RENAME TO prisonerEvent;

        """
}
