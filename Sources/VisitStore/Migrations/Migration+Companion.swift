extension Migration {
    /// Version 13: the step by which people give a visit another adult.
    ///
    /// Only the words that a column admits change, as in version 10.
    static let companion = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR kind = ''move''),',
          'OR kind = ''move'' OR kind = ''companion''),')
          WHERE type = 'table' AND name = 'visitAct';
        PRAGMA writable_schema = RESET;

        """

    /// The words that version 13 puts into the text of tables.
    static let companionOutcome = [Outcome(table: "visitAct", part: "OR kind = 'move' OR kind = 'companion'),")]
}
