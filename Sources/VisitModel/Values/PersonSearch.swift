/// Finds texts that name somebody: by a name in any spelling that `NameSearch` understands, by an identifier, or by a
/// number.
///
/// A name in Chinese characters is found wherever it stands, since nothing parts Chinese words. Letters and digits are
/// found as whole words, so that a child called Ann is not found in “annual”. A given name alone and a nickname are not
/// found: they are many people's.
public struct PersonSearch: Sendable {
    /// Names in Chinese characters, as `NameSearch` compares them.
    private var characters: Set<String> = []
    /// Names and identifiers in letters and digits, without what stands between their parts.
    private var words: Set<String> = []
    /// Pinyin and initials of Chinese names.
    private var readings: Set<String> = []
    /// Telephone numbers, as digits.
    private var numbers: Set<String> = []

    /// The fewest letters of a name, or of its initials, that are looked for.
    public static let fewestLetters = 3
    /// The fewest digits of a telephone number, or of an identifier without letters, that are looked for.
    public static let fewestDigits = 6

    /// A search for everybody who is so called, has such an identifier (of a record, a citizen, a mailbox, an account)
    /// or such a telephone number.
    public init(names: [String], identifiers: [String], numbers: [String]) {
        for name in names { add(name: name) }
        for identifier in identifiers {
            let word = NameSearch.withoutTones(identifier).filter(\.isOfWords)
            let isLong = word.contains(where: \.isLetter) ? word.count >= 2 : word.count >= Self.fewestDigits
            if isLong { words.insert(word) }
        }
        for number in numbers {
            let digits = String(number.unicodeScalars.compactMap(\.asDigit))
            if digits.count >= Self.fewestDigits { self.numbers.insert(digits) }
        }
    }

    private mutating func add(name: String) {
        let simplified = NameSearch.transformed([PlainText.nameKey(name)], by: "Traditional-Simplified")[0]
        let key = NameSearch.withoutTones(simplified)
        guard key.contains(where: \.isIdeograph) else {
            let word = key.filter(\.isOfWords)
            if word.count >= Self.fewestLetters { words.insert(word) }
            return
        }
        // One character is a word of its own in any text.
        guard key.count >= 2 else { return }
        characters.insert(key)
        for table in ["Han-Latin", "Han-Latin/Names"] {
            let syllables = NameSearch.syllables(of: [simplified], by: table)[0]
            for reading in [syllables.joined(), String(syllables.compactMap(\.first))]
            where reading.count >= Self.fewestLetters { readings.insert(reading) }
        }
    }

    /// Whether nothing is looked for.
    public var isEmpty: Bool { characters.isEmpty && words.isEmpty && numbers.isEmpty }

    /// Which of `texts` name somebody. All are read together: to open ICU's tables costs more than to read a thousand
    /// texts.
    public func findsNames(in texts: [String]) -> [Bool] {
        guard !isEmpty else { return texts.map { _ in false } }
        let simplified = NameSearch.transformed(texts, by: "Traditional-Simplified")
        return zip(texts, simplified).map { original, text in
            let text = NameSearch.withoutTones(PlainText.halfWidth(text))
            return holdsCharacters(text) || holdsWords(text) || holdsNumber(original)
        }
    }

    private func holdsCharacters(_ text: String) -> Bool {
        guard !characters.isEmpty, text.contains(where: \.isIdeograph) else { return false }
        let key = PlainText.nameKey(text)
        return characters.contains { key.contains($0) }
    }

    /// Looks for words that stand next to each other and make up one that is looked for: `He Xiao-hua`.
    private func holdsWords(_ text: String) -> Bool {
        let longest = words.union(readings).map(\.count).max() ?? 0
        guard longest > 0 else { return false }
        let parts = text.split { !$0.isOfWords }
        for start in parts.indices {
            var (word, reading) = ("", "")
            for part in parts[start...] {
                word += part
                // The digits of tones: he2 xiao3 hua1.
                reading += part.filter { !("1"..."5").contains($0) }
                if words.contains(word) || readings.contains(reading) { return true }
                if reading.count > longest || word.count > 2 * longest { break }
            }
        }
        return false
    }

    /// Looks for a number, whole, or as it is dialled at home: without what leads to the country.
    private func holdsNumber(_ text: String) -> Bool {
        guard !numbers.isEmpty else { return false }
        return Self.numbers(in: text).contains { found in
            let local = found.drop { $0 == "0" }
            return numbers.contains { number in
                found.contains(number) || local.count > Self.fewestDigits && number.hasSuffix(local)
            }
        }
    }

    /// The numbers that stand in a text, as digits, without the signs by which people part them.
    private static func numbers(in text: String) -> [String] {
        var (numbers, digits) = ([String](), "")
        for scalar in text.unicodeScalars {
            if let digit = scalar.asDigit {
                digits.append(digit)
            } else if !(scalar.properties.isWhitespace || "-()+./".unicodeScalars.contains(scalar)) {
                if digits.count >= Self.fewestDigits { numbers.append(digits) }
                digits = ""
            }
        }
        return digits.count >= Self.fewestDigits ? numbers + [digits] : numbers
    }
}

extension Character {
    fileprivate var isIdeograph: Bool { unicodeScalars.contains(where: \.properties.isIdeographic) }
    /// Whether it is part of a word that something parts from others.
    fileprivate var isOfWords: Bool { (isLetter || isNumber) && !isIdeograph }
}

extension Unicode.Scalar {
    /// The digit that it is, full-width ones included.
    fileprivate var asDigit: Character? {
        properties.numericType == .decimal ? properties.numericValue.flatMap { Character(String(Int($0))) } : nil
    }
}
