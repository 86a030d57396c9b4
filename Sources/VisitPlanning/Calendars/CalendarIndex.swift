import VisitModel
import VisitStore

/// Which visits stand in whose calendar.
struct CalendarIndex {
    private let visits: [VisitMark]
    private let homes: [Identifier<Escort>: Identifier<Household>]
    private let charityHomes: Set<Identifier<Household>>
    private let childrenByHousehold: [Identifier<Household>: [Child]]
    private let childrenByID: [Identifier<Child>: Child]

    init(_ visits: [VisitMark], _ register: Register) {
        self.visits = visits
        homes = Dictionary(register.escorts.map { ($0.id, $0.home) }) { first, _ in first }
        charityHomes = Set(register.households.filter { $0.kind == .charityHome }.map(\.id) + homes.values)
        childrenByHousehold = Dictionary(grouping: register.children, by: \.household)
        childrenByID = Dictionary(register.children.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Everybody of that kind who has visits, by identifier, with the positions of the visits in their order.
    func subjects(of kind: Feed.Scope.Kind) -> [(subject: String, positions: [Int])] {
        var found: [String: [Int]] = [:]
        for (position, visit) in visits.enumerated() {
            for subject in subjects(of: kind, in: visit) { found[subject, default: []].append(position) }
        }
        return found.map { (subject: $0.key, positions: $0.value) }
            .sorted { $0.subject.utf8.lexicographicallyPrecedes($1.subject.utf8) }
    }

    /// The children who live where the calendar is read; none where it is nobody's home.
    func children(of scope: Feed.Scope) -> [Child] {
        switch scope {
        case .household(let id), .home(let id): childrenByHousehold[id, default: []]
        case .child(let id): childrenByID[id].map { [$0] } ?? []
        case .escort, .prison, .prisoner: []
        }
    }

    private func subjects(of kind: Feed.Scope.Kind, in visit: VisitMark) -> [String] {
        switch kind {
        case .household: return [visit.household.text]
        case .child: return visit.children.map(\.text)
        case .prison: return [visit.prison.text]
        case .prisoner: return [visit.prisoner.text]
        case .escort:
            guard case .escort(let id) = visit.companion else { return [] }
            return [id.text]
        case .home:
            var home: Identifier<Household>?
            if case .escort(let id) = visit.companion { home = homes[id] }
            let own = charityHomes.contains(visit.household) ? visit.household : nil
            return Set([own, home].compactMap(\.self)).sorted().map(\.text)
        }
    }
}
