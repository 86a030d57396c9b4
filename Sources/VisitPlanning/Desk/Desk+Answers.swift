import VisitModel
import VisitReports
import VisitRules
import VisitStore
import VisitTravel

extension Desk {
    /// The next visit of every bond that `selection` names, by child and prisoner.
    public func outlooks(_ selection: OutlookSelection, today: Day) throws -> [Outlook] {
        try reading().outlooks(selection, today: today)
    }

    /// The answers to several such questions, each as if it had been asked alone.
    public func outlooks(_ selections: [OutlookSelection], today: Day) throws -> [Result<[Outlook], any Error>] {
        try reading().outlooks(selections, today: today).map { $0.mapError { $0 } }
    }

    /// The ISO 4217 code of the currency in which the store counts money.
    public func currency() throws -> String {
        TravelParameters(try reading().parameters()).currency
    }

    /// One prison's dated sessions, with the tables that visits take in each.
    public struct PrisonSessions: Sendable {
        /// The prison.
        public var prison: Prison
        /// Its sessions, by date and start.
        public var sessions: [Session]
        /// The tables taken in each; none where a session is not named.
        public var taken: [Identifier<Session>: Int]
    }

    /// The sessions of `prison` within `days`.
    public func sessions(of prison: Identifier<Prison>, within days: DayRange) throws -> PrisonSessions {
        let store = try reading()
        let openings = try store.openings()
        guard let prison = openings.prisons.first(where: { $0.id == prison }) else {
            throw DeskError.unknown(what: BilingualText(en: "prison", zh: "监狱"), id: prison.text)
        }
        var taken: [Identifier<Session>: Int] = [:]
        for detail in try store.visitDetails(
            .prison(prison.id), from: days.first, keepCancelledSince: days.first)
        {
            guard let session = detail.visit.session, detail.visit.status.takesPlace else { continue }
            taken[session, default: 0] += prison.tables(for: detail.visit.children.count + 1)
        }
        return PrisonSessions(
            prison: prison, sessions: openings.calendar.sessions(of: prison.id, within: days), taken: taken)
    }

    /// What to explain.
    public enum ExplanationSubject: Hashable, Sendable {
        /// A visit: every child's entitlement on its date.
        case visit(Identifier<Visit>)
        /// A child and a prisoner.
        case bond(Identifier<Child>, Identifier<Prisoner>)
    }

    /// Why a bond has what it has, on `date`, else on the date of its visit, else on `today`.
    public func explain(_ subject: ExplanationSubject, on date: Day?, today: Day) throws -> [Explanation] {
        let store = try reading()
        let snapshot = try store.snapshot()
        let register = snapshot.register
        let parameters = PlanningParameters(register.parameters)
        let facts = BondFacts(register, protectChildContact: parameters.protectChildContact)
        let book = try rules()
        let bonds: [Bond]
        var subjectVisit: VisitDetail?
        switch subject {
        case .visit(let id):
            let detail = try store.visitDetail(id)
            subjectVisit = detail
            bonds = register.bonds.filter {
                $0.prisoner == detail.visit.prisoner && detail.visit.children.contains($0.child)
            }
        case .bond(let child, let prisoner):
            bonds = register.bonds.filter { $0.child == child && $0.prisoner == prisoner }
            if bonds.isEmpty {
                throw DeskError.unknown(
                    what: BilingualText(en: "bond of a child and a prisoner", zh: "儿童与服刑人员的关系"),
                    id: "\(child) – \(prisoner)")
            }
        }
        return try bonds.sorted { $0.child < $1.child }.compactMap { bond in
            let outlook = try store.outlooks(
                OutlookSelection(children: [bond.child.text], prisoner: bond.prisoner), today: today
            ).first
            let detail = subjectVisit ?? outlook?.next
            let day = date ?? detail?.visit.date ?? today
            let companion = facts.usualCompanion(of: bond, on: day)
            guard let question = facts.contactCase(for: bond, on: day, companion: companion),
                let child = facts.children[bond.child], let prisoner = facts.prisoners[bond.prisoner]
            else { return nil }
            var explanation = Explanation(
                child: child, prisoner: prisoner, relation: bond.relation, date: day,
                entitlement: book.entitlement(for: question), visit: detail, refusal: outlook?.refusal)
            if explanation.entitlement.visitOrders != nil {
                explanation.account = try account(of: prisoner.id, today: today)
            }
            return explanation
        }
    }

    /// Journeys from a place to a prison and back.
    public struct Journeys: Sendable {
        /// The day of the visit.
        public var date: Day
        /// Ways there, the fastest first.
        public var outbound: [Journey]
        /// Ways back, the fastest first.
        public var homeward: [Journey]
        /// What to do when a vehicle is missed, for each way there and each way back.
        public var ifMissed: (outbound: [[MissedConnection]], homeward: [[MissedConnection]])
        /// The names of the places that the legs touch.
        public var placeNames: [Identifier<Place>: BilingualText]
        /// The ISO 4217 code of the currency of fares.
        public var currency: String
    }

    /// Journeys from `place` to `prison` on `date`, arriving by one time and returning after another.
    public func journeys(
        from place: Identifier<Place>, to prison: Identifier<Prison>, on date: Day, arriveBy: ClockTime,
        returnAfter: ClockTime
    ) throws -> Journeys {
        let (register, timetables) = try reading().geography(on: DayRange(date - 1, date + 1))
        guard let prison = register.prisons.first(where: { $0.id == prison }) else {
            throw DeskError.unknown(what: BilingualText(en: "prison", zh: "监狱"), id: prison.text)
        }
        guard register.places.contains(where: { $0.id == place }) else {
            throw DeskError.unknown(what: BilingualText(en: "place", zh: "地点"), id: place.text)
        }
        let parameters = TravelParameters(register.parameters)
        let planner = TravelPlanner(
            places: register.places, distances: register.distances, parameters: parameters)
        var finder = TripFinder(planner, timetables: timetables)
        let found = try finder.journeys(
            from: place, to: prison.place, date: date, arriveBy: arriveBy, returnAfter: returnAfter)
        return Journeys(
            date: date, outbound: found.outbound, homeward: found.homeward,
            ifMissed: (
                found.outbound.map { finder.afterMissing($0, to: prison.place) },
                found.homeward.map { finder.afterMissing($0, to: place) }
            ),
            placeNames: Dictionary(register.places.map { ($0.id, $0.name) }) { first, _ in first },
            currency: parameters.currency)
    }
}

extension Visit.Status {
    /// Whether a visit of this status takes a table.
    var takesPlace: Bool {
        switch self {
        case .proposed, .requested, .confirmed, .held: true
        case .missed, .cancelled: false
        }
    }
}

extension Prison {
    /// How many tables that many persons need.
    func tables(for persons: Int) -> Int { (persons + tableSeats - 1) / max(1, tableSeats) }
}

extension BondFacts {
    /// The adult about whom the rules are asked where no visit names one.
    func usualCompanion(of bond: Bond, on day: Day) -> ContactCase.Companion? {
        guard let household = children[bond.child]?.household,
            let guardian = guardians[household]?.min(by: { $0.id < $1.id })
        else { return ContactCase.Companion(relation: nil) }
        return ContactCase.Companion(relation: guardian.relation, age: guardian.birthDate.map { $0.years(until: day) })
    }
}
