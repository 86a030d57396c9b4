import GRDB
import VisitModel

extension VisitStore {
    /// This store, whose changes of the register are looked at by `reviewer`, each in its transaction.
    public func reviewed(by reviewer: Reviewer?) -> VisitStore {
        VisitStore(connection: connection, author: author, reviewer: reviewer)
    }

    /// Looks at all visits ahead again, as when a day has passed or a rule pack has changed.
    ///
    /// - Parameter at: the moment at which what is new was found.
    /// - Returns: what was not known before; nothing where nobody reviews.
    public func review(at: Instant) throws(StoreError) -> ReviewOutcome {
        try connection.write { db in
            let outcome = try review(.everything, at: at, db)
            if !outcome.isEmpty { try StoreState.count(dataChanged: !outcome.ended.isEmpty, db) }
            // Once a day: a night that finds nothing new changes no byte.
            try db.execute(
                sql: "UPDATE storeState SET reviewed = :at WHERE reviewed IS NULL OR reviewed / 86400 <> :at / 86400",
                arguments: ["at": at.seconds])
            return outcome
        }
    }

    /// How the plan stands, in figures without people.
    public func planStatus() throws(StoreError) -> PlanStatus {
        try connection.read { db in
            let flagged = try Row.fetchAll(
                db,
                sql: """
                    SELECT status, count(*) FROM visit WHERE id IN (SELECT visit FROM visitFlag)
                    AND \(StatusCondition.isOne(where: \.isAhead)) GROUP BY status
                    """)
            return PlanStatus(
                flagged: Dictionary(
                    uniqueKeysWithValues: flagged.compactMap { row in
                        Visit.Status(rawValue: row[0]).map { ($0, row[1]) }
                    }),
                published: try Int.fetchOne(
                    db,
                    sql: "SELECT published FROM plan WHERE \(PlanReading.isInForce) ORDER BY number DESC LIMIT 1"
                ).map { Instant(seconds: $0) },
                reviewed: try Int.fetchOne(db, sql: "SELECT reviewed FROM storeState").map { Instant(seconds: $0) })
        }
    }

    /// Looks again at the visits that a change has touched, within its transaction.
    func review(_ scope: VisitReview.Scope, at: Instant, _ db: Database) throws -> ReviewOutcome {
        guard let reviewer else { return ReviewOutcome() }
        return try VisitReview(reviewer, at: at, path: path, db).run(scope) { visit, act in
            var ended = visit
            // Nobody has given the session up: where the ground was an error the children can be put there again.
            ended.status = .cancelled
            ended = try view(for: .everything).write(ended, instead: visit, act, db)
            try note("visit.cancel", "visit \(visit.id)", ["from=\(visit.status.rawValue)", "check=\(act.reason)"], db)
            return ended
        }
    }
}
