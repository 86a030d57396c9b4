import GRDB
import VisitModel

/// Reads what does not hold of visits.
enum FlagReading {
    /// What a flag is about.
    struct Key: Hashable {
        let visit: Identifier<Visit>
        let code: VisitFlag.Code
        let subject: String

        init(_ flag: VisitFlag) {
            (visit, code, subject) = (flag.visit, flag.code, flag.subject)
        }

        init(_ waiver: VisitWaiver) {
            (visit, code, subject) = (waiver.visit, waiver.code, waiver.subject)
        }
    }

    /// The flags of these visits, or of all where nil, by visit, the gravest first, each with who has let it pass. What called
    /// a visit off is not among them: nothing holds or fails of it any more.
    static func flags(of visits: Set<Identifier<Visit>>?, _ db: Database) throws -> [VisitFlag] {
        try all(of: visits, db).filter { $0.calledOff == nil }
    }

    /// What called visits off that people had asked for or agreed, of these or of all, each with who has told the family.
    static func endings(of visits: Set<Identifier<Visit>>?, _ db: Database) throws -> [VisitFlag] {
        try all(of: visits, db).filter { $0.calledOff != nil }
    }

    private static func all(of visits: Set<Identifier<Visit>>?, _ db: Database) throws -> [VisitFlag] {
        let condition = visits.map { Condition("visit", among: Set($0.map(\.text))) } ?? Condition()
        let flags = try FlagRecord.all(where: condition, orderBy: "visit, code, subject", db)
        guard !flags.isEmpty else { return [] }
        let waivers = Dictionary(
            uniqueKeysWithValues: try WaiverRecord.all(where: condition, orderBy: "visit, code, subject", db)
                .map { (Key($0), $0) })
        return flags.map { flag in
            var flag = flag
            flag.waiver = waivers[Key(flag)]
            return flag
        }.sorted { ($0.visit, $0.code, $0.subject) < ($1.visit, $1.code, $1.subject) }
    }
}

/// Writes what does not hold of visits.
struct FlagWriting {
    private let db: Database
    private let path: String

    init(_ db: Database, path: String) {
        self.db = db
        self.path = path
    }

    /// Keeps why a visit was called off that people had asked for or agreed, so that somebody tells the family.
    ///
    /// - Parameter before: how far the visit had come.
    func keepEnding(_ flag: VisitFlag, before: Visit.Status, at moment: Instant) throws {
        guard before == .requested || before.isAgreed else { return }
        var kept = flag.ending(before)
        kept.since = moment
        for table in [FlagRecord.table.name, WaiverRecord.table.name] {
            try db.execute(sql: "DELETE FROM \(table) WHERE visit = ?", arguments: [flag.visit.text])
        }
        try RowWriting(FlagRecord.table.insert, of: FlagRecord.table, db, path: path).write(FlagRecord.cells(of: kept))
    }

    /// Writes a flag that is known with other facts.
    func note(_ flag: VisitFlag) throws {
        try RowWriting(FlagRecord.table.update, of: FlagRecord.table, db, path: path).write(FlagRecord.cells(of: flag))
    }

    private func remove(_ table: String, _ flag: VisitFlag) throws {
        try db.execute(
            sql: "DELETE FROM \(table) WHERE visit = ? AND code = ? AND subject = ?",
            arguments: [flag.visit.text, flag.code.rawValue, flag.subject])
    }

    /// Puts what a review has found in the place of what was known. A flag that was there keeps its beginning; one whose
    /// ground is gone goes, and so does a waiver with it; a waiver goes too where the ground has become another.
    ///
    /// - Parameters:
    ///   - checked: the checks that were made; flags of others stay.
    ///   - moment: the beginning of those that are new.
    /// - Returns: those that are new or no longer let pass, and those that went.
    func replace(
        _ known: [VisitFlag], by found: [VisitFlag], checked: Set<VisitFlag.Code>, at moment: Instant
    ) throws -> (flagged: [VisitFlag], lifted: [VisitFlag]) {
        let before = Dictionary(uniqueKeysWithValues: known.map { (FlagReading.Key($0), $0) })
        let keys = Set(found.map(FlagReading.Key.init))
        let lifted = known.filter { checked.contains($0.code) && !keys.contains(FlagReading.Key($0)) }
        let insertion = try RowWriting(FlagRecord.table.insert, of: FlagRecord.table, db, path: path)
        let update = try RowWriting(FlagRecord.table.update, of: FlagRecord.table, db, path: path)
        var flagged: [VisitFlag] = []
        for var flag in found where checked.contains(flag.code) {
            if let old = before[FlagReading.Key(flag)] {
                flag.since = old.since
                guard flag.facts != old.facts else { continue }
                try update.write(FlagRecord.cells(of: flag))
                // What somebody has let pass was another ground: this one they have not seen.
                guard old.waiver != nil, flag.code.isObstacle else { continue }
                try remove(WaiverRecord.table.name, flag)
                flagged.append(flag)
            } else {
                flag.since = moment
                try insertion.write(FlagRecord.cells(of: flag))
                flagged.append(flag)
            }
        }
        for flag in lifted {
            try remove(FlagRecord.table.name, flag)
            try remove(WaiverRecord.table.name, flag)
        }
        return (flagged.sorted { ($0.visit, $0.code, $0.subject) < ($1.visit, $1.code, $1.subject) }, lifted)
    }
}
