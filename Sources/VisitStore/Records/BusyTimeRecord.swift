import GRDB
import VisitFormats
import VisitModel

/// When escorts are busy, in the table `busyTime`; the days are nested, first and last of each stretch.
enum BusyTimeRecord: StoreRecord {
    static let table = TableShape("busyTime", heading: "busy_times", columns: ["escort", "days"])

    static func cells(of time: BusyTime) -> [DatabaseValue] {
        let days = time.days.map { JSON.array([.int($0.first.number), .int($0.last.number)]) }
        return [time.escort.cell, NestedText.cell(of: .array(days))]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> BusyTime {
        try BusyTime(
            escort: cells.id(),
            days: cells.list { (range) throws(NestedReader.Malformed) in
                try range.row { (ends) throws(NestedReader.Malformed) in
                    let (first, last) = (try ends.number(), try ends.number())
                    guard first <= last else { throw NestedReader.Malformed() }
                    return DayRange(Day(number: first), Day(number: last))
                }
            })
    }

    /// The escorts with their busy days.
    static func complete(_ escorts: [Escort], _ db: Database) throws -> [Escort] {
        let busy = Dictionary(uniqueKeysWithValues: try all(db).map { ($0.escort, $0.days) })
        return escorts.map { escort in
            var escort = escort
            escort.busy = busy[escort.id] ?? []
            return escort
        }
    }
}
