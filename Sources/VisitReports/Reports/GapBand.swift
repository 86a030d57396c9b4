/// How long ago a child last saw its parent, in bands: within one, two, three, six and twelve months, longer, never.
enum GapBand: Int, CaseIterable {
    case oneMonth, twoMonths, threeMonths, halfYear, year, longer, never

    /// The band of a gap in days; nil stands for a bond without any visit on record.
    init(_ gap: Int?) {
        guard let gap else {
            self = .never
            return
        }
        self = Self.allCases.first { gap <= $0.last } ?? .longer
    }

    /// The last day of the band.
    private var last: Int {
        switch self {
        case .oneMonth: 30
        case .twoMonths: 60
        case .threeMonths: 90
        case .halfYear: 180
        case .year: 365
        case .longer, .never: .max
        }
    }

    /// The band's name.
    func name(_ phrases: Phrases) -> String {
        switch self {
        case .oneMonth: phrases.choose("0 to 30 days", "0至30天")
        case .twoMonths: phrases.choose("31 to 60 days", "31至60天")
        case .threeMonths: phrases.choose("61 to 90 days", "61至90天")
        case .halfYear: phrases.choose("91 to 180 days", "91至180天")
        case .year: phrases.choose("181 to 365 days", "181至365天")
        case .longer: phrases.choose("more than 365 days", "365天以上")
        case .never: phrases.choose("no visit on record", "无会见记录")
        }
    }
}
