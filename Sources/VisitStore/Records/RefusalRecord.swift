import GRDB
import VisitFormats
import VisitModel

/// Why bonds have no visit in the published plan, in the table `refusal`.
enum RefusalRecord: StoreRecord {
    static let table = TableShape(
        "refusal", heading: "refusals", keyCount: 2,
        columns: [
            "child", "prisoner", "household", "code", "facts", "sentenceEnglish", "sentenceChinese", "wouldHelp",
        ])

    static func cells(of refusal: Refusal) -> [DatabaseValue] {
        [
            refusal.child.cell, refusal.prisoner.cell, refusal.household.cell, refusal.code.cell,
            NestedText.cell(of: .array(refusal.facts.map(\.nested))),
            refusal.sentence.english.cell, refusal.sentence.chinese.cell,
            NestedText.cell(of: .array(refusal.wouldHelp.map(\.nested))),
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Refusal {
        try Refusal(
            child: cells.id(), prisoner: cells.id(), household: cells.id(), code: cells.word(),
            facts: cells.list { (fact) throws(NestedReader.Malformed) in try Refusal.Fact(nested: &fact) },
            sentence: cells.words(),
            wouldHelp: cells.list { (words) throws(NestedReader.Malformed) in try BilingualText(nested: &words) })
    }
}
