extension Migration {
    /// The session that a step gave up, so that no run puts the same children there again. Steps from before gave up the
    /// session of a visit that is cancelled, unless a closure hit it.
    static let givenUp = """
        ALTER TABLE visitAct ADD COLUMN givenUp TEXT
          CONSTRAINT givenUpByCancellingOrMoving CHECK (givenUp IS NULL OR kind = 'cancel' OR kind = 'move');
        UPDATE visitAct SET givenUp = (SELECT session FROM visit WHERE visit.id = visitAct.visit)
          WHERE kind = 'cancel' AND NOT EXISTS (
            SELECT 1 FROM visit JOIN closure ON closure.prison = visit.prison
              AND visit.date BETWEEN closure.firstDay AND closure.lastDay
            WHERE visit.id = visitAct.visit);

        """
}
