import GRDB
import VisitFormats
import VisitModel

/// What does not hold of visits, in the table `visitFlag`. Who has let it pass is in `visitWaiver`.
enum FlagRecord: StoreRecord {
    static let table = TableShape(
        "visitFlag", heading: "flags", keyCount: 3, columns: ["visit", "code", "subject", "facts", "since"])

    static func cells(of flag: VisitFlag) -> [DatabaseValue] {
        [
            flag.visit.cell, flag.code.cell, flag.subject.cell,
            NestedText.cell(of: .array(flag.facts.map(\.nested))), flag.since.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> VisitFlag {
        try VisitFlag(
            visit: cells.id(), code: cells.word(), subject: cells.text(),
            facts: cells.list { (fact) throws(NestedReader.Malformed) in try Refusal.Fact(nested: &fact) },
            since: cells.instant())
    }
}

/// Decisions that visits take place though something does not hold, in the table `visitWaiver`.
enum WaiverRecord: StoreRecord {
    static let table = TableShape(
        "visitWaiver", heading: "waivers", keyCount: 3,
        columns: ["visit", "code", "subject", "actor", "reason", "moment"])

    static func cells(of waiver: VisitWaiver) -> [DatabaseValue] {
        [
            waiver.visit.cell, waiver.code.cell, waiver.subject.cell, waiver.actor.cell, waiver.reason.cell,
            waiver.moment.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> VisitWaiver {
        try VisitWaiver(
            visit: cells.id(), code: cells.word(), subject: cells.text(), actor: cells.text(), reason: cells.text(),
            moment: cells.instant())
    }
}
