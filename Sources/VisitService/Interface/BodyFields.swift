import VisitFormats
import VisitModel

/// The body of a request: one flat JSON object, read strictly. A field that nobody knows is refused by name, since an act
/// that ignores a misspelt condition is another act than was meant.
struct BodyFields {
    /// What it says, by field. Fields that are null are left out.
    let fields: [String: String]

    /// A value of the object, as far as bodies go.
    private enum Value {
        case text(String)
        case null
        case other
        /// The object says it more than once.
        case repeated
    }

    /// Reads `bytes`, whose fields must be among `known`. An empty body says nothing.
    ///
    /// - Throws: `bodyNotJSON`, or `faultyRequest` with every fault.
    init(_ bytes: [UInt8], _ type: String?, _ known: [RequestField]) throws(ServiceError) {
        let values = try Self.values(bytes, type)
        var faults: [Finding] = []
        var fields: [String: String] = [:]
        for name in values.keys.sorted() where !known.contains(where: { $0.name == name }) {
            faults.append(Self.unknown(name, known))
        }
        for field in known {
            switch values[field.name] {
            case .text(let text) where field.kind.admits(text): fields[field.name] = text
            case .text, .other: faults.append(Self.unusable(field))
            case .repeated: faults.append(Self.repeated(field))
            case .null, nil: if field.isRequired { faults.append(Self.missing(field)) }
            }
        }
        guard faults.isEmpty else { throw .faultyRequest(faults) }
        self.fields = fields
    }

    private static func values(_ bytes: [UInt8], _ type: String?) throws(ServiceError) -> [String: Value] {
        guard !bytes.isEmpty else { return [:] }
        let essence = type?.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        guard essence == "application/json", let tape = try? JSONTape(bytes), tape.kind(0) == .object else {
            throw .bodyNotJSON
        }
        let members = tape.members(of: 0).map { name, node in
            let value: Value = tape.kind(node) == .null ? .null : tape.text(node).map { .text($0) } ?? .other
            return (name, value)
        }
        return Dictionary(members) { _, _ in .repeated }
    }

    private static func unknown(_ name: String, _ known: [RequestField]) -> Finding {
        let names = known.map(\.name)
        return fault(
            "unknown-field", name,
            BilingualText(
                en: "“\(name)” is not a field of this request; it takes " + names.joined(separator: ", ") + ".",
                zh: "此请求没有字段“\(name)”；可用的字段有 " + names.joined(separator: "、") + "。"),
            NearestName.of(name, among: names).map {
                BilingualText(en: "Perhaps “\($0)” was meant.", zh: "您要的也许是“\($0)”。")
            })
    }

    private static func unusable(_ field: RequestField) -> Finding {
        fault(
            "unusable-field", field.name,
            BilingualText(
                en: "The field “\(field.name)” cannot be used; expected \(field.kind.expected.english).",
                zh: "字段“\(field.name)”无法使用；应为\(field.kind.expected.chinese)。"))
    }

    private static func repeated(_ field: RequestField) -> Finding {
        fault(
            "repeated-field", field.name,
            BilingualText(
                en: "The field “\(field.name)” is there more than once.", zh: "字段“\(field.name)”出现了不止一次。"))
    }

    private static func missing(_ field: RequestField) -> Finding {
        fault(
            "missing-field", field.name,
            BilingualText(en: "The field “\(field.name)” is missing.", zh: "缺少字段“\(field.name)”。"))
    }

    private static func fault(
        _ code: String, _ name: String, _ sentence: BilingualText, _ advice: BilingualText? = nil
    ) -> Finding {
        Finding(.error, code: code, subject: "field \(name)", sentence: sentence, advice: advice)
    }
}
