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
        let plain = PlainText.halfWidth(text)
        // 1.000 is a thousand to some and one to others.
        let mayBeThousands = places == 2 && plain.split(separator: ".").dropFirst().first?.utf8.count == 3
        guard !mayBeThousands, let number = Number.decimal(plain, places: places) else {
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

extension String {
    /// Whether an ASCII or full-width digit is in it. A cell without one, where a date or number should be, may hold
    /// somebody's name, and is not quoted.
    var containsDigit: Bool {
        unicodeScalars.contains { ("0"..."9").contains($0) || ("０"..."９").contains($0) }
    }
}
