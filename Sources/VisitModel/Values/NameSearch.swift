import Foundation

/// A search for people by what somebody types for a name: with or without points and spaces, in traditional or simplified
/// characters, in pinyin with or without tones, or by the first letters of its syllables.
///
/// The readings come from the tables of ICU that Foundation carries; a surname is also tried with its own reading (单, 曾).
public struct NameSearch: Sendable {
    /// How near a name is to what was typed. The nearest goes before all others.
    public enum MatchQuality: Int, Comparable, Sendable {
        /// The same name, written otherwise.
        case spelling
        /// The same pinyin.
        case pinyin
        /// The same first letters of the syllables.
        case initials

        /// The nearer one first.
        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
    }

    private let key: String
    /// What was typed as pinyin without tones; nil where it is not in Latin letters.
    private let latin: String?
    /// Whether it may be the initials of a name: two letters at least, and no digit, which an identifier has.
    private let mayBeInitials: Bool

    /// A search for `asked`.
    public init(_ asked: String) {
        let plain = PlainText.nameKey(asked)
        key = Self.withoutTones(Self.transformed([plain], by: "Traditional-Simplified")[0])
        let letters = Self.withoutTones(plain).filter { !("1"..."5").contains($0) }
        latin = !letters.isEmpty && letters.allSatisfy { $0.isASCII && $0.isLetter } ? letters : nil
        mayBeInitials = letters.count >= 2 && letters.count == Self.withoutTones(plain).count
    }

    /// How near `name` is; nil where it is another one.
    public func matchQuality(of name: String) -> MatchQuality? { matchQuality(of: [name])[0] }

    /// Those of `entities` whose names are nearest, in their order; none where no name is like what was typed.
    public func nearest<Entity>(of entities: [Entity], by name: (Entity) -> String) -> [Entity] {
        let found = matchQuality(of: entities.map(name))
        guard let best = found.compactMap({ $0 }).min() else { return [] }
        return zip(entities, found).filter { $0.1 == best }.map(\.0)
    }

    /// How near each of `names` is. All are read together: to open ICU's tables costs more than to read a thousand names.
    private func matchQuality(of names: [String]) -> [MatchQuality?] {
        guard !key.isEmpty, !names.isEmpty else { return names.map { _ in nil } }
        let plain = names.map { PlainText.nameKey($0) }
        let simplified = Self.transformed(plain, by: "Traditional-Simplified")
        var found = simplified.map { Self.withoutTones($0) == key ? MatchQuality.spelling : nil }
        guard let latin, !found.contains(.spelling) else { return found }
        let chinese = names.indices.filter { plain[$0].unicodeScalars.contains(where: \.properties.isIdeographic) }
        let readings = Self.syllables(of: chinese.map { simplified[$0] }, by: "Han-Latin")
        // Only the surname has a reading of its own, so that what follows it must fit in any case.
        let likely = zip(chinese, readings).filter { _, syllables in
            let given = syllables.dropFirst()
            return latin.hasSuffix(given.joined())
                || latin.hasSuffix(given.compactMap(\.first).map(String.init).joined())
        }
        let asNames = Self.syllables(of: likely.map { simplified[$0.0] }, by: "Han-Latin/Names")
        for ((index, usual), asName) in zip(likely, asNames) {
            let both = [usual, asName]
            if both.contains(where: { $0.joined() == latin }) {
                found[index] = .pinyin
            } else if mayBeInitials, both.contains(where: { String($0.compactMap(\.first)) == latin }) {
                found[index] = .initials
            }
        }
        return found
    }

    /// Latin letters without accents and tones; ü, which people also write v, as u.
    private static func withoutTones(_ text: String) -> String {
        let plain =
            text.utf8.allSatisfy { $0 < 0x80 }
            ? text : text.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return plain.lowercased().replacing("v", with: "u")
    }

    /// The syllables of Chinese names.
    private static func syllables(of names: [String], by transform: String) -> [[String]] {
        transformed(names, by: transform).map { latin in
            withoutTones(latin).split { !$0.isLetter }.map { String($0) }
        }
    }

    /// Each of `texts`, none of which holds a line feed, as ICU's transform of that name writes it.
    private static func transformed(_ texts: [String], by name: String) -> [String] {
        if texts.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) { return texts }
        let joined = texts.map(\.onOneSearchLine).joined(separator: "\n")
        let written = joined.applyingTransform(StringTransform(name), reverse: false)
        let lines = written?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) ?? []
        // A table that is missing, or that moved a line, leaves the names as they are.
        return lines.count == texts.count ? lines : texts
    }
}

extension String {
    fileprivate var onOneSearchLine: String { contains(where: \.isNewline) ? String(filter { !$0.isNewline }) : self }
}
