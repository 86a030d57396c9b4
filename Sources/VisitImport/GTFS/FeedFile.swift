/// The files of a feed that are read (GTFS Schedule reference, "Dataset Files"), in the order in which they are read: a
/// file refers only to files before it.
enum FeedFile: String, CaseIterable {
    case agency, stops, routes, calendar
    case calendarDates = "calendar_dates"
    case trips
    case stopTimes = "stop_times"
    case frequencies, transfers
    case fareAttributes = "fare_attributes"
    case fareRules = "fare_rules"
    case feedInfo = "feed_info"

    /// The name in the archive.
    var name: String { "\(rawValue).txt" }

    /// Whether no feed is whole without it. Of the two calendars one is enough, which is checked apart.
    var isRequired: Bool {
        switch self {
        case .agency, .stops, .routes, .trips, .stopTimes: true
        case .calendar, .calendarDates, .frequencies, .transfers, .fareAttributes, .fareRules, .feedInfo: false
        }
    }
}
