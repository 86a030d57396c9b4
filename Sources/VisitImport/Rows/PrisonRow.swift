import VisitModel

/// `prisons.csv`: places of custody and the rules of their visits office.
enum PrisonRow: RowLoader {
    enum Column: Int, ColumnSet {
        case id, name, nameZh, jurisdiction, facility, holds, place, zone, tableSeats, noticeMinDays, noticeMaxDays
        case checkInMinutes, phone, maxVisitors, tablesPerAdult, listsCitizenNumbers

        static let table = TableName.prisons
    }

    static let key: Column? = .id

    static func load(_ row: inout RowReader<Column>, into draft: inout Draft) {
        let id = row.key(.id, of: Prison.self, draft: &draft)
        let stored = draft.stored(id, in: .prisons, \.prisons)
        let name = row.name(.name, .nameZh, stored: stored?.name)
        let jurisdiction = jurisdiction(&row)
        let facility = row.resolved(.facility, stored?.facility, otherwise: .prison) {
            $0.word(.facility, in: Words.facility)
        }
        let holds = row.word(.holds, in: Words.holds)
        let place = row.reference(.place, to: .places, of: Place.self, draft: draft)
        let zone = row.zone(.zone)
        let seats = row.resolved(.tableSeats, stored?.tableSeats, otherwise: 4) {
            $0.whole(.tableSeats, in: 1...100, Units.persons)
        }
        let window = bookingWindow(&row, stored: stored?.bookingWindow)
        let checkIn = row.resolved(.checkInMinutes, stored?.checkIn.count, otherwise: 30) {
            $0.whole(.checkInMinutes, in: 0...600, Units.minutes)
        }
        let phone = row.resolved(.phone, stored?.phone) {
            $0.phone(.phone, in: jurisdiction?.country)
        }
        let maxVisitors = row.resolved(.maxVisitors, stored?.maxVisitors) {
            $0.whole(.maxVisitors, in: 1...1000, Units.persons)
        }
        let tablesPerAdult = row.resolved(.tablesPerAdult, stored?.tablesPerAdult) {
            $0.whole(.tablesPerAdult, in: 1...100, Units.tables)
        }
        let listsNumbers = row.resolved(
            .listsCitizenNumbers, stored?.listsCitizenNumbers, otherwise: false
        ) { $0.word(.listsCitizenNumbers, in: Words.flag) }
        guard let id, let name, let jurisdiction, let holds, let place, let zone, let window else { return }
        draft.zones.insert(zone)
        draft.countries.insert(jurisdiction.country)
        draft.register.prisons.append(
            Prison(
                id: id, name: name, jurisdiction: jurisdiction, facility: facility, holds: holds,
                place: place, zone: zone, tableSeats: seats, bookingWindow: window, checkIn: Minutes(checkIn),
                phone: phone, maxVisitors: maxVisitors, tablesPerAdult: tablesPerAdult,
                listsCitizenNumbers: listsNumbers))
    }

    private static func bookingWindow(
        _ row: inout RowReader<Column>, stored: ClosedRange<Int>?
    ) -> ClosedRange<Int>? {
        let least = row.resolved(.noticeMinDays, stored?.lowerBound, otherwise: 2) {
            $0.whole(.noticeMinDays, in: 0...365, Units.days)
        }
        let most = row.resolved(.noticeMaxDays, stored?.upperBound, otherwise: max(90, least)) {
            $0.whole(.noticeMaxDays, in: 0...730, Units.days)
        }
        guard least <= most else {
            row.fault(
                .noticeMaxDays, .wrongOrder, found: "\(most)",
                expected: BilingualText(
                    en: "a number of days not below the minimum notice of \(least)", zh: "不小于最少提前天数（\(least)）的天数"),
                advice: BilingualText(en: "Perhaps the two numbers are exchanged.", zh: "也许两个数字颠倒了。"))
            return nil
        }
        return least...most
    }

    /// Two letters for the country, then perhaps a region: `CN-SC`.
    private static func jurisdiction(_ row: inout RowReader<Column>) -> Jurisdiction? {
        guard let text = row.text(.jurisdiction) else { return nil }
        let code = text.uppercased()
        let parts = code.split(separator: "-", omittingEmptySubsequences: false)
        let isValid =
            parts[0].utf8.count == 2
            && parts.allSatisfy { part in
                (1...8).contains(part.utf8.count) && part.utf8.allSatisfy { $0.isUpperCaseLetter || $0.isDigit }
            }
        guard isValid, parts[0].utf8.allSatisfy(\.isUpperCaseLetter) else {
            row.fault(
                .jurisdiction, .invalidJurisdiction, found: text,
                expected: BilingualText(
                    en: "a country's two letters, perhaps with a region: CN, CN-SC, US-BOP",
                    zh: "国家代码，可加地区：CN、CN-SC、US-BOP"),
                advice: BilingualText(en: "Perhaps the code of the province is meant.", zh: "也许应填省级代码。"))
            return nil
        }
        return Jurisdiction(code)
    }
}

extension RowReader {
    /// A name of the shape of the IANA zone names; whether the system knows the zone is seen where it is used.
    mutating func zone(_ column: Column) -> String? {
        guard let text = text(column) else { return nil }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let isName =
            parts.count >= 2 && parts[0].utf8.first?.isUpperCaseLetter == true
            && parts.allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { $0.isLetter || $0.isDigit || "_+-".utf8.contains($0) }
            }
        guard isName || text == "UTC" else {
            fault(
                column, .invalidZone, found: text,
                expected: BilingualText(
                    en: "the IANA name of a time zone, such as Asia/Shanghai", zh: "IANA 时区名，如 Asia/Shanghai"),
                advice: BilingualText(en: "Perhaps Asia/Shanghai was meant.", zh: "也许应为 Asia/Shanghai。"))
            return nil
        }
        return text
    }
}

extension UInt8 {
    /// Whether the byte is one of the letters A to Z.
    var isUpperCaseLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    /// Whether the byte is a letter of ASCII.
    var isLetter: Bool { isUpperCaseLetter || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    /// Whether the byte is a digit of ASCII.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
