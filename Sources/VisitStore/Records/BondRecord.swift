import GRDB
import VisitModel

/// Bonds, in the table `bond`.
enum BondRecord: StoreRecord {
    static let table = TableShape(
        "bond", heading: "bonds",
        columns: [
            "id", "child", "prisoner", "relation", "contact", "papers", .init("maxGapDays", heading: "max_gap_days"),
            .init("reviewOn", heading: "review_on"),
        ])

    static func cells(of bond: Bond) -> [DatabaseValue] {
        [
            bond.id.cell, bond.child.cell, bond.prisoner.cell, bond.relation.cell, bond.contact.cell,
            NestedText.cell(ofWords: bond.papers.map(\.rawValue)), bond.maxGap.cell,
            bond.reviewOn.cell,
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Bond {
        var bond = try Bond(
            id: cells.id(), child: cells.id(), prisoner: cells.id(), relation: cells.word(), contact: cells.word(),
            papers: cells.listOfWords { Paper(rawValue: $0) }, maxGap: cells.optionalNumber())
        bond.reviewOn = cells.optionalDay()
        return bond
    }
}
