extension Migration {
    /// Version 1, second half: visits, the published plan, feeds.
    static let visitTables = """
        CREATE TABLE visit (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          origin TEXT NOT NULL CONSTRAINT originKnown CHECK (origin IN ('entered', 'planned')),
          status TEXT NOT NULL
            CONSTRAINT statusKnown CHECK (
              status = 'proposed' OR status = 'requested' OR status = 'confirmed' OR status = 'held'
              OR status = 'missed' OR status = 'cancelled'),
          prisoner TEXT NOT NULL REFERENCES prisoner (id),
          household TEXT NOT NULL REFERENCES household (id),
          guardian TEXT REFERENCES guardian (id),
          escort TEXT REFERENCES escort (id),
          prison TEXT NOT NULL REFERENCES prison (id),
          session TEXT CONSTRAINT sessionNotEmpty CHECK (session <> ''),
          date INTEGER NOT NULL CONSTRAINT dateIsDay CHECK (date BETWEEN -719162 AND 2932896),
          start INTEGER CONSTRAINT startIsClockTime CHECK (start BETWEEN 0 AND 1440),
          minutes INTEGER NOT NULL CONSTRAINT minutesPositive CHECK (minutes >= 1),
          mode TEXT NOT NULL
            CONSTRAINT modeKnown CHECK (
              mode = 'contact' OR mode = 'table' OR mode = 'glass' OR mode = 'video'
              OR mode = 'family-room' OR mode = 'child-day' OR mode = 'holiday-stay' OR mode = 'call'),
          documents TEXT NOT NULL
            CONSTRAINT documentsListed
              CHECK (documents = '[]' OR json_valid(documents) AND json_type(documents) = 'array'),
          trip TEXT CONSTRAINT tripWhole CHECK (trip IS NULL OR json_valid(trip) AND json_type(trip) = 'array'),
          reasons TEXT NOT NULL
            CONSTRAINT reasonsListed
              CHECK (reasons = '[]' OR json_valid(reasons) AND json_type(reasons) = 'array'),
          sequence INTEGER NOT NULL CONSTRAINT sequenceNotNegative CHECK (sequence >= 0),
          changed INTEGER NOT NULL,
          CONSTRAINT oneCompanion CHECK (guardian IS NULL OR escort IS NULL)
        ) STRICT;
        CREATE INDEX visitByPrison ON visit (prison, date);
        CREATE INDEX visitByHousehold ON visit (household, date);
        CREATE INDEX visitOpen ON visit (date) WHERE origin = 'planned' AND status IN ('proposed', 'requested');

        CREATE TABLE visitChild (
          child TEXT NOT NULL REFERENCES child (id),
          visit TEXT NOT NULL REFERENCES visit (id),
          PRIMARY KEY (child, visit)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX visitChildByVisit ON visitChild (visit, child);

        CREATE TABLE plan (
          number INTEGER PRIMARY KEY CONSTRAINT numberPositive CHECK (number >= 1),
          today INTEGER NOT NULL CONSTRAINT todayIsDay CHECK (today BETWEEN -719162 AND 2932896),
          firstDay INTEGER NOT NULL CONSTRAINT firstDayIsDay CHECK (firstDay BETWEEN -719162 AND 2932896),
          lastDay INTEGER NOT NULL CONSTRAINT lastDayIsDay CHECK (lastDay BETWEEN -719162 AND 2932896),
          published INTEGER NOT NULL,
          fingerprint TEXT NOT NULL,
          bound INTEGER NOT NULL,
          score INTEGER NOT NULL,
          coveredChildren INTEGER NOT NULL
            CONSTRAINT coveredNotNegative CHECK (coveredChildren >= 0),
          dueChildren INTEGER NOT NULL CONSTRAINT dueNotNegative CHECK (dueChildren >= 0),
          CONSTRAINT daysOrdered CHECK (firstDay <= lastDay)
        ) STRICT;

        CREATE TABLE planVisit (
          visit TEXT NOT NULL PRIMARY KEY REFERENCES visit (id)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE planChange (
          position INTEGER PRIMARY KEY,
          visit TEXT NOT NULL REFERENCES visit (id),
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (
              kind = 'added' OR kind = 'moved' OR kind = 'cancelled'),
          reasonEnglish TEXT NOT NULL,
          reasonChinese TEXT NOT NULL
        ) STRICT;

        CREATE TABLE refusal (
          child TEXT NOT NULL REFERENCES child (id),
          prisoner TEXT NOT NULL REFERENCES prisoner (id),
          household TEXT NOT NULL REFERENCES household (id),
          code TEXT NOT NULL
            CONSTRAINT codeKnown CHECK (
              code = 'contact-on-hold' OR code = 'declined-by-child' OR code = 'contact-forbidden'
              OR code = 'prisoner-declines' OR code = 'released' OR code = 'ineligible'
              OR code = 'suspended' OR code = 'deferred' OR code = 'undetermined'
              OR code = 'co-resident' OR code = 'out-of-prison' OR code = 'papers-missing'
              OR code = 'no-session' OR code = 'no-companion' OR code = 'no-journey'
              OR code = 'no-escort' OR code = 'no-budget' OR code = 'quota-used'
              OR code = 'sessions-full' OR code = 'too-soon' OR code = 'outweighed'),
          facts TEXT NOT NULL CONSTRAINT factsListed CHECK (json_valid(facts) AND json_type(facts) = 'array'),
          sentenceEnglish TEXT NOT NULL,
          sentenceChinese TEXT NOT NULL,
          wouldHelp TEXT NOT NULL
            CONSTRAINT wouldHelpListed CHECK (json_valid(wouldHelp) AND json_type(wouldHelp) = 'array'),
          PRIMARY KEY (child, prisoner)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE feed (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          household TEXT REFERENCES household (id),
          prison TEXT REFERENCES prison (id),
          showsNames INTEGER NOT NULL CONSTRAINT showsNamesIsFlag CHECK (showsNames IN (0, 1)),
          language TEXT NOT NULL CONSTRAINT languageKnown CHECK (language IN ('en', 'zh')),
          created INTEGER NOT NULL,
          revoked INTEGER,
          tokenDigest BLOB NOT NULL UNIQUE
            CONSTRAINT tokenDigestIsSHA256 CHECK (length(tokenDigest) = 32),
          CONSTRAINT oneScope CHECK ((household IS NULL) <> (prison IS NULL))
        ) STRICT, WITHOUT ROWID;

        """
}
