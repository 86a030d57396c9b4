import VisitModel

extension Check {
    /// No adult is in two places at once, from leaving home to being home, nights included. Several tables of one
    /// sitting are one place.
    static let adultTwice = Check(.adultTwice, of: .adult) { visits, world in
        visits.collisions(in: world).flatMap { first, second, collision in
            guard collision == .journeys || first.sitting != second.sitting else { return [VisitFlag]() }
            let adults = first.visit.adults.filter(second.visit.adults.contains)
            return first.toName(besides: second).flatMap { visit, other in
                adults.map { visit.flag(.adultTwice, $0.subject, other.named) }
            }
        }
    }

    /// No child is in two places at once, or at two tables; two visits to one prisoner at once are named apart.
    static let childTwice = Check(.childTwice, .bondTwice, of: .child) { visits, world in
        visits.collisions(in: world).flatMap { first, second, _ in
            let isOneBond = first.visit.prisoner == second.visit.prisoner && first.meets(during: second)
            let code: VisitFlag.Code = isOneBond ? .bondTwice : .childTwice
            let children = first.visit.children.filter(second.visit.children.contains)
            return first.toName(besides: second).flatMap { visit, other in
                children.map { visit.flag(code, "child \($0)", other.named) }
            }
        }
    }
}

/// How two visits of one person collide.
enum Collision: Hashable {
    /// Their meetings are at one time.
    case meetings
    /// The person is on two journeys at once.
    case journeys
}

extension JudgedVisit {
    /// Whether both meetings have a moment in common.
    func meets(during other: JudgedVisit) -> Bool {
        guard let meeting, let others = other.meeting else { return false }
        return meeting.overlaps(others)
    }

    /// How this visit and `other`, a later one of the same person, collide: by their meetings where they are on one
    /// journey, or in one prison and a journey is not known; otherwise by the times away from home; for an unknown
    /// journey by the shortest possible travel time between the two places. Nil where they do not.
    func collision(with other: JudgedVisit, in world: JudgedWorld) -> Collision? {
        let isOneOuting =
            journey == other.journey
            || visit.prison == other.visit.prison && (visit.trip == nil || other.visit.trip == nil)
        if isOneOuting { return meets(during: other) ? .meetings : nil }
        guard let away, let others = other.away else { return nil }
        if away.overlaps(others) { return .journeys }
        guard bringsPeople, other.bringsPeople, let way = fewestMinutes(to: other, in: world) else { return nil }
        return others.begins < away.ends + way.count * 60 ? .journeys : nil
    }

    /// The fewest minutes from where this visit lets its people go to where `other` takes them up; nil where both
    /// journeys are known, which then decide, or where the travel time is not known.
    private func fewestMinutes(to other: JudgedVisit, in world: JudgedWorld) -> Minutes? {
        guard visit.trip == nil || other.visit.trip == nil,
            let from = visit.trip.map({ $0.homeward.legs.last?.to }) ?? prison?.place,
            let to = other.visit.trip.map({ $0.outbound.legs.first?.from }) ?? other.prison?.place
        else { return nil }
        // It takes the faster of road and timetable, so that only impossible pairs are flagged.
        return world.roads.fewestMinutes(
            from: from, to: to, (world.places[from]?.coordinate, world.places[to]?.coordinate), isRail: true)
    }

    /// All the time that the visit takes.
    fileprivate var whole: Span? {
        guard let meeting, let away else { return away ?? meeting }
        return Span(min(meeting.begins, away.begins), max(meeting.ends, away.ends))
    }
}

extension [JudgedVisit] {
    /// Nobody is on the way for longer between two visits, in seconds.
    private static var longestWay: Int { 24 * 3600 }

    /// The pairs of visits of one person that collide.
    fileprivate func collisions(in world: JudgedWorld) -> [(JudgedVisit, JudgedVisit, Collision)] {
        let timed = compactMap { visit in visit.whole.map { (visit: visit, span: $0) } }
            .sorted { ($0.span.begins, $0.visit.visit.id) < ($1.span.begins, $1.visit.visit.id) }
        var found: [(JudgedVisit, JudgedVisit, Collision)] = []
        for (position, first) in timed.enumerated() {
            for second in timed[(position + 1)...] {
                guard second.span.begins < first.span.ends + Self.longestWay else { break }
                if let collision = first.visit.collision(with: second.visit, in: world) {
                    found.append((first.visit, second.visit, collision))
                }
            }
        }
        return found
    }
}
