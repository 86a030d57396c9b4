import VisitModel

/// The words that a column may hold, in English and Chinese, and what each stands for.
struct Vocabulary<Value: Sendable>: Sendable {
    /// The first words of each value, as they are listed for people.
    let list: WordList
    private let values: [String: Value]

    /// Words for values: of each value the English word, then Chinese and further ones. The first after the English
    /// is the one that is listed in Chinese.
    init(_ entries: [(value: Value, words: [String])]) {
        precondition(entries.allSatisfy { $0.words.count >= 2 }, "A value has a word in each language.")
        list = WordList(english: entries.map { $0.words[0] }, chinese: entries.map { $0.words[1] })
        let pairs = entries.flatMap { entry in entry.words.map { (ColumnNames.key(of: $0), entry.value) } }
        values = Dictionary(pairs) { _, _ in preconditionFailure("A word stands for one value.") }
    }

    /// What `word` stands for, whatever its case, spaces, hyphens and underscores.
    subscript(word: String) -> Value? { values[word] ?? values[ColumnNames.key(of: word)] }
}

extension Vocabulary where Value: RawRepresentable<String> {
    /// Words for the cases of an enum, whose raw values are the English words.
    init(cases chinese: [(Value, [String])]) {
        self.init(chinese.map { (value: $0, words: [$0.rawValue] + $1) })
    }
}
