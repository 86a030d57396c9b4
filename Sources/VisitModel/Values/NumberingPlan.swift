/// How telephone numbers of one country code are formed.
struct NumberingPlan: Sendable {
    /// The country code: `86`.
    let code: String
    /// How many digits a national number has, without what is dialled before it at home.
    let lengths: Set<Int>
    /// How many digits numbers have that are dialled within one area, without its code.
    let local: Set<Int>
    /// What is dialled before a national number at home: a zero in most countries, nothing in others.
    let prefix: String
    /// The countries that share the code, by their two letters.
    let countries: [String]

    /// Whether people always write the zero before a national number, so that one without it has lost it.
    var writesZero: Bool { prefix == "0" && countries.first.map(Self.zeroWriting.contains) == true }

    /// What is dialled before the country code of another country.
    var international: String { code == "1" ? "011" : "00" }

    /// The national number that `digits` are at home; nil where they are none.
    func national(_ digits: Substring) -> Substring? {
        if !prefix.isEmpty, digits.hasPrefix(prefix), lengths.contains(digits.utf8.count - prefix.utf8.count) {
            return digits.dropFirst(prefix.utf8.count)
        }
        let isWhole = lengths.contains(digits.utf8.count) && !(prefix == "0" && digits.hasPrefix("0"))
        return isWhole ? digits : nil
    }

    /// The plan of a country; nil where none is known.
    static func plan(of country: String) -> NumberingPlan? { byCountry[country] }

    /// The plan of the country code with which `digits` begin; nil where no country has one.
    static func plan(ofCodeIn digits: Substring) -> NumberingPlan? {
        // No code is the beginning of another one.
        (1...3).lazy.compactMap { byCode[String(digits.prefix($0))] }.first
    }

    private static let zeroWriting: Set<String> = [
        "AT", "AU", "BE", "CH", "CN", "DE", "FI", "FR", "GB", "IE", "JP", "KR", "MY", "NL", "NZ", "SE", "TH", "TW",
        "VN", "ZA",
    ]

    private static let plans = table.split(separator: "\n").map { NumberingPlan(line: $0) }
    private static let byCode = Dictionary(plans.map { ($0.code, $0) }) { first, _ in first }
    private static let byCountry = Dictionary(
        plans.flatMap { plan in plan.countries.map { ($0, plan) } }
    ) { first, _ in first }

    private init(line: Substring) {
        let fields = line.split(separator: " ")
        precondition(fields.count >= 4, "A line of the numbering plans has four fields or more.")
        code = String(fields[0])
        lengths = Self.numbers(fields[1])
        local = Self.numbers(fields[2])
        prefix = fields[3] == "-" ? "" : String(fields[3])
        countries = fields.dropFirst(4).map(String.init)
    }

    /// The numbers of `7,9-10`.
    private static func numbers(_ text: Substring) -> Set<Int> {
        guard text != "-" else { return [] }
        return text.split(separator: ",").reduce(into: []) { numbers, part in
            let ends = part.split(separator: "-").compactMap { Int($0) }
            precondition(!ends.isEmpty, "A length of the numbering plans is a number.")
            numbers.formUnion(ends[0]...(ends.last ?? ends[0]))
        }
    }
}
