/// A person's sex as the prison system records it.
public enum Sex: String, Sendable, CaseIterable {
    case female, male
}

/// A body of law and the region within it: `CN`, `CN-SC`, `US-BOP`, `GB-EAW`.
public struct Jurisdiction: Hashable, Sendable, CustomStringConvertible {
    /// The code, upper case.
    public let code: String

    /// The jurisdiction of that code.
    public init(_ code: String) {
        self.code = code
    }

    /// The code.
    public var description: String { code }

    /// The country by the two letters under which its telephones have a country code: `CN`, `US`; Hong Kong, Macao and Taiwan
    /// have their own.
    public var country: String {
        for code in ["HK", "MO", "TW"] where isWithin(Jurisdiction("CN-\(code)")) { return code }
        return String(code.prefix(2))
    }

    /// Whether a rule made for `other` applies here: `CN` applies in `CN-SC`, and `*` everywhere. Hong Kong, Macao and Taiwan
    /// have law of their own: what is made for `CN` does not apply there.
    public func isWithin(_ other: Jurisdiction) -> Bool {
        if other.code == "CN", Self.apartFromChina.contains(where: isWithin) { return false }
        return other.code == "*" || code == other.code || code.hasPrefix(other.code + "-")
    }

    private static let apartFromChina = ["HK", "MO", "TW"].map { Jurisdiction("CN-\($0)") }
}

/// A place of custody.
public struct Prison: Hashable, Sendable {
    /// What kind of institution it is; rules are made for kinds.
    public enum Facility: String, Sendable, CaseIterable {
        case prison
        /// A reformatory for juvenile offenders.
        case juvenile
        /// A prison with a nursery for infants.
        case nursery
    }

    /// Whom it holds.
    public enum Holds: String, Sendable, CaseIterable {
        case female, male, mixed

        /// Whether a prisoner of that sex can be held there.
        public func admits(_ sex: Sex) -> Bool { self == .mixed || rawValue == sex.rawValue }
    }

    /// Its identifier.
    public var id: Identifier<Prison>
    /// Its name.
    public var name: BilingualText
    /// The law that it is under.
    public var jurisdiction: Jurisdiction
    /// What kind of institution it is.
    public var facility: Facility
    /// Whom it holds.
    public var holds: Holds
    /// Where it stands.
    public var place: Identifier<Place>
    /// The IANA name of the zone that its clocks show: `Asia/Shanghai`.
    public var zone: String
    /// How many persons sit at one table.
    public var tableSeats: Int
    /// How many whole days ahead a visit must at least, and can at most, be booked.
    public var bookingWindow: ClosedRange<Int>
    /// How long before a session begins visitors must be at the gate.
    public var checkIn: Minutes
    /// The telephone number of its visits office.
    public var phone: String?
    /// How many persons may come to one visit, children included; what a parameter says where nil.
    public var maxVisitors: Int?
    /// At how many tables of one session an adult may sit with children; what a parameter says where nil.
    public var tablesPerAdult: Int?
    /// Whether its gate list names everybody with the citizen number.
    public var listsCitizenNumbers: Bool

    /// A prison.
    public init(
        id: Identifier<Prison>, name: BilingualText, jurisdiction: Jurisdiction, facility: Facility = .prison,
        holds: Holds = .mixed, place: Identifier<Place>, zone: String, tableSeats: Int = 4,
        bookingWindow: ClosedRange<Int> = 2...90, checkIn: Minutes = 30, phone: String? = nil,
        maxVisitors: Int? = nil, tablesPerAdult: Int? = nil, listsCitizenNumbers: Bool = false
    ) {
        self.id = id
        self.name = name
        self.jurisdiction = jurisdiction
        self.facility = facility
        self.holds = holds
        self.place = place
        self.zone = zone
        self.tableSeats = tableSeats
        self.bookingWindow = bookingWindow
        self.checkIn = checkIn
        self.phone = phone
        self.maxVisitors = maxVisitors
        self.tablesPerAdult = tablesPerAdult
        self.listsCitizenNumbers = listsCitizenNumbers
    }

    /// How many whole days ahead a visit must be asked for: as the prison's booking window wants it, or the rules where they
    /// want it earlier.
    ///
    /// - Parameter rules: the notice that the rules ask for, where one does.
    public func daysOfNotice(rules: Int?) -> Int { max(bookingWindow.lowerBound, rules ?? 0) }
}
