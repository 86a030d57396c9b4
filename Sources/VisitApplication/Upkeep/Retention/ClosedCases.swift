import VisitModel

/// The children whose bonds have all ended, since every prisoner was released.
///
/// A child without any bond is no closed case: nobody knows since when.
struct ClosedCases {
    /// One child.
    struct Case: Hashable {
        /// The child.
        let child: Identifier<Child>
        /// The day on which the last bond ended.
        let ended: Day
    }

    /// The closed cases, by the child's identifier.
    let cases: [Case]
    /// The children who have no bond, of whom it cannot be told.
    let withoutBond: [Identifier<Child>]

    /// The closed cases of a register on a day.
    init(_ register: Register, today: Day) {
        let prisoners = Dictionary(register.prisoners.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let events = Dictionary(grouping: register.events, by: \.prisoner)
        let bonds = Dictionary(grouping: register.bonds, by: \.child)
        let expected = Set(
            register.visits.filter { $0.status.isAhead && $0.date >= today }.flatMap(\.children))
        var (cases, withoutBond): ([Case], [Identifier<Child>]) = ([], [])
        // Who was erased stays as a child without a name.
        for child in register.children.sorted(by: { $0.id < $1.id }) where !child.name.isEmpty {
            guard let bonds = bonds[child.id] else {
                withoutBond.append(child.id)
                continue
            }
            let ends = bonds.map { bond in
                prisoners[bond.prisoner].flatMap { Self.released($0, events[bond.prisoner] ?? [], today: today) }
            }
            guard !expected.contains(child.id), let last = ends.compactMap({ $0 }).max(), !ends.contains(nil) else {
                continue
            }
            cases.append(Case(child: child.id, ended: last))
        }
        (self.cases, self.withoutBond) = (cases, withoutBond)
    }

    /// Since when the prisoner is free; nil for one who is not, or who came back.
    private static func released(_ prisoner: Prisoner, _ events: [PrisonerEvent], today: Day) -> Day? {
        var stays = events.filter { $0.date <= today && [.released, .admitted, .returned].contains($0.kind) }
            .map { (day: $0.date, isFree: $0.kind == .released) }
        if let admitted = prisoner.admitted, admitted <= today { stays.append((admitted, false)) }
        if let release = prisoner.release, release <= today { stays.append((release, true)) }
        // On one day the release counts: who is admitted and released on it is free.
        return stays.max { ($0.day, $0.isFree ? 1 : 0) < ($1.day, $1.isFree ? 1 : 0) }.flatMap {
            $0.isFree ? $0.day : nil
        }
    }
}
