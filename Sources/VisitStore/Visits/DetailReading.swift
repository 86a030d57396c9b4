import GRDB
import VisitModel

/// Looks up the people and places that visits name, all visits at once.
struct DetailReading {
    private let visits: [Visit]
    private let reach: Reach
    private let prisons: [Identifier<Prison>: Prison]
    private let prisoners: [Identifier<Prisoner>: Prisoner]
    private let households: [Identifier<Household>: Household]
    private let children: [Identifier<Child>: Child]
    private let guardians: [Identifier<Guardian>: Guardian]
    private let escorts: [Identifier<Escort>: Escort]
    private let places: [Identifier<Place>: Place]
    /// What all visits share, so that no visit needs a list of its own.
    private let placeNames: [Identifier<Place>: BilingualText]
    private let prisonNames: [Identifier<Prison>: BilingualText]
    private let flags: [Identifier<Visit>: [VisitFlag]]
    private let entered: Set<String>

    /// People of whom the transaction has read already.
    struct Known {
        var children: [Identifier<Child>: Child] = [:]
        var prisoners: [Identifier<Prisoner>: Prisoner] = [:]
        var households: [Identifier<Household>: Household] = [:]
    }

    /// Looks up what `visits` name.
    ///
    /// - Parameters:
    ///   - reach: how far the asker sees; what is beyond it is left out.
    ///   - known: who need not be looked up.
    init(_ visits: [Visit], within reach: Reach, known: Known = Known(), _ db: Database) throws {
        let visits = try VisitsInReach(visits, within: reach, db).visits
        self.visits = visits
        self.reach = reach
        let shared = visits.flatMap { ($0.trip?.shared?.meetings ?? []).map(\.prison) }
        let ids = Set(visits.map(\.id))
        let flags = try FlagReading.flags(of: ids, db)
        let told = flags.compactMap { $0.fact("prison").map { Identifier<Prison>($0) } }
        prisons = try PrisonRecord.found(visits.map(\.prison) + shared + told, by: { $0.id }, db)
        prisoners = try PrisonerRecord.found(visits.map(\.prisoner), by: { $0.id }, known: known.prisoners, db)
        households = try HouseholdRecord.found(visits.map(\.household), by: { $0.id }, known: known.households, db)
        children = try ChildRecord.found(visits.flatMap(\.children), by: { $0.id }, known: known.children, db)
        guardians = try GuardianRecord.found(visits.flatMap(\.adults).compactMap(\.guardian), by: { $0.id }, db)
        escorts = try EscortRecord.found(visits.flatMap(\.adults).compactMap(\.escort), by: { $0.id }, db)
        let stops = visits.flatMap { Self.stops(of: $0) }
        let ends = prisons.values.map(\.place) + visits.compactMap { [households] in households[$0.household]?.place }
        places = try PlaceRecord.found(stops + ends, by: { $0.id }, db)
        placeNames = places.mapValues(\.name)
        self.flags = Dictionary(grouping: flags, by: \.visit)
        var origins = Condition("id", among: Set(ids.map(\.text)))
        origins.add("origin = 'entered'")
        entered = try String.fetchSet(
            db, sql: "SELECT id FROM visit WHERE \(origins.sql)", arguments: origins.arguments)
        prisonNames = shared.isEmpty && told.isEmpty ? [:] : prisons.mapValues(\.name)
    }

    private static func stops(of visit: Visit) -> [Identifier<Place>] {
        guard let trip = visit.trip else { return [] }
        return (trip.outbound.legs + trip.homeward.legs).flatMap { [$0.from, $0.to] }
    }

    /// The visits, in their order, each with all that it names.
    ///
    /// - Throws: `damagedRow` where something does not exist, which the schema's references rule out.
    func details() throws(StoreError) -> [VisitDetail] {
        var details: [VisitDetail] = []
        for visit in visits { details.append(try detail(of: visit)) }
        return details
    }

    private func detail(of visit: Visit) throws(StoreError) -> VisitDetail {
        guard let prison = prisons[visit.prison] else { throw stray(visit, "prison") }
        guard let prisoner = prisoners[visit.prisoner] else { throw stray(visit, "prisoner") }
        guard let household = households[visit.household] else { throw stray(visit, "household") }
        guard let prisonPlace = places[prison.place] else { throw stray(visit, "prison") }
        guard let home = places[household.place] else { throw stray(visit, "household") }
        let isListing = prison.listsCitizenNumbers && reach.seesCitizenNumbers(of: prison.id)
        let adults = visit.adults.compactMap { adult($0, isListing: isListing) }
        var detail = VisitDetail(
            visit: visit, prison: prison, prisonPlace: prisonPlace, prisoner: prisoner, household: household,
            householdPlace: home, children: visit.children.compactMap { child($0, isListing: isListing) },
            adults: adults, placeNames: placeNames, prisonNames: prisonNames)
        detail.flags = (flags[visit.id] ?? []).map { $0.showing(visit, within: reach) }
        if entered.contains(visit.id.text) { detail.origin = .entered }
        return detail
    }

    private func child(_ id: Identifier<Child>, isListing: Bool) -> Child? {
        var child = children[id]
        if !isListing { child?.citizenNumber = nil }
        return child
    }

    private func adult(_ companion: Visit.Companion, isListing: Bool) -> VisitDetail.Adult? {
        switch companion {
        case .guardian(let id):
            guardians[id].map { guardian in
                VisitDetail.Adult(
                    name: guardian.name, phone: guardian.phone, email: guardian.email, wechat: guardian.wechat,
                    citizenNumber: isListing ? guardian.citizenNumber : nil)
            }
        case .escort(let id):
            escorts[id].map { escort in
                VisitDetail.Adult(
                    name: escort.name, phone: escort.phone, email: escort.email,
                    citizenNumber: isListing ? escort.citizenNumber : nil)
            }
        }
    }

    private func stray(_ visit: Visit, _ column: String) -> StoreError {
        .damagedRow(table: VisitRecord.table.name, key: visit.id.text, column: column)
    }
}
