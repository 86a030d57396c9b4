import GRDB
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
            NestedText.cell(of: refusal.facts.map { NestedFact(name: $0.name, value: $0.value) }),
            refusal.sentence.english.cell, refusal.sentence.chinese.cell,
            NestedText.cell(of: refusal.wouldHelp.map { NestedWords($0) }),
        ]
    }

    static func value(from cells: inout CellReader) throws(StoreError) -> Refusal {
        try Refusal(
            child: cells.id(), prisoner: cells.id(), household: cells.id(), code: cells.word(),
            facts: cells.nested([NestedFact].self).map { Refusal.Fact($0.name, $0.value) }, sentence: cells.words(),
            wouldHelp: cells.nested([NestedWords].self).map(\.value))
    }
}
