extension Migration {
    /// Version 11: what is needed to judge whether a visit holds, and what no longer does. Numbers of visits; several adults
    /// for one; absences; whose money it is, and what was spent; bans that name a person; zones of places; limits of prisons;
    /// prisoners who are kept apart; flags and waivers.
    ///
    /// Visits that are there are numbered by date. Organisations that households or rights of access name become rows, with the
    /// identifier as their name until somebody writes a better one. The days on which escorts were busy become absences of
    /// their calendar.
    static let judge = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR code = ''outweighed''', 'OR code = ''outweighed'' OR code = ''does-not-hold''')
          WHERE type = 'table' AND name = 'refusal';
        PRAGMA writable_schema = RESET;

        ALTER TABLE visit ADD COLUMN number INTEGER CONSTRAINT numberPositive CHECK (number >= 1);
        UPDATE visit SET number = placed.number FROM (
          SELECT id, row_number() OVER (ORDER BY date, start, id) AS number FROM visit) AS placed
          WHERE placed.id = visit.id;
        CREATE UNIQUE INDEX visitByNumber ON visit (number);
        CREATE INDEX visitByGuardian ON visit (guardian, date) WHERE guardian IS NOT NULL;
        ALTER TABLE storeState ADD COLUMN lastVisitNumber INTEGER NOT NULL DEFAULT 0
          CONSTRAINT lastVisitNumberNotNegative CHECK (lastVisitNumber >= 0);
        UPDATE storeState SET lastVisitNumber = (SELECT count(*) FROM visit);

        CREATE TABLE visitAdult (
          visit TEXT NOT NULL REFERENCES visit (id),
          position INTEGER NOT NULL CONSTRAINT positionAfterFirst CHECK (position >= 2),
          guardian TEXT REFERENCES guardian (id),
          escort TEXT REFERENCES escort (id),
          PRIMARY KEY (visit, position),
          CONSTRAINT oneAdult CHECK ((guardian IS NULL) <> (escort IS NULL))
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX visitAdultByGuardian ON visitAdult (guardian) WHERE guardian IS NOT NULL;
        CREATE INDEX visitAdultByEscort ON visitAdult (escort) WHERE escort IS NOT NULL;

        CREATE TABLE absence (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          guardian TEXT REFERENCES guardian (id),
          escort TEXT REFERENCES escort (id),
          child TEXT REFERENCES child (id),
          prisoner TEXT REFERENCES prisoner (id),
          firstDay INTEGER NOT NULL CONSTRAINT firstDayIsDay CHECK (firstDay BETWEEN -719162 AND 2932896),
          lastDay INTEGER NOT NULL CONSTRAINT lastDayIsDay CHECK (lastDay BETWEEN -719162 AND 2932896),
          firstMinute INTEGER CONSTRAINT firstMinuteIsClockTime CHECK (firstMinute BETWEEN 0 AND 1440),
          endMinute INTEGER CONSTRAINT endMinuteIsClockTime CHECK (endMinute BETWEEN 0 AND 1440),
          reason TEXT NOT NULL,
          source TEXT NOT NULL,
          CONSTRAINT onePerson CHECK (
            (guardian IS NOT NULL) + (escort IS NOT NULL) + (child IS NOT NULL) + (prisoner IS NOT NULL) = 1),
          CONSTRAINT daysOrdered CHECK (firstDay <= lastDay),
          CONSTRAINT hoursWhole CHECK ((firstMinute IS NULL) = (endMinute IS NULL)),
          CONSTRAINT hoursOrdered CHECK (firstMinute IS NULL OR firstMinute < endMinute)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX absenceByGuardian ON absence (guardian) WHERE guardian IS NOT NULL;
        CREATE INDEX absenceByEscort ON absence (escort) WHERE escort IS NOT NULL;
        CREATE INDEX absenceByChild ON absence (child) WHERE child IS NOT NULL;
        CREATE INDEX absenceByPrisoner ON absence (prisoner) WHERE prisoner IS NOT NULL;
        INSERT INTO absence (id, escort, firstDay, lastDay, reason, source)
          SELECT 'ics-' || escort || '-' || date(firstDay * 86400, 'unixepoch')
            || CASE WHEN firstDay = lastDay THEN '' ELSE '-' || date(lastDay * 86400, 'unixepoch') END,
            escort, firstDay, lastDay, '', 'calendar'
          FROM (SELECT busyTime.escort AS escort, json_extract(stretch.value, '$[0]') AS firstDay,
            json_extract(stretch.value, '$[1]') AS lastDay FROM busyTime, json_each(busyTime.days) AS stretch);
        DROP TABLE busyTime;

        ALTER TABLE prisonerEvent ADD COLUMN guardian TEXT REFERENCES guardian (id);
        ALTER TABLE prisonerEvent ADD COLUMN escort TEXT REFERENCES escort (id)
          CONSTRAINT oneVisitor CHECK (guardian IS NULL OR escort IS NULL);
        ALTER TABLE place ADD COLUMN zone TEXT CONSTRAINT zoneNotEmpty CHECK (zone <> '');
        ALTER TABLE prison ADD COLUMN maxVisitors INTEGER CONSTRAINT maxVisitorsPositive CHECK (maxVisitors >= 1);
        ALTER TABLE prison ADD COLUMN tablesPerAdult INTEGER CONSTRAINT tablesPerAdultPositive CHECK (tablesPerAdult >= 1);

        ALTER TABLE bond ADD COLUMN reviewOn INTEGER
          CONSTRAINT reviewOnIsDay CHECK (reviewOn BETWEEN -719162 AND 2932896);

        CREATE TABLE separation (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          first TEXT NOT NULL REFERENCES prisoner (id),
          second TEXT NOT NULL REFERENCES prisoner (id),
          CONSTRAINT twoPrisoners CHECK (first < second)
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX separationByPair ON separation (first, second);
        CREATE INDEX separationBySecond ON separation (second);

        CREATE TABLE organisation (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          nameEnglish TEXT NOT NULL,
          nameChinese TEXT NOT NULL,
          phone TEXT,
          email TEXT,
          CONSTRAINT named CHECK (nameEnglish <> '' OR nameChinese <> '')
        ) STRICT, WITHOUT ROWID;
        INSERT INTO organisation (id, nameEnglish, nameChinese)
          SELECT organisation, organisation, organisation FROM household WHERE organisation IS NOT NULL
          UNION SELECT organisation, organisation, organisation FROM token WHERE organisation IS NOT NULL;

        CREATE TABLE budgetOfOrganisation (
          organisation TEXT NOT NULL,
          month TEXT NOT NULL CONSTRAINT monthWritten CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'),
          cents INTEGER NOT NULL CONSTRAINT centsNotNegative CHECK (cents >= 0),
          PRIMARY KEY (organisation, month)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO budgetOfOrganisation SELECT '', month, cents FROM budget;
        DROP TABLE budget;
        ALTER TABLE budgetOfOrganisation RENAME TO budget;

        CREATE TABLE visitCost (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          visit TEXT NOT NULL REFERENCES visit (id),
          person TEXT NOT NULL,
          cents INTEGER NOT NULL CONSTRAINT centsNotNegative CHECK (cents >= 0),
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (kind = 'fare' OR kind = 'lodging' OR kind = 'food' OR kind = 'other'),
          receipt TEXT
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX visitCostByVisit ON visitCost (visit);

        ALTER TABLE storeState ADD COLUMN reviewed INTEGER;
        CREATE TABLE visitFlag (
          visit TEXT NOT NULL REFERENCES visit (id),
          code TEXT NOT NULL CONSTRAINT codeNotEmpty CHECK (code <> ''),
          subject TEXT NOT NULL,
          facts TEXT NOT NULL CONSTRAINT factsListed CHECK (json_valid(facts) AND json_type(facts) = 'array'),
          since INTEGER NOT NULL,
          PRIMARY KEY (visit, code, subject)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE visitWaiver (
          visit TEXT NOT NULL REFERENCES visit (id),
          code TEXT NOT NULL CONSTRAINT codeNotEmpty CHECK (code <> ''),
          subject TEXT NOT NULL,
          actor TEXT NOT NULL CONSTRAINT actorNotEmpty CHECK (actor <> ''),
          reason TEXT NOT NULL CONSTRAINT reasonNotEmpty CHECK (reason <> ''),
          moment INTEGER NOT NULL,
          PRIMARY KEY (visit, code, subject)
        ) STRICT, WITHOUT ROWID;

        """

    /// The words that version 11 puts into the text of tables.
    static let judgeOutcome = [Outcome(table: "refusal", part: "OR code = 'does-not-hold'")]
}
