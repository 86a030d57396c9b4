import VisitModel

/// Makes a new plan the successor of the published one. Visits that stay keep everything. Visits that move keep their
/// identifier, and their SEQUENCE rises. The others are new or cancelled. Every change has a reason.
struct PlanSuccession {
    /// What changed, by visit.
    private(set) var changes: [Plan.Change] = []
    private let earlier: [Visit]
    private let reachedUntil: Day?
    private let reason: (Visit, Visit?) -> BilingualText

    /// - Parameters:
    ///   - kept: visits that stay as they are and are not the plan's to change.
    ///   - reason: why a visit is no longer where it was, or as it was with another adult, and what it has become; nil where
    ///     it is gone.
    init(
        published: Plan?, besides kept: Set<Identifier<Visit>> = [], horizon: DayRange,
        reason: @escaping (Visit, Visit?) -> BilingualText
    ) {
        earlier = (published?.visits ?? []).filter {
            $0.status.isOpen && horizon.contains($0.date) && !kept.contains($0.id)
        }
        reachedUntil = published?.horizon.last
        self.reason = reason
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
        var moves: [Move] = []
        for visit in visits {
            guard let before = kept[Place(party: PartyKey(visit), session: visit.session)] else {
                moved.append(visit)
                continue
            }
            left.remove(before.id)
            let isAtItsTime = (visit.start, visit.minutes) == (before.start, before.minutes)
            // What people have asked for at one time they have not at another: it stays, and the judge says what does not hold.
            guard isAtItsTime || before.status != .requested else {
                settled.append(before)
                continue
            }
            if !isAtItsTime {
                changes.append(Plan.Change(visit: before.id, kind: .moved, reason: Self.otherTime(before, visit)))
            }
            var stays = visit
            stays.status = before.status
            // The reasons tell how it looked when the date was chosen; a night that changes nothing else leaves them.
            if !before.reasons.isEmpty { stays.reasons = before.reasons }
            settled.append(stays.following(before, at: stamp))
            if before.companion != nil, visit.companion != before.companion {
                changes.append(Plan.Change(of: before, to: visit, kind: .adult, reason: reason(before, visit)))
            }
        }
        var leftovers = Dictionary(grouping: earlier.filter { left.contains($0.id) }, by: PartyKey.init)
        for visit in moved {
            if let before = leftovers[PartyKey(visit)]?.first {
                leftovers[PartyKey(visit)]?.removeFirst()
                left.remove(before.id)
                settled.append(visit.following(before, at: stamp))
                moves.append(Move(before: before, now: visit))
            } else {
                var new = visit
                new.id = identifiers.identifier(for: visit)
                new.changed = stamp
                settled.append(new)
                if !earlier.isEmpty { changes.append(Plan.Change(visit: new.id, kind: .added, reason: added(visit))) }
            }
        }
        for move in moves {
            let other = moves.first { move.isExchanged(for: $0) }
            changes.append(
                Plan.Change(
                    of: move.before, to: move.now, kind: .moved,
                    reason: other.map(Self.exchanged) ?? reason(move.before, move.now)))
        }
        for visit in earlier where left.contains(visit.id) {
            changes.append(Plan.Change(of: visit, to: nil, kind: .cancelled, reason: reason(visit, nil)))
        }
        changes.sort { ($0.visit, $0.kind.rawValue) < ($1.visit, $1.kind.rawValue) }
        return settled
    }

    /// A visit that is elsewhere now.
    private struct Move {
        let before: Visit
        let now: Visit

        /// Whether both are visits to one prisoner that have taken each other's month. Each blocks the other in its old
        /// month, so neither is the reason for the other's move.
        func isExchanged(for other: Move) -> Bool {
            before.prisoner == other.before.prisoner && before.date.month != other.before.date.month
                && now.date.month == other.before.date.month && other.now.date.month == before.date.month
        }
    }

    private static func exchanged(_ other: Move) -> BilingualText {
        BilingualText(
            en:
                "It has changed months with another visit to the same prisoner, which moved from \(other.before.date) to "
                + "\(other.now.date); the plan as a whole came out so.",
            zh: "与同一服刑人员的另一次会见互换了月份（那次由 \(other.before.date) 改为 \(other.now.date)）；整体安排如此调整。")
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

    private static func otherTime(_ before: Visit, _ now: Visit) -> BilingualText {
        func told(_ visit: Visit) -> (en: String, zh: String) {
            let start = visit.start.map { "\($0)" }
            return (
                (start.map { "\($0), " } ?? "") + "\(visit.minutes.count) minutes",
                (start.map { "\($0)，" } ?? "") + "\(visit.minutes.count) 分钟"
            )
        }
        let (old, new) = (told(before), told(now))
        return BilingualText(
            en: "The session has other hours now: \(new.en), no longer \(old.en).",
            zh: "该场次的时间已变：由 \(old.zh) 改为 \(new.zh)。")
    }

    private func added(_ visit: Visit) -> BilingualText {
        if let reachedUntil, visit.date > reachedUntil {
            return BilingualText(
                en: "The plan before reached to \(reachedUntil) only.", zh: "上一份计划只安排到 \(reachedUntil)。")
        }
        return BilingualText(en: "There is room for it now.", zh: "现在有了名额。")
    }
}
