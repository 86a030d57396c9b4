import VisitModel
import VisitStore

/// Which visits stand in whose calendar.
struct CalendarIndex {
    private let visits: [VisitMark]

    init(_ visits: [VisitMark]) {
        self.visits = visits
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

    private func subjects(of kind: Feed.Scope.Kind, in visit: VisitMark) -> [String] {
        switch kind {
        case .household: return [visit.household.text]
        case .child: return visit.children.map(\.text)
        case .prison: return [visit.prison.text]
        case .prisoner: return [visit.prisoner.text]
        case .escort:
            return visit.adults.compactMap { if case .escort(let id) = $0 { id.text } else { nil } }
        case .home: return visit.homes.map(\.text)
        }
    }
}
