import VisitFormats
import VisitModel
import VisitRules
import VisitStore

/// Digests of all that calendars are made from: the visits as they are stored, and what is common to all calendars, which
/// is the register, the rules, the options, the time zones and the program itself. Calendars of one origin are the same.
struct CalendarOrigins {
    private let common: String
    private let today: Day
    /// The days over which it is asked who goes along.
    private let horizon: DayRange

    init(_ view: StoreView, _ rules: RuleBook?, today: Day, language: Language, showsNames: Bool) throws {
        self.today = today
        horizon = try view.planHorizon(on: today)
        // Days for calls move on with the calendar; everything else stays until a visit or the register changes.
        let hasCalls = ContactParameters(try view.store.parameters()).callDay != nil
        let zones = try view.store.prisonZones().map { "\($0) \(FileStatus.mark("/usr/share/zoneinfo/\($0)"))" }
        common =
            ([
                "\(try view.registerDigest())", rules?.fingerprint ?? "-", language.rawValue, "\(showsNames)",
                hasCalls ? "\(today) \(horizon)" : "-", FileStatus.mark("/proc/self/exe"),
            ] + zones).joined(separator: "|")
    }

    /// The origin of a calendar of these visits.
    func origin(of visits: some Sequence<VisitMark>) -> String {
        var text = common
        for visit in visits {
            text += "|\(visit.digest)"
            // How long a visit that is off still stands there depends on the day.
            if !visit.status.holdsTable { text += " \(today)" }
            // Whoever is asked about where a visit names nobody depends on the days of the plan.
            if visit.adults.isEmpty, visit.status.isAhead { text += " \(horizon)" }
        }
        return ContentDigest(of: Array(text.utf8)).text
    }
}
