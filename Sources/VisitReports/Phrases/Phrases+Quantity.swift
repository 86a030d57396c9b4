import VisitModel

extension Phrases {
    /// Money with its currency: "CNY 1,234.50" and "1,234.50元". `currency` is the ISO 4217 code.
    public func money(_ cents: Cents, currency: String) -> String { cents.text(currency: currency)[language] }

    /// A distance: "850 m", "12 km", "850米", "12公里". Kilometres are rounded.
    public func distance(_ metres: Metres) -> String {
        guard metres.count >= 1000 else { return choose("\(metres.count) m", "\(metres.count)米") }
        let kilometres = (metres.count + 500) / 1000
        return choose("\(kilometres) km", "\(kilometres)公里")
    }

    /// An age: "9", "9岁".
    func age(_ years: Int) -> String { choose("\(years)", "\(years)岁") }

    /// Hundredths as a number with two decimals and groups of three digits.
    static func decimal(_ hundredths: Int) -> String { Cents(hundredths).decimal }
}
