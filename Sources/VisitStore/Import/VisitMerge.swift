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
        for visit in visits {
            let children = visit.children.sorted()
            guard let known = try writing.row(visit.id) else {
                summary.added.append(visit.id.text)
                if writes { try add(visit, children: children) }
                continue
            }
            let cells = VisitRecord.cells(of: VisitRecord.Stored(origin: .entered, visit: visit))
            let differing = VisitRecord.enteredColumns.filter { cells[$0] != known[$0] }
            let sameChildren = try writing.children(of: visit.id) == children
            guard !differing.isEmpty || !sameChildren else {
                summary.unchanged += 1
                continue
            }
            let fields = differing.map { table.columns[$0].heading } + (sameChildren ? [] : ["children"])
            summary.changed.append(ImportSummary.Change(id: visit.id.text, fields: fields))
            guard writes else { continue }
            let losesJourney = differing.contains(where: VisitRecord.journeyColumns.contains)
            try writing.replace(
                VisitRecord.cells(of: changed(visit, children: children, losesJourney: losesJourney)))
            if !sameChildren { try writing.replaceChildren(of: visit.id, by: children) }
        }
        return summary
    }

    private func add(_ visit: Visit, children: [Identifier<Child>]) throws {
        var visit = visit
        visit.changed = at
        try writing.add(
            VisitRecord.cells(of: VisitRecord.Stored(origin: .entered, visit: visit)), children: children)
    }

    /// The visit of the store as the file has it now.
    private func changed(
        _ visit: Visit, children: [Identifier<Child>], losesJourney: Bool
    ) throws -> VisitRecord.Stored {
        guard var stored = try VisitRecord.find(visit.id.text, db) else {
            throw StoreError.damagedRow(table: table.name, key: visit.id.text, column: "id")
        }
        var before = stored.visit
        before.children = try writing.children(of: visit.id)
        var now = visit
        now.children = children
        now.documents = before.documents
        (now.trip, now.reasons) = losesJourney ? (nil, []) : (before.trip, before.reasons)
        stored.visit = now.following(before, at: at)
        return stored
    }
}
