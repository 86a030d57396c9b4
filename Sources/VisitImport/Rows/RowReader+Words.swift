import VisitModel

extension RowReader {
    /// What the word in the cell stands for.
    mutating func word<Value>(_ column: Column, in vocabulary: Vocabulary<Value>) -> Value? {
        guard let text = text(column) else { return nil }
        if let value = vocabulary[text] { return value }
        reportUnknown(text, column, list: vocabulary.list)
        return nil
    }

    /// What the words in the list of the cell stand for, each once; empty where the cell is.
    mutating func words<Value: Hashable>(_ column: Column, in vocabulary: Vocabulary<Value>) -> [Value] {
        var values: [Value] = []
        for entry in entries(column) {
            guard let value = vocabulary[entry] else {
                reportUnknown(entry, column, list: vocabulary.list)
                continue
            }
            if !values.contains(value) { values.append(value) }
        }
        return values
    }

    /// The days of the week in the list of the cell, from Monday on; all of them where it is empty.
    mutating func weekdays(_ column: Column) -> [Weekday] {
        let named = words(column, in: Words.weekdays).flatMap { $0 }
        return named.isEmpty ? Weekday.allCases : Set(named).sorted()
    }

    private mutating func reportUnknown(_ text: String, _ column: Column, list: WordList) {
        let words = list.english + list.chinese
        let key = ColumnNames.key(of: text)
        let ranked = words.map { (word: $0, distance: NearestName.edits(from: key, to: ColumnNames.key(of: $0))) }
        let near = ranked.min { $0.distance < $1.distance }
        let advice =
            near.map { $0.distance * 2 <= max(1, key.count) } == true
            ? near.map { BilingualText(en: "Perhaps \($0.word) was meant.", zh: "也许应为“\($0.word)”。") } : nil
        fault(
            column, .unknownWord, found: text,
            expected: BilingualText(
                en: "one of \(list.english.joined(separator: ", "))", zh: "\(list.chinese.joined(separator: "、"))之一"),
            advice: advice
                ?? BilingualText(en: "Perhaps the cell belongs into another column.", zh: "也许该格内容应在另一列。"))
    }
}
