extension Migration {
    /// Version 9: calendars of every kind, the days on which escorts are busy, e-mail addresses, and the messages that
    /// people must get.
    static let messages = """
        CREATE TABLE feedOfAnyKind (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          household TEXT REFERENCES household (id),
          prison TEXT REFERENCES prison (id),
          child TEXT REFERENCES child (id),
          escort TEXT REFERENCES escort (id),
          home TEXT REFERENCES household (id),
          prisoner TEXT REFERENCES prisoner (id),
          showsNames INTEGER NOT NULL CONSTRAINT showsNamesIsFlag CHECK (showsNames IN (0, 1)),
          language TEXT NOT NULL CONSTRAINT languageKnown CHECK (language IN ('en', 'zh')),
          created INTEGER NOT NULL,
          revoked INTEGER,
          tokenDigest BLOB NOT NULL UNIQUE
            CONSTRAINT tokenDigestIsSHA256 CHECK (length(tokenDigest) = 32),
          CONSTRAINT oneScope CHECK (
            (household IS NOT NULL) + (prison IS NOT NULL) + (child IS NOT NULL) + (escort IS NOT NULL)
            + (home IS NOT NULL) + (prisoner IS NOT NULL) = 1)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO feedOfAnyKind (id, household, prison, showsNames, language, created, revoked, tokenDigest)
          SELECT id, household, prison, showsNames, language, created, revoked, tokenDigest FROM feed;
        DROP TABLE feed;
        ALTER TABLE feedOfAnyKind RENAME TO feed;
        CREATE INDEX visitByEscort ON visit (escort, date) WHERE escort IS NOT NULL;
        CREATE INDEX visitByPrisoner ON visit (prisoner, date);

        ALTER TABLE guardian ADD COLUMN email TEXT;
        ALTER TABLE escort ADD COLUMN email TEXT;

        CREATE TABLE busyTime (
          escort TEXT NOT NULL PRIMARY KEY REFERENCES escort (id),
          days TEXT NOT NULL CONSTRAINT daysListed CHECK (json_valid(days) AND json_type(days) = 'array')
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE message (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          visit TEXT NOT NULL REFERENCES visit (id),
          guardian TEXT REFERENCES guardian (id),
          escort TEXT REFERENCES escort (id),
          household TEXT REFERENCES household (id),
          number INTEGER NOT NULL CONSTRAINT numberPositive CHECK (number >= 1),
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (
              kind = 'proposed' OR kind = 'confirmed' OR kind = 'moved' OR kind = 'cancelled' OR kind = 'relieved'),
          agreed INTEGER NOT NULL CONSTRAINT agreedIsFlag CHECK (agreed IN (0, 1)),
          date INTEGER NOT NULL CONSTRAINT dateIsDay CHECK (date BETWEEN -719162 AND 2932896),
          start INTEGER CONSTRAINT startIsClockTime CHECK (start BETWEEN 0 AND 1440),
          created INTEGER NOT NULL,
          state TEXT NOT NULL
            CONSTRAINT stateKnown CHECK (
              state = 'waiting' OR state = 'delivered' OR state = 'superseded' OR state = 'abandoned'),
          attempts INTEGER NOT NULL CONSTRAINT attemptsNotNegative CHECK (attempts >= 0),
          due INTEGER NOT NULL,
          settled INTEGER,
          remark TEXT NOT NULL,
          CONSTRAINT oneRecipient CHECK (
            (guardian IS NOT NULL) + (escort IS NOT NULL) + (household IS NOT NULL) = 1),
          CONSTRAINT settledUnlessWaiting CHECK ((settled IS NULL) = (state = 'waiting'))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX messageWaiting ON message (due, id) WHERE state = 'waiting';
        CREATE INDEX messageByVisit ON message (visit);

        """
}
