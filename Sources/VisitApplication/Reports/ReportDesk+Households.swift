import VisitModel
import VisitReports
import VisitStore
import VisitTravel

extension ReportDesk {
    /// The itinerary of one household.
    func itinerary(of id: Identifier<Household>) throws -> HouseholdItinerary {
        let outlooks = try view.outlooks(OutlookSelection(household: id), today: today)
        let register = try view.register()
        let visits = try withNotice(
            try view.visitDetails(.household(id), from: today, keepCancelledSince: today), register)
        guard let household = visits.first?.household ?? outlooks.first?.household else {
            throw unknown("household with children", "有儿童的家庭", id.text)
        }
        return itinerary(household, visits, outlooks, try ways(of: visits, register))
    }

    private func itinerary(
        _ household: Household, _ visits: [VisitDetail], _ outlooks: [Outlook], _ ways: TravelDetails
    ) -> HouseholdItinerary {
        HouseholdItinerary(
            household: household,
            visits: visits.filter { $0.visit.status.holdsTable || $0.visit.status.isCalledOff }, outlooks: outlooks,
            ifMissed: ways.missed, places: ways.places, today: today, currency: currency, language: chosen)
    }

    /// What is known of the ways to visits.
    private struct TravelDetails {
        /// The places on them, the stops of timetables among them.
        var places: [Identifier<Place>: Place]
        /// What to do when a vehicle of a visit's journey is missed, for the visits that go by timetable.
        var missed: [Identifier<Visit>: [MissedConnection]] = [:]
    }

    private func ways(of visits: [VisitDetail], _ register: Register) throws -> TravelDetails {
        var ways = TravelDetails(places: Dictionary(register.places.map { ($0.id, $0) }) { first, _ in first })
        let timetabled = visits.filter { detail in
            let legs = (detail.visit.trip?.outbound.legs ?? []) + (detail.visit.trip?.homeward.legs ?? [])
            return detail.visit.status.holdsTable && detail.visit.date >= today && legs.contains { $0.trip != nil }
        }
        guard !timetabled.isEmpty else { return ways }
        let timetables = try view.store.timetables()
        for place in timetables.flatMap(\.stopPlaces) { ways.places[place.id] = place }
        var finder = TripFinder(
            TravelPlanner(
                places: register.places, distances: register.distances,
                parameters: TravelParameters(register.parameters)), timetables: timetables)
        for detail in timetabled {
            guard let trip = detail.visit.trip else { continue }
            ways.missed[detail.visit.id] =
                finder.afterMissing(trip.outbound, to: detail.prison.place)
                + finder.afterMissing(trip.homeward, to: detail.household.place)
        }
        return ways
    }

    /// A household's month that `day` lies in.
    func month(of id: Identifier<Household>, on day: Day) throws -> HouseholdMonth {
        guard let household = try view.register().households.first(where: { $0.id == id }) else {
            throw unknown("household", "家庭", id.text)
        }
        let visits = try view.visitDetails(.household(id), from: day.month.firstDay, keepCancelledSince: today)
        return HouseholdMonth(household, month: day.month, visits: visits, language: chosen)
    }

    /// The card of one child.
    func childCard(of id: Identifier<Child>) throws -> ChildCard {
        let outlooks = try view.outlooks(OutlookSelection(children: [id.text]), today: today)
        guard let own = outlooks.first(where: { $0.child.id == id }) else {
            throw unknown("child with a bond", "有亲子关系登记的儿童", id.text)
        }
        let visits = try view.visitDetails(.household(own.household.id), from: today, keepCancelledSince: today)
        return childCard(own, visits, outlooks)
    }

    private func childCard(_ outlook: Outlook, _ visits: [VisitDetail], _ outlooks: [Outlook]) -> ChildCard {
        ChildCard(
            outlook.child, visits: visits, outlooks: outlooks, today: today,
            language: chosen ?? outlook.household.language)
    }

    /// One escort's month that `day` lies in.
    func escortMonth(of id: Identifier<Escort>, on day: Day) throws -> EscortMonth {
        guard let escort = try view.register().escorts.first(where: { $0.id == id }) else {
            throw unknown("escort", "陪同人员", id.text)
        }
        let visits = try view.visitDetails(.all, from: day.month.firstDay, keepCancelledSince: today)
        return EscortMonth(escort, month: day.month, visits: visits, language: language)
    }

    /// The files of households: itinerary, a card for each child with a visit, and the months in which there are visits.
    func householdFiles(
        _ outlooks: [Outlook], _ visits: [VisitDetail], _ register: Register, _ format: ReportFormat
    ) throws -> [(name: String, bytes: [UInt8])] {
        let byHousehold = Dictionary(grouping: visits, by: \.visit.household)
        let ways = try ways(of: visits, register)
        return Dictionary(grouping: outlooks, by: \.household.id).sorted { $0.key < $1.key }.flatMap { id, own in
            let details = byHousehold[id, default: []]
            let household = own[0].household
            var files = [file("household", id.text, itinerary(household, details, own, ways), format)]
            for (child, answers) in Dictionary(grouping: own, by: \.child.id).sorted(by: { $0.key < $1.key })
            where answers.contains(where: { $0.next != nil }) {
                files.append(file("child", child.text, childCard(answers[0], details, answers), format))
            }
            for month in months(of: details) {
                let wall = HouseholdMonth(household, month: month, visits: details, language: chosen)
                files.append(file("household", "\(id)@\(month)", wall, format))
            }
            return files
        }
    }

    /// The escorts' months in which they travel.
    func escortFiles(
        _ escorts: [Escort], _ visits: [VisitDetail], _ format: ReportFormat
    ) -> [(name: String, bytes: [UInt8])] {
        let byAdult = Dictionary(grouping: visits.flatMap { visit in visit.visit.adults.map { ($0, visit) } }, by: \.0)
        return escorts.sorted { $0.id < $1.id }.flatMap { escort in
            let own = byAdult[.escort(escort.id), default: []].map(\.1)
            return months(of: own).map { month in
                file(
                    "escort", "\(escort.id)@\(month)",
                    EscortMonth(escort, month: month, visits: own, language: language), format)
            }
        }
    }

    /// The months in which these visits take place, from this one on.
    private func months(of visits: [VisitDetail]) -> [Month] {
        Set(visits.filter { $0.visit.status.holdsTable }.map(\.visit.date.month)).filter { $0 >= today.month }.sorted()
    }
}

extension Timetable {
    /// The stops as places, by the identifiers that journeys name them by.
    fileprivate var stopPlaces: [Place] {
        stops.map { stop in
            Place(
                id: Identifier("\(id)/\(stop.id)"), name: BilingualText(stop.name), coordinate: stop.coordinate,
                precision: .site)
        }
    }
}
