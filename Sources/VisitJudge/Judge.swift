import VisitModel

/// Says of every visit ahead what does not hold of it, from the register, the rules, the timetables and the clock
/// alone.
///
/// Nothing is searched for and nothing is changed. The same world gives the same flags in the same order, whatever the
/// number of threads.
public struct Judge: Sendable {
    /// How many questions are put to visits.
    public static var checks: Int { Check.all.count }

    private let world: JudgedWorld
    private let docket: Docket
    private let threads: Int

    /// A judge of `world`. The rules are asked about every visit ahead, which is most of the work; keep it for several
    /// questions.
    ///
    /// - Parameter threads: on how many threads it works.
    public init(_ world: JudgedWorld, threads: Int = ConcurrentMap.usualThreads) {
        self.world = world
        self.threads = threads
        docket = Docket(world, threads: threads)
    }

    /// How many visits are judged: those ahead, and those whose day has passed without an outcome.
    public var judged: Int { docket.visits.count { $0.visit.status.isAhead } }

    /// What does not hold, by the visit's date, start and identifier, then by code and subject. A flag's `since` and
    /// `waiver` are left to whoever keeps it.
    public func flags() -> [VisitFlag] {
        let single = ConcurrentMap.map(docket.visits.count, threads: threads, fewest: Self.fewest) { part in
            part.flatMap { flags(of: docket.visits[$0]) }
        }
        let together = Check.all.flatMap { check in
            guard case .together(let common, let ask) = check.question else { return [VisitFlag]() }
            let groups = docket.groups[common, default: []]
            return ConcurrentMap.map(groups.count, threads: threads, fewest: Self.fewest) { part in
                groups[part].flatMap { group in ask(group.map { docket.visits[$0] }, world) }
            }.flatMap { $0 }
        }
        return sorted(single.flatMap { $0 } + together)
    }

    /// What does not hold of these visits, in the same order. Visits that are not in the world are passed over.
    public func flags(of visits: Set<Identifier<Visit>>) -> [VisitFlag] {
        let positions = Set(docket.visits.indices.filter { visits.contains(docket.visits[$0].visit.id) })
        var found = positions.flatMap { flags(of: docket.visits[$0]) }
        for check in Check.all {
            guard case .together(let common, let ask) = check.question else { continue }
            for group in docket.groups[common, default: []] where group.contains(where: positions.contains) {
                found += ask(group.map { docket.visits[$0] }, world)
            }
        }
        return sorted(found.filter { visits.contains($0.visit) })
    }

    /// With fewer visits or groups for each a second thread does not pay off.
    private static let fewest = 100

    private func flags(of visit: JudgedVisit) -> [VisitFlag] {
        guard visit.visit.status.isAhead else { return [] }
        return Check.all.flatMap { check -> [VisitFlag] in
            switch check.question {
            case .each(let ask): visit.isAhead ? ask(visit, world) : []
            case .overdue(let ask): visit.isAhead ? [] : ask(visit)
            case .together: []
            }
        }
    }

    /// The flags in order, those of one visit, code and subject joined with the facts of all of them.
    private func sorted(_ flags: [VisitFlag]) -> [VisitFlag] {
        let concerned = Set(flags.map(\.visit))
        var order: [Identifier<Visit>: Int] = [:]
        for (position, visit) in docket.visits.enumerated() where concerned.contains(visit.visit.id) {
            order[visit.visit.id] = position
        }
        func isBefore(_ a: VisitFlag, _ b: VisitFlag) -> Bool {
            if a.visit != b.visit { return order[a.visit, default: 0] < order[b.visit, default: 0] }
            if a.code != b.code { return a.code < b.code }
            if a.subject != b.subject { return a.subject < b.subject }
            return a.facts.lexicographicallyPrecedes(b.facts) { ($0.name, $0.value) < ($1.name, $1.value) }
        }
        var joined: [VisitFlag] = []
        for flag in flags.sorted(by: isBefore) {
            if let last = joined.last, (last.visit, last.code, last.subject) == (flag.visit, flag.code, flag.subject) {
                joined[joined.count - 1].facts += flag.facts.filter { !last.facts.contains($0) }
            } else {
                joined.append(flag)
            }
        }
        return joined
    }
}
