import Foundation
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
        do {
            return try JSONDecoder().decode(CaseValue.self, from: Data(json))
        } catch {
            throw .faultyCase([
                Finding(
                    .error, code: "case-syntax", subject: "$",
                    sentence: BilingualText(en: "The document is not JSON.", zh: "该文档不是 JSON。"))
            ])
        }
    }
}

/// A JSON value as decoded, with whole numbers, truth values and texts told apart.
enum CaseValue: Decodable {
    case null
    case bool(Bool)
    case int(Int)
    case text(String)
    case list([CaseValue])
    case object([String: CaseValue])
    /// A number with a fraction; no field of a case takes one.
    case fraction(Double)

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .int(value)
        } else if let value = try? container.decode(Double.self) {
            self = .fraction(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([CaseValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: CaseValue].self))
        }
    }

    /// The value as findings show it.
    var shown: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .fraction(let value): String(value)
        case .text(let value): "'\(value)'"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
