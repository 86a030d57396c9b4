extension Migration {
    /// Version 17: the note of a line of a visit account can be emptied, when a child is erased of whom it may tell.
    /// Nothing else of a line ever changes, but for the account that it belongs to when two records of a prisoner are
    /// merged.
    static let ledgerErasure = """
        DROP TRIGGER ledgerEntryIsNeverChanged;
        CREATE TRIGGER ledgerEntryIsNeverChanged BEFORE UPDATE ON ledgerEntry
          WHEN NOT (NEW.day = OLD.day AND NEW.unit = OLD.unit AND NEW.kind = OLD.kind AND NEW.cause = OLD.cause
            AND NEW.count = OLD.count AND NEW.since = OLD.since AND NEW.visit IS OLD.visit AND NEW.rule = OLD.rule
            AND (NEW.note = OLD.note AND EXISTS (
                SELECT 1 FROM alias WHERE kind = 'prisoner' AND id = OLD.prisoner AND current = NEW.prisoner)
              OR NEW.note = '' AND NEW.prisoner = OLD.prisoner AND NEW.position = OLD.position))
          BEGIN SELECT RAISE (ABORT, 'a ledger entry is never changed'); END;

        """
}
