extension Migration {
    /// Version 10: every state that a visit can be in, the steps that lead to them, and the secret from which the
    /// identifiers of new visits are derived.
    ///
    /// Only the words that a column admits change, so the rows stay where they are and the text of the tables is edited, as
    /// SQLite describes it (lang_altertable, section 7). The new column makes other connections read the schema again.
    static let lifecycle = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR status = ''missed'' OR status = ''cancelled''',
          'OR status = ''cut-short'' OR status = ''missed'' OR status = ''turned-away'' OR status = ''refused''
              OR status = ''withdrawn'' OR status = ''expired'' OR status = ''cancelled''')
          WHERE type = 'table' AND name = 'visit';
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR kind = ''missed''
              OR kind = ''move''',
          'OR kind = ''cut-short'' OR kind = ''missed''
              OR kind = ''turned-away'' OR kind = ''refused'' OR kind = ''withdrawn'' OR kind = ''expired''
              OR kind = ''move''')
          WHERE type = 'table' AND name = 'visitAct';
        UPDATE sqlite_schema SET sql = replace(
          sql, 'givenUp IS NULL OR kind = ''cancel'' OR kind = ''move''',
          'givenUp IS NULL OR kind = ''cancel'' OR kind = ''move'' OR kind = ''refused'' OR kind = ''withdrawn''
            OR kind = ''expired''')
          WHERE type = 'table' AND name = 'visitAct';
        PRAGMA writable_schema = RESET;

        ALTER TABLE storeState ADD COLUMN secret BLOB
          CONSTRAINT secretIsLong CHECK (secret IS NULL OR length(secret) = 32);
        UPDATE storeState SET secret = randomblob(32);

        """

    /// The words that version 10 puts into the text of tables.
    static let lifecycleOutcome = [
        Outcome(table: "visit", part: "OR status = 'withdrawn' OR status = 'expired' OR status = 'cancelled'"),
        Outcome(table: "visitAct", part: "OR kind = 'turned-away' OR kind = 'refused' OR kind = 'withdrawn'"),
        Outcome(table: "visitAct", part: "OR kind = 'move' OR kind = 'refused' OR kind = 'withdrawn'"),
    ]
}
