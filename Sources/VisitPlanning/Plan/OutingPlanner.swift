import VisitModel
import VisitTravel

/// Puts the visits of a plan together into journeys: children of one home who go to one session under one escort, two
/// sessions in reach of each other on one day, and mother's and father's visit on one day or two neighbouring ones.
struct OutingPlanner {
    private let planned: [PlannedVisit]
    private let facts: RegisterIndex
    private var survey: OptionSurvey
    private let tablesPerAdult: Int
    private var outings: [Outing] = []

    /// - Parameters:
    ///   - planned: the visits of a plan.
    ///   - tablesPerAdult: at how many tables of one session an adult may sit, where the prison does not say.
    init(_ planned: [PlannedVisit], survey: OptionSurvey, facts: RegisterIndex, tablesPerAdult: Int) {
        self.planned = planned
        self.tablesPerAdult = tablesPerAdult
        self.survey = survey
        self.facts = facts
    }

    /// The outings, in the order of their first visits.
    mutating func plan() -> [Outing] {
        outings = []
        for group in groups { gather(group) }
        for bucket in buckets { join(bucket) }
        outings.removeAll { $0.visits.isEmpty }
        return outings.sorted { $0.visits[0] < $1.visits[0] }
    }

    /// Whose children travel together: those of a household with its guardian, those of a home's escorts from one place.
    private struct Company: Hashable {
        let home: Identifier<Household>
        let place: Identifier<Place>
        let isEscorted: Bool

        init(_ party: Party) {
            home = party.companions.home ?? party.household.id
            place = party.household.place
            isEscorted = party.companions.isEscort
        }
    }

    /// The visits that one company makes in one session.
    private var groups: [[Int]] {
        struct Key: Hashable {
            let company: Company
            let session: Identifier<Session>
        }
        var positions: [Key: Int] = [:]
        var groups: [[Int]] = []
        for (number, visit) in planned.enumerated() {
            let key = Key(company: Company(visit.party), session: visit.session.id)
            if let position = positions[key] {
                groups[position].append(number)
            } else {
                positions[key] = groups.count
                groups.append([number])
            }
        }
        return groups
    }

    /// One outing for the visits of one session; where nobody can travel so, one for each.
    private mutating func gather(_ visits: [Int]) {
        if let trip = trip(visits) {
            outings.append(Outing(visits: visits, way: .single(trip)))
        } else if visits.count == 1 {
            outings.append(Outing(visits: visits, way: .none))
        } else {
            for visit in visits { gather([visit]) }
        }
    }

    private mutating func trip(_ visits: [Int]) -> Trip? {
        let session = planned[visits[0]].session
        let option = survey.trip(for: parties(visits), adults: adults(visits), to: session)
        return option?.trip.shifted(days: session.date.number)
    }

    private func parties(_ visits: [Int]) -> [Party] { visits.map { planned[$0].party } }

    private func children(_ visits: [Int]) -> Set<Identifier<Child>> {
        Set(parties(visits).flatMap { $0.children.map(\.id) })
    }

    /// One guardian, or as many escorts as the children and the tables at which they sit need.
    func adults(_ visits: [Int]) -> Int {
        guard let home = planned[visits[0]].party.companions.home else { return 1 }
        let places = facts.escorts[home, default: []].map(\.maxChildren).min() ?? 1
        let forChildren = (children(visits).count + places - 1) / max(1, places)
        let tables = Dictionary(grouping: visits) { planned[$0].session.id }.values.map { together in
            let most = tablesPerAdult(in: planned[together[0]].party.prison)
            return (together.count + most - 1) / most
        }
        return max(1, forChildren, tables.max() ?? 1)
    }

    /// At how many tables of one session an adult may sit.
    func tablesPerAdult(in prison: Prison) -> Int { prison.tablesPerAdult ?? tablesPerAdult }

    /// The escorts among these adults, each once, in that order.
    func escorts(named companions: [Visit.Companion?]) -> [Escort] {
        var seen: Set<Identifier<Escort>> = []
        return companions.compactMap { companion in
            guard case .escort(let id) = companion, seen.insert(id).inserted else { return nil }
            return facts.escort(id)
        }
    }

    // MARK: Two sessions on one journey

    /// Positions of the outings of one company each, by the beginning of their sessions.
    private var buckets: [[Int]] {
        var buckets: [Company: [Int]] = [:]
        var order: [Company] = []
        for (number, outing) in outings.enumerated() {
            let company = Company(planned[outing.visits[0]].party)
            if buckets[company] == nil { order.append(company) }
            buckets[company, default: []].append(number)
        }
        return order.map { company in buckets[company, default: []].sorted { begins($0) < begins($1) } }
    }

    private func begins(_ outing: Int) -> CivilTime { planned[outings[outing].visits[0]].session.begins }

    /// Joins outings in pairs: first those of the same children, then those of one day that save an escort.
    private mutating func join(_ bucket: [Int]) {
        var open = bucket
        for rule in [isSameChildren, savesEscort] {
            var left: [Int] = []
            while !open.isEmpty {
                let first = open.removeFirst()
                let partner = open.firstIndex { second in
                    guard rule(first, second), let way = jointWay(first, second) else { return false }
                    outings[first].visits += outings[second].visits
                    outings[first].way = .joint(way)
                    outings[second].visits = []
                    return true
                }
                if let partner { open.remove(at: partner) } else { left.append(first) }
            }
            open = left
        }
    }

    /// Mother's and father's visit of the same children, at most a night apart.
    private func isSameChildren(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (outings[first].visits, outings[second].visits)
        return planned[b[0]].session.date - planned[a[0]].session.date <= 1 && children(a) == children(b)
    }

    /// Two groups of one home on one day that fewer escorts can take than each alone.
    private func savesEscort(_ first: Int, _ second: Int) -> Bool {
        let (a, b) = (outings[first].visits, outings[second].visits)
        return planned[a[0]].party.companions.isEscort
            && planned[b[0]].session.date == planned[a[0]].session.date
            && adults(a + b) < adults(a) + adults(b)
    }

    private mutating func jointWay(_ first: Int, _ second: Int) -> JointOption? {
        let (a, b) = (outings[first].visits, outings[second].visits)
        let stops = [a[0], b[0]].map { (party: planned[$0].party, session: planned[$0].session) }
        guard
            let way = survey.jointTrip(for: parties(a + b), adults: adults(a + b), to: stops)?
                .shifted(days: stops[0].session.date.number),
            canAccompany(a + b, away: TimeAway(begins: way.outbound.departs, ends: way.homeward.arrives))
        else { return nil }
        return way
    }

    /// Whether one guardian can go along with all of the visits, or an escort; and all children can be away for so long.
    private func canAccompany(_ visits: [Int], away timeAway: TimeAway) -> Bool {
        guard !visits.contains(where: { facts.availability.isAway(planned[$0].party, during: timeAway) }) else {
            return false
        }
        guard let home = planned[visits[0]].party.companions.home else {
            return guardian(of: visits, away: timeAway) != nil
        }
        let engagement = Engagement(visits.map { planned[$0] }, timeAway)
        return facts.escorts[home, default: []].contains { facts.availability.lets($0, go: engagement) }
    }

    /// The guardian who goes along with all of the visits; where one is agreed already, that one alone.
    func guardian(of visits: [Int], away timeAway: TimeAway) -> Identifier<Guardian>? {
        let named = visits.compactMap { planned[$0].agreed?.companion }
        let engagement = Engagement(visits.map { planned[$0] }, timeAway)
        func free(_ visit: Int) -> [Guardian] {
            planned[visit].party.guardians(free: facts.availability, for: engagement)
        }
        return free(visits[0]).map(\.id).first { id in
            named.allSatisfy { $0 == .guardian(id) }
                && visits.allSatisfy { free($0).contains { $0.id == id } }
        }
    }
}
