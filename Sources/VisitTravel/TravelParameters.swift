import VisitModel

/// The figures that journeys are estimated with: the operator's where set, the standard ones otherwise.
public struct TravelParameters: Hashable, Sendable {
    /// The name of the parameter that holds the currency.
    public static let currencyName = "travel.currency"
    /// What the names of fares by line begin with: `travel.fare.D` is the full fare per kilometre on lines named D.
    public static let farePrefix = "travel.fare."

    /// The currency of all money (ISO 4217).
    public let currency: String
    /// Values that cannot be used, and names that are not known. A faulty value is replaced by the standard one.
    public let findings: [Finding]
    private let values: [TravelParameter: Double]
    private let fares: [String: Double]

    /// Reads the figures of journeys from among all parameters of the operator; others are left alone.
    public init(_ parameters: [Parameter] = []) {
        var values: [TravelParameter: Double] = [:]
        var fares: [String: Double] = [:]
        var currency = "CNY"
        var findings: [Finding] = []
        for parameter in parameters {
            if parameter.name == Self.currencyName {
                if Self.isCurrency(parameter.value) {
                    currency = parameter.value
                } else {
                    findings.append(.faultyCurrency(parameter))
                }
            } else if let known = TravelParameter(rawValue: parameter.name) {
                if let value = Self.number(parameter.value, for: known) {
                    values[known] = value
                } else {
                    findings.append(.faulty(parameter, expected: known))
                }
            } else if parameter.name.hasPrefix(Self.farePrefix) {
                if let value = Self.number(parameter.value, for: .railFare) {
                    fares[String(parameter.name.dropFirst(Self.farePrefix.count))] = value
                } else {
                    findings.append(.faulty(parameter, expected: .railFare))
                }
            } else if parameter.name.hasPrefix("travel.") {
                findings.append(.unknown(parameter))
            }
        }
        self.values = values
        self.fares = fares
        self.currency = currency
        self.findings = findings
    }

    /// The figure as used.
    public subscript(parameter: TravelParameter) -> Double { values[parameter] ?? parameter.standard }

    /// The full fare per kilometre on a line: the operator's for lines of that name, otherwise that of rail or road.
    func centsPerKilometre(of line: Timetable.Line) -> Double {
        fares[line.name] ?? self[line.mode == .rail ? .railFare : .roadFare]
    }

    /// The most boardings one way with a youngest child of that age; nil stands for a party without children.
    func boardings(youngest: Int?) -> Int {
        switch youngest {
        case .some(..<6): Int(self[.boardingsUnder6])
        case .some(..<14): Int(self[.boardingsUnder14])
        case .some, .none: Int(self[.boardingsOther])
        }
    }

    /// The most nights away with a youngest child of that age; nil stands for a party without children.
    func nights(youngest: Int?) -> Int {
        switch youngest {
        case .some(..<6): Int(self[.nightsUnder6])
        case .some(..<14): Int(self[.nightsUnder14])
        case .some, .none: Int(self[.nightsOther])
        }
    }

    /// The most travel on one day with a youngest child of that age; nil stands for a party without children.
    func minutesPerDay(youngest: Int?, isTravelSick: Bool) -> Int {
        let hours: TravelParameter =
            switch youngest {
            case .some(..<6): .hoursUnder6
            case .some(..<14): .hoursUnder14
            case .some, .none: .hoursOther
            }
        let minutes = self[hours] * 60
        return Int((isTravelSick ? minutes * self[.sicknessHours] / 100 : minutes).rounded(.down))
    }

    private static func isCurrency(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    }

    private static func number(_ text: String, for parameter: TravelParameter) -> Double? {
        guard text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }),
            let value = Double(text), parameter.range.contains(value),
            !parameter.isWhole || value == value.rounded()
        else { return nil }
        return value
    }
}

extension Finding {
    fileprivate static func faulty(_ parameter: Parameter, expected: TravelParameter) -> Finding {
        let (low, high) = (figure(expected.range.lowerBound), figure(expected.range.upperBound))
        return Finding(
            .warning, code: "faulty-parameter", subject: "parameter \(parameter.name)",
            sentence: BilingualText(
                en: """
                    \(parameter.name) is “\(parameter.value)”; expected \(expected.isWhole ? "a whole number" : "a number") \
                    from \(low) to \(high). \(figure(expected.standard)) is used instead.
                    """,
                zh: """
                    \(parameter.name) 的值为“\(parameter.value)”，应为 \(low) 至 \(high) \
                    之间的\(expected.isWhole ? "整数" : "数字")；暂按 \(figure(expected.standard)) 计算。
                    """),
            advice: BilingualText(
                en: "Perhaps the unit is another one: this is \(expected.meaning.english).",
                zh: "也许是单位不对：此项为\(expected.meaning.chinese)。"))
    }

    fileprivate static func faultyCurrency(_ parameter: Parameter) -> Finding {
        Finding(
            .warning, code: "faulty-parameter", subject: "parameter \(parameter.name)",
            sentence: BilingualText(
                en: "\(parameter.name) is “\(parameter.value)”; expected three capital letters. CNY is used instead.",
                zh: "\(parameter.name) 的值为“\(parameter.value)”，应为三个大写字母；暂按 CNY 计算。"),
            advice: BilingualText(
                en: "Perhaps you mean a code of ISO 4217, such as CNY or USD.",
                zh: "也许应填 ISO 4217 货币代码，例如 CNY 或 USD。"))
    }

    fileprivate static func unknown(_ parameter: Parameter) -> Finding {
        let names = TravelParameter.allCases.map(\.rawValue) + [TravelParameters.currencyName]
        let nearest = NearestName.of(parameter.name, among: names)
        return Finding(
            .warning, code: "unknown-parameter", subject: "parameter \(parameter.name)",
            sentence: BilingualText(
                en: "\(parameter.name) is not a parameter of journeys and is not used.",
                zh: "\(parameter.name) 不是出行参数，未予采用。"),
            advice: nearest.map {
                BilingualText(en: "Perhaps you mean \($0).", zh: "也许您指的是 \($0)。")
            })
    }

    private static func figure(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String(value)
    }
}
