/// A text as its words: English ones by themselves and in small letters, Chinese unchanged.
struct Phrase {
    /// The whole text in small letters.
    let text: String
    /// The words of ASCII letters and digits, in order.
    let words: [String]
    private let known: Set<String>

    /// The words of `text`.
    init(_ text: String) {
        self.text = text.lowercased()
        words = self.text.utf8
            .split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
            .map { String(decoding: Array($0), as: UTF8.self) }
        known = Set(words)
    }

    /// Whether one of `phrases` stands in it: English words one after the other, or Chinese signs anywhere.
    func has(_ phrases: Phrases) -> Bool {
        phrases.words.contains(where: has) || phrases.signs.contains { text.contains($0) }
    }

    private func has(_ wanted: [String]) -> Bool {
        guard known.contains(wanted[0]), words.count >= wanted.count else { return false }
        return wanted.count == 1
            || (0...(words.count - wanted.count)).contains { words[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}

/// Phrases to look for in a text.
struct Phrases: ExpressibleByArrayLiteral, Sendable {
    /// The English ones, each as its words.
    let words: [[String]]
    /// Those that count wherever they stand: Chinese ones, and signs.
    let signs: [String]

    init(arrayLiteral phrases: String...) {
        let isEnglish: (String) -> Bool = { $0.utf8.allSatisfy { $0 == 0x20 || (0x61...0x7A).contains($0) } }
        words = phrases.filter(isEnglish).map { $0.split(separator: " ").map(String.init) }
        signs = phrases.filter { !isEnglish($0) }
    }
}
