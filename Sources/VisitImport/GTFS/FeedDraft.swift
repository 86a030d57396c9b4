import VisitModel

/// What the files of a feed have said so far.
struct FeedDraft {
    /// One row of `stop_times.txt`, times in seconds after midnight; -1 where the row leaves one out.
    struct Row {
        var trip: Int32
        var sequence: Int32
        var stop: Int32
        var arrives: Int32
        var departs: Int32
        var line: Int32
        var boards: Bool
        var alights: Bool
    }

    /// How often a trip runs instead of at its own times (`frequencies.txt`).
    struct Frequency {
        var trip: Int
        var from: Int
        var until: Int
        var every: Int
        var isExact: Bool
    }

    /// A fare of `fare_attributes.txt`, and the lines that it is for: all where no rule names one.
    struct Fare {
        var cents: Int
        var lines: Set<Int> = []
        /// Whether a rule binds it to zones, which are not read.
        var isZonal = false
    }

    /// A trip before its stop times are known.
    struct TripRow {
        var id: String
        var number: String?
        var line: Int
        /// Nil where it runs on no day.
        var service: Int?
        var isAccessible: Bool?
        var row: Int
    }

    var publisher = ""
    var zone = ""
    var currency: String?
    var feedDays: (first: Day?, last: Day?) = (nil, nil)

    var stops: [Timetable.Stop] = []
    var stopPositions: [String: Int] = [:]
    /// Whether vehicles stop there: a station or an entrance is a stop of nothing.
    var isBoardable: [Bool] = []
    var lines: [Timetable.Line] = []
    var linePositions: [String: Int] = [:]
    var patterns: [String: ServicePattern] = [:]
    var services: [ServiceDays] = []
    var servicePositions: [String: Int] = [:]
    var trips: [TripRow] = []
    var tripPositions: [String: Int] = [:]
    var rows: [Row] = []
    var frequencies: [Frequency] = []
    var links: [Timetable.Link] = []
    var fares: [String: Fare] = [:]

    /// The days of a service as the two calendars say them, before they become bits.
    struct ServicePattern {
        var range: DayRange?
        var weekdays: [Bool] = Array(repeating: false, count: 7)
        var added: [Day] = []
        var removed: [Day] = []
        var line = 1
        var file = FeedFile.calendar
    }
}
