import VisitModel

/// Numbers as they are written in cells: ASCII digits, a point before decimals, nothing between thousands.
enum Number {
    static let advice = BilingualText(
        en: "Perhaps units or separators of thousands are to be removed.", zh: "也许应去掉单位或千位分隔符。")

    /// The number written with digits alone, up to 15 of them.
    static func whole(_ text: some StringProtocol) -> Int? {
        guard (1...15).contains(text.utf8.count) else { return nil }
        var number = 0
        for byte in text.utf8 {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }

    /// The same, with a minus before it or without.
    static func signed(_ text: String) -> Int? {
        text.hasPrefix("-") ? whole(text.dropFirst()).map { -$0 } : whole(text)
    }

    /// The decimal number in units of 10^−`places`, rounded half away from zero.
    static func decimal(_ text: String, places: Int) -> Int? {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let units = whole(parts[0]), units < 1_000_000_000_000 else { return nil }
        var value = units * power(of: 10, places)
        if parts.count == 2 {
            guard let kept = whole(parts[1].prefix(places)), parts[1].utf8.allSatisfy({ (48...57).contains($0) }) else {
                return nil
            }
            value += kept * power(of: 10, max(0, places - parts[1].utf8.count))
            if let next = parts[1].utf8.dropFirst(places).first, next >= UInt8(ascii: "5") { value += 1 }
        }
        return isNegative ? -value : value
    }

    static func power(of base: Int, _ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { product, _ in product * base }
    }
}
