import VisitModel

/// The members of one household who visit one prisoner together.
///
/// A household with more children than may come at once makes several parties, which share the prisoner's visits.
struct Party: Sendable {
    /// Who goes along with the children.
    enum Companions: Sendable {
        /// One of these guardians of the household, by identifier.
        case guardians([Guardian])
        /// An escort who works from that household.
        case escort(home: Identifier<Household>)

        /// Whether an escort goes along.
        var isEscort: Bool {
            switch self {
            case .guardians: false
            case .escort: true
            }
        }
    }

    let household: Household
    /// The zone whose clocks the household goes by; that of the prison where nil.
    let homeZone: String?
    let prisoner: Prisoner
    let prison: Prison
    /// The bonds that the visit keeps, by child.
    let bonds: [Bond]
    /// The children who go, by identifier.
    let children: [Child]
    let companions: Companions
    /// What each bond may have, in the order of `bonds`.
    let answers: [BondSurvey.Answer]
    /// Which of the household's parties to this prisoner it is, from 0.
    let number: Int

    /// The party's name in a problem: stable from night to night as long as its children stay the same.
    var id: String {
        number == 0 ? "\(household.id)/\(prisoner.id)" : "\(household.id)/\(prisoner.id)/\(number + 1)"
    }

    /// Between which times of day the household is under way, by the clocks of the prison.
    func hours(on day: Day) -> ClosedRange<ClockTime> {
        let (first, last) = (household.leavesAfter, max(household.leavesAfter, household.returnsBefore))
        guard let homeZone, homeZone != prison.zone, let home = Zone.cached(named: homeZone),
            let there = Zone.cached(named: prison.zone)
        else { return first...last }
        func shifted(_ time: ClockTime, beyond edge: ClockTime) -> ClockTime {
            let shown = there.civil(at: home.instant(CivilTime(day, time))).time
            return shown.day == day ? shown.clock : edge
        }
        let opening = shifted(first, beyond: .midnight)
        return opening...max(opening, shifted(last, beyond: .endOfDay))
    }

    /// How many persons come: the children and one adult.
    var persons: Int { Visit.persons(with: children.count) }

    /// What the party may have on `day`: nil where one of its children may not visit then. Where the answers differ,
    /// the narrower one counts.
    func entitlement(on day: Day) -> Entitlement? {
        var joint: Entitlement?
        for answer in answers {
            guard let entitlement = answer.entitlement(on: day), entitlement.permitsVisit else { return nil }
            guard let narrower = joint else {
                joint = entitlement
                continue
            }
            joint = narrower.narrowed(by: entitlement)
        }
        return joint
    }

    /// The guardians who can go along, by preference; none where an escort goes.
    func guardians(free availability: Availability, for engagement: Engagement) -> [Guardian] {
        guard case .guardians(let guardians) = companions else { return [] }
        return guardians.filter { availability.lets($0, go: engagement) }
    }

    /// When the last of the children who waited longest saw the prisoner; nil where one of them never did.
    func lastVisit(_ facts: RegisterIndex) -> Day? {
        var oldest: Day?
        for child in children {
            guard let last = facts.heldVisits(child.id, prisoner.id).last?.date else { return nil }
            oldest = min(oldest ?? last, last)
        }
        return oldest
    }
}

extension Entitlement {
    /// This answer, with every limit that is tighter in `other`.
    fileprivate func narrowed(by other: Entitlement) -> Entitlement {
        func tighter<Limit: Comparable>(_ a: Limit?, _ b: Limit?) -> Limit? {
            guard let a, let b else { return a ?? b }
            return min(a, b)
        }
        var joint = self
        if other.decision == .restricted { joint.decision = .restricted }
        joint.minutesPerVisit = tighter(minutesPerVisit, other.minutesPerVisit)
        joint.visitors.total = tighter(visitors.total, other.visitors.total)
        joint.visitors.children = tighter(visitors.children, other.visitors.children)
        joint.visitors.uncountedBelowAge = min(visitors.uncountedBelowAge, other.visitors.uncountedBelowAge)
        joint.modes = modes.isEmpty ? other.modes : other.modes.isEmpty ? modes : modes.filter(other.modes.contains)
        joint.documents += other.documents.filter { !documents.contains($0) }
        joint.noticeDays = [noticeDays, other.noticeDays].compactMap { $0 }.max()
        return joint
    }
}
