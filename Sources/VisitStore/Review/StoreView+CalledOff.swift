import GRDB
import VisitModel

extension StoreView {
    /// The requested or confirmed visits within reach that the program cancelled, by date. One is left out once
    /// somebody has recorded that the family was told, or another visit was confirmed since.
    ///
    /// - Parameter first: visits before that day are left out.
    public func visitsToTell(from first: Day) throws(StoreError) -> [(detail: VisitDetail, calledOff: CalledOff)] {
        try connection.read { db in
            let untold = try UntoldReading(db, within: reach).visits(from: first)
            let flags = Dictionary(untold.map { ($0.visit.id, $0.flag) }) { first, _ in first }
            return try DetailReading(untold.map(\.visit), within: reach, db).details().map { detail in
                let flag = flags[detail.visit.id]?.showing(detail.visit, within: reach)
                return (detail, CalledOff(detail.visit, by: flag?.code.endsVisit, flag: flag))
            }
        }
    }

    /// Who has said that the family knows that a visit was called off, when and how; nil where nobody has.
    public func told(of visit: Identifier<Visit>) throws(StoreError) -> VisitWaiver? {
        try connection.read { db in
            let id = try VisitReading.existing(visit, within: reach, db).id
            return try FlagReading.endings(of: [id], db).first?.waiver
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
