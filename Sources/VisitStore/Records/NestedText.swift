import GRDB
import VisitFormats
import VisitModel

/// Parts that have no table of their own, as JSON text in a column: the same facts always give the same text.
enum NestedText {
    /// The text of a list of words, which holds nothing that JSON escapes: `["mon","tue"]`.
    static func cell(ofWords words: some Collection<String>) -> DatabaseValue {
        words.isEmpty ? "[]".databaseValue : "[\"\(words.joined(separator: "\",\""))\"]".databaseValue
    }

    /// The text of a nested part.
    static func cell(of part: JSON) -> DatabaseValue {
        part.text(pretty: false).databaseValue
    }

    /// The text of a list of any texts.
    static func list(_ texts: some Sequence<String>) -> String {
        JSON.array(texts.map { .string($0) }).text(pretty: false)
    }

    /// The text of a list of numbers.
    static func list(_ numbers: some Sequence<Int>) -> String {
        JSON.array(numbers.map { .int($0) }).text(pretty: false)
    }

    /// The part that the whole of `text` says, as `read` understands it; nil where it says something else.
    static func part<Part>(
        of text: String, _ read: (inout NestedReader) throws(NestedReader.Malformed) -> Part
    ) -> Part? {
        var reader = NestedReader(text)
        guard let part = try? read(&reader), reader.isAtEnd else { return nil }
        return part
    }
}
