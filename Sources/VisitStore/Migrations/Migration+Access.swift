extension Migration {
    /// Version 7: whose a household is, who may ask the service, what was done to visits and why, and the audit log, to
    /// which lines are only ever added.
    static let access = """
        ALTER TABLE household ADD COLUMN organisation TEXT
          CONSTRAINT organisationNotEmpty CHECK (organisation <> '');
        CREATE INDEX householdByOrganisation ON household (organisation);

        CREATE TABLE token (
          id TEXT NOT NULL PRIMARY KEY CONSTRAINT idNotEmpty CHECK (id <> ''),
          role TEXT NOT NULL
            CONSTRAINT roleKnown CHECK (
              role = 'administrator' OR role = 'caseworker' OR role = 'prison' OR role = 'researcher'),
          organisation TEXT CONSTRAINT organisationNotEmpty CHECK (organisation <> ''),
          prison TEXT REFERENCES prison (id),
          label TEXT NOT NULL,
          created INTEGER NOT NULL,
          expires INTEGER NOT NULL,
          revoked INTEGER,
          tokenDigest BLOB NOT NULL UNIQUE
            CONSTRAINT tokenDigestIsSHA256 CHECK (length(tokenDigest) = 32),
          CONSTRAINT endsAfterBeginning CHECK (created < expires),
          CONSTRAINT organisationForCaseworker CHECK ((organisation IS NULL) = (role <> 'caseworker')),
          CONSTRAINT prisonForPrison CHECK ((prison IS NULL) = (role <> 'prison'))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE visitAct (
          visit TEXT NOT NULL REFERENCES visit (id),
          position INTEGER NOT NULL CONSTRAINT positionPositive CHECK (position >= 1),
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (
              kind = 'request' OR kind = 'confirm' OR kind = 'cancel' OR kind = 'held' OR kind = 'missed'
              OR kind = 'move'),
          party TEXT
            CONSTRAINT partyKnown CHECK (
              party = 'household' OR party = 'child' OR party = 'prisoner' OR party = 'prison'
              OR party = 'organisation' OR party = 'operator'),
          reason TEXT NOT NULL,
          moment INTEGER NOT NULL,
          PRIMARY KEY (visit, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE auditEntry (
          position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
          moment INTEGER NOT NULL,
          actor TEXT NOT NULL CONSTRAINT actorNotEmpty CHECK (actor <> ''),
          act TEXT NOT NULL CONSTRAINT actNotEmpty CHECK (act <> ''),
          subject TEXT NOT NULL,
          facts TEXT NOT NULL CONSTRAINT factsListed CHECK (json_valid(facts) AND json_type(facts) = 'array'),
          digest BLOB NOT NULL CONSTRAINT digestIsSHA256 CHECK (length(digest) = 32)
        ) STRICT;
        CREATE INDEX auditEntryBySubject ON auditEntry (subject);
        CREATE TRIGGER auditEntryIsNeverChanged BEFORE UPDATE ON auditEntry
          BEGIN SELECT RAISE (ABORT, 'an audit entry is never changed'); END;
        CREATE TRIGGER auditEntryIsNeverDeleted BEFORE DELETE ON auditEntry
          BEGIN SELECT RAISE (ABORT, 'an audit entry is never deleted'); END;

        """
}
