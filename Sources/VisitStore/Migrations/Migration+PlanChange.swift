extension Migration {
    /// Version 12: a change of a plan can be another adult, and says when and with whom the visit was to be before. Changes of
    /// the plan that is there do not say it.
    static let planChange = """
        ALTER TABLE planChange RENAME TO planChangeBefore;
        CREATE TABLE planChange (
          position INTEGER PRIMARY KEY,
          visit TEXT NOT NULL REFERENCES visit (id),
          kind TEXT NOT NULL
            CONSTRAINT kindKnown CHECK (
              kind = 'added' OR kind = 'moved' OR kind = 'cancelled' OR kind = 'adult'),
          reasonEnglish TEXT NOT NULL,
          reasonChinese TEXT NOT NULL,
          dateBefore INTEGER
            CONSTRAINT dateBeforeIsDay CHECK (dateBefore BETWEEN -719162 AND 2932896),
          guardianBefore TEXT REFERENCES guardian (id) ON DELETE SET NULL,
          escortBefore TEXT REFERENCES escort (id) ON DELETE SET NULL,
          CONSTRAINT oneAdultBefore CHECK (guardianBefore IS NULL OR escortBefore IS NULL)
        ) STRICT;
        INSERT INTO planChange (position, visit, kind, reasonEnglish, reasonChinese)
          SELECT position, visit, kind, reasonEnglish, reasonChinese FROM planChangeBefore;
        DROP TABLE planChangeBefore;

        """
}
