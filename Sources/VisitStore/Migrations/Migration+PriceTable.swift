extension Migration {
    /// Version 4: what scarce things were worth to the published plan.
    static let priceTable = """

        CREATE TABLE planPrice (
          position INTEGER PRIMARY KEY CONSTRAINT positionPositive CHECK (position >= 1),
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (
              kind = 'table' OR kind = 'seat' OR kind = 'trip' OR kind = 'budget' OR kind = 'visit'),
          subject TEXT NOT NULL CONSTRAINT subjectNotEmpty CHECK (subject <> ''),
          day INTEGER CONSTRAINT dayIsDay CHECK (day BETWEEN -719162 AND 2932896),
          points INTEGER NOT NULL CONSTRAINT pointsPositive CHECK (points >= 1),
          CONSTRAINT dayUnlessBudget CHECK ((day IS NULL) = (kind = 'budget'))
        ) STRICT;
        """
}
