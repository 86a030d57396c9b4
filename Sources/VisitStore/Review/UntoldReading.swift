import GRDB
import VisitModel

/// Reads the requested or confirmed visits that the program cancelled and of which the family must still be told:
/// nobody has said that it knows, and no visit of these children to that prisoner was confirmed afterwards.
struct UntoldReading {
    private let db: Database
    private let reach: Reach

    init(_ db: Database, within reach: Reach) {
        self.db = db
        self.reach = reach
    }

    /// The visits, and what called them off.
    ///
    /// - Parameters:
    ///   - first: visits before that day are left out.
    ///   - children: those of whom it is asked; everybody where nil.
    func visits(from first: Day, of children: Set<String>? = nil) throws -> [(visit: Visit, flag: VisitFlag)] {
        let flagged = try children.map(visitsWithFlags)
        guard flagged?.isEmpty != true else { return [] }
        let endings = try FlagReading.endings(of: flagged, db).filter { $0.waiver == nil }
        guard !endings.isEmpty else { return [] }
        var condition = Condition("id", among: Set(endings.map(\.visit.text)))
        condition.add("date >= ?", first.number)
        condition.addVisit(within: reach)
        let flags = Dictionary(endings.map { ($0.visit, $0) }) { first, _ in first }
        return try VisitReading.visits(where: condition.sql, condition.arguments, db).compactMap { visit in
            guard let flag = flags[visit.id], try !isReplaced(visit, since: flag.since) else { return nil }
            return (visit, flag)
        }
    }

    /// The visits of children of which anything is noted. They are few, and each is found by an index.
    private func visitsWithFlags(of children: Set<String>) throws -> Set<Identifier<Visit>> {
        let going = Condition("visitChild.child", among: children)
        let ids = try String.fetchSet(
            db,
            sql: """
                SELECT visitFlag.visit FROM visitChild CROSS JOIN visitFlag ON visitFlag.visit = visitChild.visit
                WHERE \(going.sql)
                """, arguments: going.arguments)
        return Set(ids.map { Identifier($0) })
    }

    /// Whether a visit of each of the children to the prisoner was confirmed after that moment and still stands. Moments are
    /// whole seconds: what was confirmed in the same one was perhaps confirmed before, and the family is told rather once too
    /// often.
    private func isReplaced(_ visit: Visit, since moment: Instant) throws -> Bool {
        let stands = StatusCondition.isOne(where: { !$0.isCalledOff && !$0.isOpen }, column: "visit.status")
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 FROM visitChild JOIN visit ON visit.id = visitChild.visit
                WHERE visitChild.child = ?1 AND visit.prisoner = ?2 AND \(stands) AND EXISTS (
                  SELECT 1 FROM visitAct
                  WHERE visitAct.visit = visit.id AND visitAct.kind = 'confirm' AND visitAct.moment > ?3) LIMIT 1
                """)
        return try visit.children.allSatisfy { child in
            try Int.fetchOne(statement, arguments: [child.text, visit.prisoner.text, moment.seconds]) != nil
        }
    }
}
