import VisitModel

/// The parameters of a request, read strictly: a parameter that nobody knows is refused by name, since an answer
/// that ignores a misspelt condition is about other children than was meant.
struct Query {
    /// The most parameters that a request may have.
    static let mostParameters = 200

    private let parameters: [(name: String, value: String)]

    /// Reads `child=C1&child=C2`: UTF-8, percent-encoded, `+` for a space.
    ///
    /// - Parameter known: the parameters that the route takes, in the order in which a refusal lists them.
    init(_ text: String?, known: [String]) throws(ServiceError) {
        var parameters: [(name: String, value: String)] = []
        let pairs = (text ?? "").split(separator: "&")
        guard pairs.count <= Self.mostParameters else {
            throw .badRequest(
                code: "too-many-parameters",
                sentence: BilingualText(
                    en: "The request has \(pairs.count) parameters; at most \(Self.mostParameters) are read.",
                    zh: "请求有 \(pairs.count) 个参数；最多 \(Self.mostParameters) 个。"))
        }
        for pair in pairs {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(parts[0]), let value = Self.decoded(parts.count == 2 ? parts[1] : "") else {
                throw .badRequest(
                    code: "unreadable-parameter",
                    sentence: BilingualText(
                        en: "A parameter of the request is not percent-encoded UTF-8.", zh: "请求中有参数不是百分号编码的 UTF-8。"))
            }
            guard known.contains(name) else { throw Self.unknown(name, known) }
            guard !value.isEmpty else { throw Self.empty(name) }
            parameters.append((name, value))
        }
        self.parameters = parameters
    }

    /// Every value of the parameter `name`, in the order given.
    func all(_ name: String) -> [String] {
        parameters.filter { $0.name == name }.map(\.value)
    }

    /// The value of the parameter `name`, which may be given once.
    func one(_ name: String) throws(ServiceError) -> String? {
        let values = all(name)
        guard values.count <= 1 else {
            throw .badRequest(
                code: "parameter-given-twice",
                sentence: BilingualText(
                    en: "The parameter “\(name)” is given \(values.count) times; it is read once.",
                    zh: "参数“\(name)”给出了 \(values.count) 次；只能给一次。"))
        }
        return values.first
    }

    private static func unknown(_ name: String, _ known: [String]) -> ServiceError {
        .badRequest(
            code: "unknown-parameter",
            sentence: BilingualText(
                en: "“\(name)” is no parameter of this address; it takes " + known.joined(separator: ", ") + ".",
                zh: "此地址没有参数“\(name)”；可用的参数有 " + known.joined(separator: "、") + "。"),
            advice: NearestName.of(name, among: known).map {
                BilingualText(en: "Perhaps “\($0)” was meant.", zh: "您要的也许是“\($0)”。")
            })
    }

    private static func empty(_ name: String) -> ServiceError {
        .badRequest(
            code: "empty-parameter",
            sentence: BilingualText(en: "The parameter “\(name)” has no value.", zh: "参数“\(name)”没有值。"))
    }

    /// The text behind percent-encoding (RFC 3986, section 2.1); nil where it is malformed, no UTF-8, or holds a
    /// control character.
    private static func decoded(_ text: Substring) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
                    return nil
                }
                bytes.append(high << 4 | low)
            default: bytes.append(byte)
            }
        }
        guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
