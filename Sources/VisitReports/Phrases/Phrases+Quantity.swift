import VisitModel

extension Phrases {
    /// Money with its currency: "CNY 1,234.50" and "1,234.50元", "USD 12" and "12美元". `currency` is the ISO 4217
    /// code; of a currency without a Chinese name here the code is shown.
    public func money(_ cents: Cents, currency: String) -> String {
        let decimal = Self.decimal(cents.count)
        let amount = cents.count % 100 == 0 ? String(decimal.dropLast(3)) : decimal
        return choose(
            "\(currency) \(amount)", Self.chineseUnits[currency].map { amount + $0 } ?? "\(currency) \(amount)")
    }

    /// A distance: "850 m", "12 km", "850米", "12公里". Kilometres are rounded.
    public func distance(_ metres: Metres) -> String {
        guard metres.count >= 1000 else { return choose("\(metres.count) m", "\(metres.count)米") }
        let kilometres = (metres.count + 500) / 1000
        return choose("\(kilometres) km", "\(kilometres)公里")
    }

    /// An age: "9", "9岁".
    func age(_ years: Int) -> String { choose("\(years)", "\(years)岁") }

    private static let chineseUnits = [
        "CNY": "元", "USD": "美元", "GBP": "英镑", "EUR": "欧元", "HKD": "港元", "TWD": "新台币",
    ]

    /// Hundredths as a number with two decimals and groups of three digits.
    static func decimal(_ hundredths: Int) -> String {
        let magnitude = hundredths.magnitude
        let digits = Array(String(magnitude / 100))
        var grouped = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        let fraction = String(magnitude % 100)
        return (hundredths < 0 ? "−" : "") + grouped + "." + (fraction.count < 2 ? "0" : "") + fraction
    }
}
