import GRDB
import VisitModel

extension StoreView {
    /// Writes down that a visit takes place though something does not hold.
    ///
    /// - Parameter subject: who or what it is about, `child C17` or `C17`; nil where the visit has one flag of that code.
    /// - Throws: `nothingToWaive` where no such flag stands, or several do and nobody said which.
    public func waive(
        _ visit: Identifier<Visit>, _ code: VisitFlag.Code, about subject: String?, reason: String, at moment: Instant
    ) throws(StoreError) {
        try connection.write { db in
            let flags = try FlagReading.flags(of: [visit], db)
            let those = flags.filter { flag in
                flag.code == code && (subject.map { flag.subject == $0 || flag.subject.hasSuffix(" \($0)") } ?? true)
            }
            // What is let pass is named, one thing at a time.
            guard those.count == 1 else {
                throw StoreError.nothingToWaive(
                    visit: try VisitReading.named(visit, db), code: code,
                    current: flags.map {
                        $0.subject.isEmpty ? $0.code.rawValue : "\($0.code.rawValue) (\($0.subject))"
                    })
            }
            for flag in those {
                try db.execute(
                    sql: "DELETE FROM visitWaiver WHERE visit = ? AND code = ? AND subject = ?",
                    arguments: [visit.text, code.rawValue, flag.subject])
                let waiver = VisitWaiver(
                    visit: visit, code: code, subject: flag.subject, actor: store.author?.name ?? "local",
                    reason: reason, moment: moment)
                try RowWriting(WaiverRecord.table.insert, of: WaiverRecord.table, db, path: path)
                    .write(WaiverRecord.cells(of: waiver))
            }
            try note("visit.waive", "visit \(visit)", ["check=\(code.rawValue)"], db)
            try StoreState.count(dataChanged: false, db)
        }
    }

    /// What does not hold of the visits within reach, by visit, the gravest first.
    public func flags() throws(StoreError) -> [VisitFlag] {
        try connection.read { db in
            let flags = try FlagReading.flags(of: nil, db)
            guard reach != .everything, !flags.isEmpty else { return flags }
            var condition = Condition("id", among: Set(flags.map(\.visit.text)))
            condition.addVisit(within: reach)
            let seen = try String.fetchSet(
                db, sql: "SELECT id FROM visit WHERE \(condition.sql)", arguments: condition.arguments)
            return flags.filter { seen.contains($0.visit.text) }
        }
    }
}
