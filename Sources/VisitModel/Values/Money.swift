extension Cents {
    /// Money with its currency: "CNY 1,234.50" and "1,234.50元", "USD 12" and "12美元".
    ///
    /// - Parameter currency: an ISO 4217 code; of a currency without a Chinese name here the code is shown.
    public func text(currency: String) -> BilingualText {
        let amount = count % 100 == 0 ? String(decimal.dropLast(3)) : decimal
        let code = "\(currency) \(amount)"
        return BilingualText(en: code, zh: Self.chineseUnits[currency].map { amount + $0 } ?? code)
    }

    /// The amount in units of the currency, with two decimals and groups of three digits: "1,234.50".
    public var decimal: String {
        let magnitude = count.magnitude
        let digits = Array(String(magnitude / 100))
        var grouped = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        let fraction = String(magnitude % 100)
        return (count < 0 ? "−" : "") + grouped + "." + (fraction.count < 2 ? "0" : "") + fraction
    }

    private static var chineseUnits: [String: String] {
        ["CNY": "元", "USD": "美元", "GBP": "英镑", "EUR": "欧元", "HKD": "港元", "TWD": "新台币"]
    }
}
