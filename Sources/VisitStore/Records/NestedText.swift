import Foundation
import GRDB
import VisitModel

/// Parts that have no table of their own, as JSON text in a column: the same facts always give the same text.
enum NestedText {
    /// The text of a list of words, which holds nothing that JSON escapes: `["mon","tue"]`.
    static func cell(ofWords words: some Collection<String>) -> DatabaseValue {
        words.isEmpty ? "[]".databaseValue : "[\"\(words.joined(separator: "\",\""))\"]".databaseValue
    }

    /// The text of a list of any texts.
    static func list(_ texts: some Sequence<String>) -> String {
        JSON.array(texts.map { .string($0) }).text(pretty: false)
    }

    /// The words of a list, or nil where one of them is unknown. Words hold no quotes, so no parser is needed.
    static func words<Word>(in text: String, _ word: (String) -> Word?) -> [Word]? {
        if text == "[]" { return [] }
        var words: [Word] = []
        for (position, piece) in text.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            .enumerated() where position % 2 == 1
        {
            guard let word = word(String(piece) ?? "") else { return nil }
            words.append(word)
        }
        return words
    }

    /// The text of a nested part.
    static func cell(of part: some Encodable) -> DatabaseValue {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(part) else {
            preconditionFailure("A nested part is made of texts, whole numbers and lists, which JSON can always say.")
        }
        return String(decoding: json, as: UTF8.self).databaseValue
    }

    /// The part that `text` says, or nil where it says something else.
    static func part<Part: Decodable>(from text: String) -> Part? {
        try? JSONDecoder().decode(Part.self, from: Data(text.utf8))
    }
}
