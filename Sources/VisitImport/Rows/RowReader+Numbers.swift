import VisitModel

extension RowReader {
    /// The whole number in the cell. `unit` says what is counted: "minutes".
    mutating func whole(_ column: Column, in range: ClosedRange<Int>, _ unit: BilingualText) -> Int? {
        guard let text = text(column) else { return nil }
        let expected = BilingualText(
            en: "a whole number of \(unit.english) from \(range.lowerBound) to \(range.upperBound)",
            zh: "\(range.lowerBound)至\(range.upperBound)之间的整数（\(unit.chinese)）")
        guard let number = Number.signed(PlainText.halfWidth(text)) else {
            fault(
                column, .invalidNumber, found: text.containsDigit ? text : nil, expected: expected,
                advice: Number.advice)
            return nil
        }
        guard range.contains(number) else {
            fault(
                column, .outOfRange, found: text, expected: expected,
                advice: BilingualText(en: "Perhaps a digit is wrong, or the unit.", zh: "也许有一位写错，或单位有误。"))
            return nil
        }
        return number
    }

    /// The decimal number in the cell, as a whole number of 10^−`places` units, rounded half up.
    mutating func decimal(_ column: Column, places: Int, in range: ClosedRange<Int>, _ unit: BilingualText) -> Int? {
        guard let text = text(column) else { return nil }
        let expected = BilingualText(
            en: "a number of \(unit.english), with a point before the decimals", zh: "数字（\(unit.chinese)），小数点用“.”")
        guard let number = Number.decimal(PlainText.halfWidth(text), places: places) else {
            fault(
                column, .invalidNumber, found: text.containsDigit ? text : nil, expected: expected,
                advice: Number.advice)
            return nil
        }
        guard range.contains(number) else {
            let scale = Number.power(of: 10, places)
            fault(
                column, .outOfRange, found: text,
                expected: BilingualText(
                    en: "\(unit.english) between \(Double(range.lowerBound) / Double(scale)) and "
                        + "\(range.upperBound / scale)",
                    zh: "\(Double(range.lowerBound) / Double(scale))至\(range.upperBound / scale)之间的数（\(unit.chinese)）"),
                advice: BilingualText(en: "Perhaps a digit is wrong, or the unit.", zh: "也许有一位写错，或单位有误。"))
            return nil
        }
        return number
    }

    /// The degrees in the cell, as a fraction.
    mutating func degrees(_ column: Column, limit: Double) -> Double? {
        guard let text = text(column) else { return nil }
        let plain = PlainText.halfWidth(text)
        let isPlain = plain.utf8.allSatisfy {
            ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9")) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
        let expected = BilingualText(
            en: "degrees from -\(Int(limit)) to \(Int(limit)), such as 30.66",
            zh: "-\(Int(limit))至\(Int(limit))之间的度数，如 30.66")
        guard isPlain, let number = Double(plain) else {
            fault(
                column, .invalidNumber, found: text.containsDigit ? text : nil, expected: expected,
                advice: BilingualText(
                    en: "Perhaps minutes and seconds are to be turned into decimals.", zh: "也许应把分、秒换算成小数。"))
            return nil
        }
        guard abs(number) <= limit else {
            fault(
                column, .outOfRange, found: text, expected: expected,
                advice: BilingualText(en: "Perhaps latitude and longitude are exchanged.", zh: "也许经度和纬度颠倒了。"))
            return nil
        }
        return number
    }
}

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

extension String {
    /// Whether an ASCII or full-width digit is in it. A cell without one, where a date or number should be, may hold
    /// somebody's name, and is not quoted.
    var containsDigit: Bool {
        unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    }
}
