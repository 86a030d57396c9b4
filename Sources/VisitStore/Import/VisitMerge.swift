import GRDB
import VisitModel

/// Lays the visits of a batch over the store's.
///
/// A file says less about a visit than the store knows: papers, journey, reasons and the count of changes are the
/// program's own. They stay, except that a visit moved by a file loses the journey that no longer fits it.
struct VisitMerge {
    private let writing: VisitWriting
    private let writes: Bool
    private let at: Instant
    private let db: Database
    private let table = VisitRecord.table

    /// - Parameters:
    ///   - writes: whether rows are written; otherwise the differences are only named.
    ///   - at: the moment that visits which are new or differ carry as their last change.
    init(_ db: Database, path: String, writes: Bool, at: Instant) throws {
        writing = try VisitWriting(db, path: path)
        self.writes = writes
        self.at = at
        self.db = db
    }

    /// Lays `visits` over the store's, and says what was new and what differed.
    func merge(_ visits: [Visit]) throws -> ImportSummary.Table {
        var summary = ImportSummary.Table(name: table.heading, added: [], changed: [], unchanged: 0)
        var new: [Visit] = []
        for visit in visits {
            guard let known = try writing.row(visit.id) else {
                summary.added.append(visit.id.text)
                new.append(visit)
                continue
            }
            let cells = VisitRecord.cells(of: VisitRecord.Stored(origin: .entered, visit: visit))
            let differing = VisitRecord.enteredColumns.filter { cells[$0] != known[$0] }
            let (before, after) = (try writing.company(of: visit.id), visit.company)
            guard !differing.isEmpty || before != after else {
                summary.unchanged += 1
                continue
            }
            let fields = differing.map { table.columns[$0].heading }
            summary.changed.append(
                ImportSummary.Change(id: visit.id.text, fields: fields + Self.fields(before, after, beside: fields)))
            guard writes else { continue }
            let losesJourney = differing.contains(where: VisitRecord.journeyColumns.contains)
            try writing.replace(VisitRecord.cells(of: changed(visit, before, losesJourney: losesJourney)))
            if before != after { try writing.replaceCompany(of: visit.id, by: after) }
        }
        if writes { try add(new) }
        return summary
    }

    /// The columns of the file in which the company differs; those of `named` are known to differ already.
    private static func fields(_ before: VisitCompany, _ after: VisitCompany, beside named: [String]) -> [String] {
        var fields = before.children == after.children ? [] : ["children"]
        guard before.others != after.others else { return fields }
        let others = before.others + after.others
        if others.contains(where: { $0.guardian != nil }) { fields.append("guardian") }
        if others.contains(where: { $0.escort != nil }) { fields.append("escort") }
        return fields.filter { !named.contains($0) }
    }

    /// Writes visits that nobody knew, each with a number of its own.
    private func add(_ visits: [Visit]) throws {
        let ranks = VisitNumbering.ranks(of: visits)
        let first = try VisitNumbering.take(visits.count, db)
        for var visit in visits {
            visit.changed = at
            visit.number = ranks[visit.id].map { first + $0 }
            try writing.add(VisitRecord.cells(of: VisitRecord.Stored(origin: .entered, visit: visit)), visit.company)
        }
    }

    /// The visit of the store as the file has it now.
    private func changed(
        _ visit: Visit, _ company: VisitCompany, losesJourney: Bool
    ) throws -> VisitRecord.Stored {
        guard var stored = try VisitRecord.find(visit.id.text, db) else {
            throw StoreError.damagedRow(table: table.name, key: visit.id.text, column: "id")
        }
        var before = stored.visit
        before.children = company.children
        before.adults += company.others
        var now = visit
        now.children = visit.children.sorted()
        now.documents = before.documents
        (now.trip, now.reasons) = losesJourney ? (nil, []) : (before.trip, before.reasons)
        stored.visit = now.following(before, at: at)
        return stored
    }
}
