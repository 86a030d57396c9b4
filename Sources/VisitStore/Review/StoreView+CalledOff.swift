import GRDB
import VisitModel

extension StoreView {
    /// The visits within reach that people had asked for or agreed and that the program called off, by date, as long as nobody
    /// has said that the family was told and no other visit was agreed since.
    ///
    /// - Parameter first: visits before that day are left out.
    public func visitsToTell(from first: Day) throws(StoreError) -> [(detail: VisitDetail, calledOff: CalledOff)] {
        try connection.read { db in
            let endings = try FlagReading.endings(of: nil, db).filter { $0.waiver == nil }
            guard !endings.isEmpty else { return [] }
            var condition = Condition("id", among: Set(endings.map(\.visit.text)))
            condition.add("date >= ?", first.number)
            condition.addVisit(within: reach)
            let visits = try VisitReading.visits(where: condition.sql, condition.arguments, db)
            let flags = Dictionary(endings.map { ($0.visit, $0) }) { first, _ in first }
            let open = try visits.filter { visit in
                try flags[visit.id].map { try !hasAgreed(since: $0.since, instead: visit, db) } ?? false
            }
            return try DetailReading(open, within: reach, db).details().map { detail in
                let flag = flags[detail.visit.id]?.showing(detail.visit, within: reach)
                return (detail, CalledOff(detail.visit, by: flag?.code.endsVisit, flag: flag))
            }
        }
    }

    /// Whether a visit of each of the children to the prisoner has been agreed since.
    private func hasAgreed(since: Instant, instead visit: Visit, _ db: Database) throws -> Bool {
        let statement = try db.cachedStatement(
            sql: """
                SELECT 1 FROM visitChild JOIN visit ON visit.id = visitChild.visit
                WHERE visitChild.child = ?1 AND visit.prisoner = ?2
                AND \(StatusCondition.isOne(where: \.isAgreed, column: "visit.status"))
                AND (visit.origin = 'entered' AND visit.changed >= ?3 OR visit.id IN (
                  SELECT visit FROM visitAct WHERE kind IN ('confirm', 'held', 'cut-short') AND moment >= ?3)) LIMIT 1
                """)
        return try visit.children.allSatisfy { child in
            try Int.fetchOne(statement, arguments: [child.text, visit.prisoner.text, since.seconds]) != nil
        }
    }

    /// Writes down that the family knows that a visit was called off.
    ///
    /// - Parameter reason: how, in somebody's words.
    /// - Throws: `noSuch` for an unknown visit, `nothingToTell` for one that the program did not call off.
    public func noteTold(_ visit: Identifier<Visit>, reason: String, at moment: Instant) throws(StoreError) {
        try connection.write { db in
            let id = try VisitReading.existing(visit, within: reach, db).id
            guard let ending = try FlagReading.endings(of: [id], db).first else {
                throw StoreError.nothingToTell(visit: try VisitReading.named(id, db))
            }
            try db.execute(sql: "DELETE FROM visitWaiver WHERE visit = ?", arguments: [id.text])
            let told = VisitWaiver(
                visit: id, code: ending.code, subject: ending.subject, actor: store.author?.name ?? "local",
                reason: reason, moment: moment)
            try RowWriting(WaiverRecord.table.insert, of: WaiverRecord.table, db, path: path)
                .write(WaiverRecord.cells(of: told))
            try note("visit.told", "visit \(id)", [], db)
            try StoreState.count(dataChanged: false, db)
        }
    }
}
