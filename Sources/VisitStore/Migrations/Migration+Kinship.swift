extension Migration {
    /// Version 17: the kin and the guardians whom rules tell apart, short sentences served in detention centres, and what
    /// begins and interrupts the time in foster care.
    ///
    /// Only the words that columns admit change, as in version 13.
    static let kinship = """
        PRAGMA writable_schema = ON;
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR relation = ''sibling'' OR relation = ''foster''',
          'OR relation = ''sibling'' OR relation = ''stepmother'' OR relation = ''stepfather''
              OR relation = ''maternal-aunt'' OR relation = ''maternal-uncle'' OR relation = ''paternal-aunt''
              OR relation = ''paternal-uncle'' OR relation = ''cousin'' OR relation = ''guardian''
              OR relation = ''foster''')
          WHERE type = 'table' AND name = 'guardian';
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR relation = ''sibling'' OR relation = ''guardian''',
          'OR relation = ''sibling'' OR relation = ''aunt'' OR relation = ''uncle'' OR relation = ''cousin''
              OR relation = ''foster-parent'' OR relation = ''guardian''')
          WHERE type = 'table' AND name = 'bond';
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR sentence = ''remand''', 'OR sentence = ''remand'' OR sentence = ''detention''')
          WHERE type = 'table' AND name = 'prisoner';
        UPDATE sqlite_schema SET sql = replace(
          sql, 'OR kind = ''compellingReason'' OR kind = ''servicesMissing''',
          'OR kind = ''compellingReason'' OR kind = ''servicesMissing''
              OR kind = ''judicialFinding'' OR kind = ''trialHomeVisit'' OR kind = ''runaway''')
          WHERE type = 'table' AND name = 'prisonerEvent';
        PRAGMA writable_schema = RESET;

        """

    /// The words that version 18 puts into the text of tables.
    static let kinshipOutcome = [
        Outcome(table: "guardian", part: "OR relation = 'paternal-uncle' OR relation = 'cousin'"),
        Outcome(table: "bond", part: "OR relation = 'foster-parent' OR relation = 'guardian'"),
        Outcome(table: "prisoner", part: "OR sentence = 'remand' OR sentence = 'detention'"),
        Outcome(table: "prisonerEvent", part: "OR kind = 'judicialFinding' OR kind = 'trialHomeVisit'"),
    ]
}
