import VisitModel

/// Makes a new plan the successor of the published one: visits that stay keep everything, visits that move keep their
/// identifier and say so, the rest is new or cancelled; and every change has a reason.
struct PlanSuccession {
    /// What changed, by visit.
    private(set) var changes: [Plan.Change] = []
    private let earlier: [Visit]
    private let possible: Set<Identifier<Visit>>

    init(published: Plan?, standing: [some Hashable: Visit], horizon: DayRange) {
        earlier = (published?.visits ?? []).filter {
            $0.status.isOpen && horizon.contains($0.date)
        }
        possible = Set(standing.values.map(\.id))
    }

    /// The visits with the identifiers, statuses and sequence numbers that follow from the plan before.
    mutating func settle(
        _ visits: [Visit], at stamp: Instant, naming identifiers: inout VisitIdentifiers
    ) -> [Visit] {
        struct Place: Hashable {
            let party: PartyKey
            let session: Identifier<Session>?
        }
        var kept: [Place: Visit] = [:]
        for visit in earlier { kept[Place(party: PartyKey(visit), session: visit.session)] = visit }
        var settled: [Visit] = []
        var moved: [Visit] = []
        var left = Set(earlier.map(\.id))
        for visit in visits {
            guard let before = kept[Place(party: PartyKey(visit), session: visit.session)] else {
                moved.append(visit)
                continue
            }
            left.remove(before.id)
            var stays = visit
            stays.status = before.status
            // The reasons tell how it looked when the date was chosen; a night that changes nothing else leaves them.
            if !before.reasons.isEmpty { stays.reasons = before.reasons }
            settled.append(stays.following(before, at: stamp))
        }
        var leftovers = Dictionary(grouping: earlier.filter { left.contains($0.id) }, by: PartyKey.init)
        for visit in moved {
            if let before = leftovers[PartyKey(visit)]?.first {
                leftovers[PartyKey(visit)]?.removeFirst()
                left.remove(before.id)
                settled.append(visit.following(before, at: stamp))
                changes.append(Plan.Change(visit: before.id, kind: .moved, reason: reason(for: before)))
            } else {
                var new = visit
                new.id = identifiers.identifier(for: visit)
                new.changed = stamp
                settled.append(new)
                if !earlier.isEmpty { changes.append(Plan.Change(visit: new.id, kind: .added, reason: Self.added)) }
            }
        }
        for visit in earlier where left.contains(visit.id) {
            changes.append(Plan.Change(visit: visit.id, kind: .cancelled, reason: reason(for: visit)))
        }
        changes.sort { ($0.visit, $0.kind.rawValue) < ($1.visit, $1.kind.rawValue) }
        return settled
    }

    private struct PartyKey: Hashable {
        let household: Identifier<Household>
        let prisoner: Identifier<Prisoner>
        let children: [Identifier<Child>]

        init(_ visit: Visit) {
            household = visit.household
            prisoner = visit.prisoner
            children = visit.children
        }
    }

    private static let added = BilingualText(
        en: "A place became free, or the horizon moved on.", zh: "有了空位，或计划期向后推移。")

    private func reason(for visit: Visit) -> BilingualText {
        possible.contains(visit.id)
            ? BilingualText(
                en: "Another date serves the children better by more than a change costs.",
                zh: "另一日期对孩子们更有利，且超过变更带来的不便。")
            : BilingualText(
                en:
                    "The date has become impossible: the session, the companion, the journey or the entitlement has changed.",
                zh: "原日期已不可行：会见场次、陪同人员、行程或会见权利有变化。")
    }
}
