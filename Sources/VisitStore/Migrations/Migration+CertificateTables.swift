extension Migration {
    /// Version 5: how good the published plan is, level by level and prison by prison.
    static let certificateTables = """

        CREATE TABLE planLevel (
          position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
          name TEXT NOT NULL UNIQUE CONSTRAINT nameKnown CHECK (
            name IN ('covered', 'neglect', 'visits', 'minutes', 'changes', 'spacing', 'cost')),
          value INTEGER NOT NULL,
          bound INTEGER
        ) STRICT;

        CREATE TABLE planPrison (
          position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
          prison TEXT NOT NULL UNIQUE CONSTRAINT prisonNotEmpty CHECK (prison <> ''),
          bound INTEGER NOT NULL,
          score INTEGER NOT NULL
        ) STRICT;
        """
}
