import VisitModel
import VisitReports
import VisitStore
import VisitTravel

/// Makes reports from the store.
struct ReportDesk {
    private let store: VisitStore
    private let today: Day
    private let language: Language?
    private let currency: String

    /// How many days ahead the gate's lists are made where no day is named.
    static let daysAhead = 14

    /// - Parameter language: nil for each household's own, and English for all else.
    init(store: VisitStore, today: Day, language: Language?) throws {
        self.store = store
        self.today = today
        self.language = language
        currency = TravelParameters(try store.parameters()).currency
    }

    /// The itinerary of one household.
    func itinerary(of id: Identifier<Household>) throws -> HouseholdItinerary {
        let outlooks = try store.outlooks(OutlookSelection(household: id), today: today)
        let visits = try store.visitDetails(.household(id), from: today, keepCancelledSince: today)
        guard let household = visits.first?.household ?? outlooks.first?.household else {
            throw DeskError.unknown(what: BilingualText(en: "household with children", zh: "有儿童的家庭"), id: id.text)
        }
        return itinerary(household, visits, outlooks, try missed(visits))
    }

    private func itinerary(
        _ household: Household, _ visits: [VisitDetail], _ outlooks: [Outlook],
        _ missed: [Identifier<Visit>: [MissedConnection]]
    ) -> HouseholdItinerary {
        HouseholdItinerary(
            household: household, visits: visits.filter { $0.visit.status.takesPlace }, outlooks: outlooks,
            ifMissed: missed, today: today, currency: currency, language: language)
    }

    /// What to do when a vehicle of a visit's journey is missed, for the visits that go by timetable.
    private func missed(_ visits: [VisitDetail]) throws -> [Identifier<Visit>: [MissedConnection]] {
        let timetabled = visits.filter { detail in
            let legs = (detail.visit.trip?.outbound.legs ?? []) + (detail.visit.trip?.homeward.legs ?? [])
            return detail.visit.status.takesPlace && legs.contains { $0.trip != nil }
        }
        guard !timetabled.isEmpty else { return [:] }
        let register = try store.register()
        var finder = TripFinder(
            TravelPlanner(
                places: register.places, distances: register.distances,
                parameters: TravelParameters(register.parameters)), timetables: try store.timetables())
        var found: [Identifier<Visit>: [MissedConnection]] = [:]
        for detail in timetabled {
            guard let trip = detail.visit.trip else { continue }
            found[detail.visit.id] =
                finder.afterMissing(trip.outbound, to: detail.prison.place)
                + finder.afterMissing(trip.homeward, to: detail.household.place)
        }
        return found
    }

    /// The gate's list of `prison` on `day`.
    func dailyList(of id: Identifier<Prison>, on day: Day) throws -> PrisonDailyList {
        let register = try store.register()
        guard let prison = register.prisons.first(where: { $0.id == id }) else {
            throw DeskError.unknown(what: BilingualText(en: "prison", zh: "监狱"), id: id.text)
        }
        let visits = try store.visitDetails(.prison(id), from: day, keepCancelledSince: day)
        let calendar = SessionCalendar(templates: register.templates, closures: register.closures)
        return list(prison, day, visits, calendar)
    }

    private func list(
        _ prison: Prison, _ day: Day, _ visits: [VisitDetail], _ calendar: SessionCalendar
    ) -> PrisonDailyList {
        PrisonDailyList(
            prison: prison, day: day,
            visits: visits.filter { $0.visit.date == day && $0.visit.status.takesPlace },
            sessions: calendar.sessions(of: prison.id, within: DayRange(day, day)), language: language ?? .english)
    }

    /// The report about everything.
    func overview(_ name: ReportName) throws -> any Report {
        switch name {
        case .bottlenecks: return try bottlenecks()
        case .changes: return try changes()
        case .statistics: return try statistics(within: .everything)
        case .refusals:
            return RefusalsReport(
                try store.outlooks(OutlookSelection(), today: today), today: today, language: language ?? .english)
        case .coverage, .itinerary, .day:
            return CoverageReport(
                try store.outlooks(OutlookSelection(), today: today), today: today, language: language ?? .english)
        }
    }

    /// What would help the published plan most. Before the first plan nothing is known.
    func bottlenecks() throws -> BottlenecksReport {
        let register = try store.register()
        let plan = try lastPlan()
        let calendar = SessionCalendar(templates: register.templates, closures: register.closures)
        return BottlenecksReport(
            plan, sessions: register.prisons.flatMap { calendar.sessions(of: $0.id, within: plan.horizon) },
            prisons: register.prisons, pointsPerVisit: ProblemBuilder.pointsPerVisit, language: language ?? .english)
    }

    /// What the published plan changed.
    private func changes() throws -> ChangesReport {
        let plan = try lastPlan()
        let details = try store.visitDetails(.all, from: plan.today, keepCancelledSince: plan.today)
        return ChangesReport(plan, details: details, language: language ?? .english)
    }

    /// The published plan, or an empty one where there is none yet.
    private func lastPlan() throws -> Plan {
        try store.plan()
            ?? Plan(
                today: today, horizon: DayRange(today, today), published: Instant(seconds: 0), fingerprint: "",
                visits: [], refusals: [], changes: [],
                certificate: Plan.Certificate(bound: 0, score: 0, coveredChildren: 0, dueChildren: 0))
    }

    /// What may be published about the bonds within reach with prisoners who are still in custody.
    func statistics(within reach: Reach) throws -> PublicStatistics {
        let register = try store.register()
        let parameters = PlanningParameters(register.parameters)
        let facts = BondFacts(register, protectChildContact: parameters.protectChildContact)
        let bonds = register.bonds.filter { facts.isWithin(reach, $0) }
        return PublicStatistics(
            bonds.compactMap { facts.statistics(of: $0, on: today) }, today: today,
            smallest: parameters.smallestCount, language: language ?? .english)
    }

    /// Everything that there is, as files: an itinerary for each household, the gates' lists of the days ahead, the
    /// overviews.
    func files(_ format: ReportFormat) throws -> [(name: String, bytes: [UInt8])] {
        let outlooks = try store.outlooks(OutlookSelection(), today: today)
        let visits = try store.visitDetails(.all, from: today, keepCancelledSince: today)
        let byHousehold = Dictionary(grouping: visits, by: \.visit.household)
        let missed = try missed(visits)
        var files: [(name: String, bytes: [UInt8])] = []
        for (id, own) in Dictionary(grouping: outlooks, by: \.household.id).sorted(by: { $0.key < $1.key }) {
            let itinerary = itinerary(own[0].household, byHousehold[id, default: []], own, missed)
            files.append(file("household", id.text, itinerary, format))
        }
        files += try lists(visits, format)
        for name in [ReportName.coverage, .refusals, .bottlenecks, .changes, .statistics] {
            files.append(("\(name.rawValue).\(format.fileExtension)", Array(try overview(name).content(format).utf8)))
        }
        return files
    }

    /// The gates' lists of one prison, or of all, for the days ahead on which somebody comes.
    private func lists(_ visits: [VisitDetail], _ format: ReportFormat) throws -> [(name: String, bytes: [UInt8])] {
        let register = try store.register()
        let calendar = SessionCalendar(templates: register.templates, closures: register.closures)
        let days = DayRange(from: today, days: Self.daysAhead)
        let soon = visits.filter { days.contains($0.visit.date) }
        return Dictionary(grouping: soon, by: \.visit.prison).sorted { $0.key < $1.key }.flatMap { id, own in
            Set(own.map(\.visit.date)).sorted().map { day in
                file("prison", "\(id)@\(day)", list(own[0].prison, day, own, calendar), format)
            }
        }
    }

    /// The files about one household or prison.
    func files(_ scope: Feed.Scope, _ format: ReportFormat) throws -> [(name: String, bytes: [UInt8])] {
        switch scope {
        case .household(let id): return [file("household", id.text, try itinerary(of: id), format)]
        case .prison(let id):
            return try lists(
                try store.visitDetails(.prison(id), from: today, keepCancelledSince: today), format)
        }
    }

    private func file(
        _ kind: String, _ id: String, _ report: some Report, _ format: ReportFormat
    ) -> (name: String, bytes: [UInt8]) {
        (FileName(kind, id, format.fileExtension).text, Array(report.content(format).utf8))
    }
}
