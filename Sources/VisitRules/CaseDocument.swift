import VisitFormats
import VisitModel

/// A case read from a `visitd-case/1` document: the facts, and the packs that are to be asked.
public struct CaseDocument: Hashable, Sendable {
    /// The facts.
    public var contactCase: ContactCase
    /// The identifiers of the packs to be asked; all of them when nil.
    public var packs: [String]?

    /// The case of the document `json`. Throws `RuleError.faultyCase` with every fault and its path in the document:
    /// `$.prisoner.events[2].type`.
    public static func read(_ json: [UInt8]) throws(RuleError) -> CaseDocument {
        let root = try root(of: json)
        var reader = CaseReader()
        let document = reader.document(root)
        if let document, reader.findings.isEmpty { return document }
        throw .faultyCase(reader.findings)
    }

    /// The JSON value that the text `json` is.
    static func root(of json: [UInt8]) throws(RuleError) -> CaseValue {
        guard json.count <= largestSize else {
            throw .faultyCase([
                Finding(
                    .error, code: "case-too-large", subject: "$",
                    sentence: BilingualText(
                        en: "The document has \(json.count) bytes; at most \(largestSize) can be read.",
                        zh: "文档有 \(json.count) 字节，最多可读取 \(largestSize) 字节。"))
            ])
        }
        do throws(JSONTape.SyntaxFault) {
            return CaseValue(try JSONTape(json), 0)
        } catch {
            let (line, column) = error.position(in: json)
            throw .faultyCase([
                Finding(
                    .error, code: "case-syntax", subject: "$",
                    sentence: BilingualText(
                        en: "The document is not JSON. \(error.english) (line \(line), column \(column)).",
                        zh: "该文档不是 JSON。\(error.chinese)（第 \(line) 行第 \(column) 列）。"))
            ])
        }
    }

    /// No case comes near it.
    private static let largestSize = 64 << 20
}

/// A JSON value, with whole numbers, truth values and texts told apart.
enum CaseValue {
    case null
    case bool(Bool)
    case int(Int)
    case text(String)
    case list([CaseValue])
    case object([String: CaseValue])
    /// A number that is not whole, or a text that is not well written, unchanged; no field of a case takes one.
    case other(String)

    /// The value at `node` of a tape. Of members with one name the first counts.
    init(_ tape: JSONTape, _ node: Int) {
        switch tape.kind(node) {
        case .null: self = .null
        case .bool: self = .bool(tape.bool(node) ?? false)
        case .number: self = tape.integer(node).map { .int($0) } ?? .other(tape.excerpt(node))
        case .string: self = tape.text(node).map { .text($0) } ?? .other(tape.excerpt(node))
        case .array: self = .list(tape.elements(of: node).map { CaseValue(tape, $0) })
        case .object:
            self = .object(
                Dictionary(tape.members(of: node).map { ($0.name, CaseValue(tape, $0.value)) }) { first, _ in first })
        }
    }

    /// The value as findings show it.
    var shown: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .other(let text): text
        case .text(let value): "'\(value)'"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
