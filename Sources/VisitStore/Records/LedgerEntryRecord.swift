import GRDB
import VisitModel

/// The lines of the prisoners' visit accounts, in the table `ledgerEntry`.
enum LedgerEntryRecord: StoreRecord {
    /// A line with whose account it belongs to, and its place there.
    struct Posted: Sendable {
        var prisoner: Identifier<Prisoner>
        var position: Int
        var entry: LedgerEntry
    }

    static let table = TableShape(
        "ledgerEntry", heading: "ledger", keyCount: 2,
        columns: [
            "prisoner", "position", "day", "unit", "kind", "cause", "count", "since", "visit", "rule", "note",
        ])

    static func cells(of posted: Posted) -> [DatabaseValue] {
        let entry = posted.entry
        return [
            posted.prisoner.cell, posted.position.cell, entry.day.cell, entry.unit.cell, entry.kind.cell,
            entry.cause.cell, entry.count.cell, entry.since.cell, entry.visit.cell, entry.rule.cell, entry.note.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Posted {
        let (prisoner, position): (Identifier<Prisoner>, Int) = (try cells.id(), try cells.number())
        let day = try cells.day()
        let (unit, kind, cause): (LedgerEntry.Unit, LedgerEntry.Kind, LedgerEntry.Cause) =
            (try cells.word(), try cells.word(), try cells.word())
        return try Posted(
            prisoner: prisoner, position: position,
            entry: LedgerEntry(
                day: day, unit: unit, kind: kind, cause: cause, count: cells.number(), since: cells.day(),
                visit: cells.optionalID(), rule: cells.text(), note: cells.text()))
    }
}
