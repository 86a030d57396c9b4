import VisitModel

/// Puts a plan onto data that people have changed while it was made: what their steps touch stays as it is now, and the
/// rest of the plan goes on.
///
/// A part of the plan is what one household or one prisoner is in. A part is touched in five cases: one of its records
/// differs; one of its visits has a new status or date; its session is closed; a visit that stays has taken its table
/// or its escort; a part that shares its journey stays.
package struct PlanRebase {
    private let before: PlanningSnapshot
    private let now: PlanningSnapshot

    /// - Parameters:
    ///   - before: what the plan was made from.
    ///   - now: what the store holds.
    package init(from before: PlanningSnapshot, onto now: PlanningSnapshot) {
        self.before = before
        self.now = now
    }

    /// The plan with what is touched as it is now; nil where something has changed that everything hangs on.
    ///
    /// - Parameter prisoners: those of whom something has changed that the register does not hold: their visit account.
    package func rebased(_ plan: Plan, touching prisoners: Set<Identifier<Prisoner>> = []) -> Plan? {
        guard isGroundSame else { return nil }
        var touched = touchedByPeople
        touched.prisoners.formUnion(prisoners)
        while true {
            let draft = Draft(plan, touched, now)
            let clashing = draft.clashing.filter { !touched.contains($0) }
            if clashing.isEmpty { return draft.plan }
            for visit in clashing { touched.add(visit) }
        }
    }

    /// Whether what concerns everybody is as it was: prisons and when they open, places, schools, money, figures.
    private var isGroundSame: Bool {
        let (old, new) = (before.register, now.register)
        return old.places == new.places && old.distances == new.distances && old.prisons == new.prisons
            && old.templates == new.templates && old.schoolCalendars == new.schoolCalendars
            && old.budgets == new.budgets && old.costs == new.costs && old.separations == new.separations
            && old.parameters == new.parameters && before.timetables == now.timetables
    }

    /// Households and prisoners whose part of the plan is left as it is.
    private struct Touched {
        var households: Set<Identifier<Household>> = []
        var prisoners: Set<Identifier<Prisoner>> = []

        mutating func add(_ visit: Visit) {
            households.insert(visit.household)
            prisoners.insert(visit.prisoner)
        }

        func contains(_ visit: Visit) -> Bool {
            households.contains(visit.household) || prisoners.contains(visit.prisoner)
        }
    }

    private var touchedByPeople: Touched {
        let (old, new) = (before.register, now.register)
        var touched = Touched()
        touched.households = Set(Self.differing(old.households, new.households).map(\.id))
        touched.households.formUnion(Self.differing(old.children, new.children).map(\.household))
        touched.households.formUnion(Self.differing(old.guardians, new.guardians).map(\.household))
        touched.prisoners = Set(Self.differing(old.prisoners, new.prisoners).map(\.id))
        touched.prisoners.formUnion(Self.differing(old.events, new.events).map(\.prisoner))
        touched.prisoners.formUnion(Self.differing(old.bonds, new.bonds).map(\.prisoner))
        touched.prisoners.formUnion(Self.differing(old.givenUp, new.givenUp).map(\.prisoner))
        let moved = Set(Self.differing(old.moved, new.moved))
        for visit in (now.plan?.visits ?? []) where moved.contains(visit.id) { touched.add(visit) }
        let escorts = Set(Self.differing(old.escorts, new.escorts).map(\.home))
        for household in new.households where escorts.contains(household.escortsFrom ?? household.id) {
            touched.households.insert(household.id)
        }
        for visit in Self.differing(old.visits, new.visits) { touched.add(visit) }
        for visit in Self.differing(before.plan?.visits ?? [], now.plan?.visits ?? []) { touched.add(visit) }
        return touched
    }

    /// What is in one of the lists and not, or otherwise, in the other.
    private static func differing<Value: Hashable>(_ a: [Value], _ b: [Value]) -> Set<Value> {
        a == b ? [] : Set(a).symmetricDifference(b)
    }

    /// A plan of which a part is as it was.
    private struct Draft {
        let plan: Plan
        /// Visits that are new in the plan or stay in it.
        private let fresh: [Visit]
        /// Visits that are left as they are now, and those that are agreed, with their journey as the plan tells it.
        private let current: [Visit]
        private let now: PlanningSnapshot
        private let tripsPerDay: Int

        init(_ plan: Plan, _ touched: Touched, _ now: PlanningSnapshot) {
            self.now = now
            tripsPerDay = PlanningParameters(now.register.parameters).escortTripsPerDay
            let open = (now.plan?.visits ?? []).filter { $0.status.isOpen && $0.date > plan.today }
            let kept = open.filter(touched.contains)
            fresh = plan.visits.filter { !touched.contains($0) }
            let retold = Dictionary(fresh.map { ($0.id, $0) }) { first, _ in first }
            current = kept + now.register.visits.filter(\.status.isAhead).map { retold[$0.id] ?? $0 }
            var rebased = plan
            rebased.visits = (fresh + kept).sorted {
                ($0.date, $0.start ?? .midnight, $0.id) < ($1.date, $1.start ?? .midnight, $1.id)
            }
            let known = Set(fresh.map(\.id))
            let cancelled = Set((now.plan?.visits ?? []).filter { !touched.contains($0) }.map(\.id))
            rebased.changes = plan.changes.filter { known.contains($0.visit) || cancelled.contains($0.visit) }
            let homes = Dictionary(now.register.children.map { ($0.id, $0.household) }) { first, _ in first }
            func isTouched(_ refusal: Refusal) -> Bool {
                touched.prisoners.contains(refusal.prisoner)
                    || homes[refusal.child].map(touched.households.contains) ?? true
            }
            rebased.refusals =
                plan.refusals.filter { !isTouched($0) } + (now.plan?.refusals ?? []).filter(isTouched)
            self.plan = rebased
        }

        /// Visits that conflict with a visit that stays, so that their part is left as it is now: their session is
        /// closed or full, their escort is elsewhere, or the plan has parted those who go on one journey.
        var clashing: [Visit] {
            let agreed = Set(current.map(\.id))
            let proposed = fresh.filter { $0.status.isOpen && !agreed.contains($0.id) }
            return proposed.filter { isClosed($0) || isEscortElsewhere($0) } + overfull(proposed) + parted
        }

        private func isClosed(_ visit: Visit) -> Bool {
            now.register.closures.contains { closure in
                closure.prison == visit.prison && closure.days.contains(visit.date)
                    && (closure.template.map { visit.session == Identifier($0, on: visit.date) } ?? true)
            }
        }

        /// Whether an escort is away with others at that time, or has as many journeys on one of the days as escorts make.
        private func isEscortElsewhere(_ visit: Visit) -> Bool {
            guard case .escort = visit.companion else { return false }
            let timeAway = TimeAway(of: visit)
            let current = journeys(of: current, beside: visit)
            if current.contains(where: timeAway.overlaps) { return true }
            let onDay = current.union(journeys(of: fresh, beside: visit))
            return !current.isEmpty
                && timeAway.days.contains { day in onDay.count { $0.days.contains(day) } >= tripsPerDay }
        }

        /// When the escort of a visit is under way on other journeys than that of the visit.
        private func journeys(of visits: [Visit], beside visit: Visit) -> Set<TimeAway> {
            Set(
                visits.filter { other in
                    guard let escort = visit.companion, other.adults.contains(escort), other.id != visit.id else {
                        return false
                    }
                    return visit.trip?.shared == nil || visit.trip?.shared != other.trip?.shared
                }.map(TimeAway.init(of:)))
        }

        /// Of sessions with more visits than tables or seats the fresh ones, those that came last first.
        private func overfull(_ proposed: [Visit]) -> [Visit] {
            let prisons = Dictionary(now.register.prisons.map { ($0.id, $0) }) { first, _ in first }
            let templates = Dictionary(now.register.templates.map { ($0.id, $0) }) { first, _ in first }
            let taken = Dictionary(grouping: current, by: \.session)
            return Dictionary(grouping: proposed, by: \.session).flatMap { session, visits -> [Visit] in
                guard let session, let prison = visits.first.flatMap({ prisons[$0.prison] }),
                    let template = templates.first(where: { Identifier($0.key, on: visits[0].date) == session })?.value
                else { return visits }
                var (tables, seats) = (template.tables, template.seats ?? .max)
                for visit in taken[session, default: []] {
                    tables -= prison.tables(for: visit.persons)
                    seats -= visit.persons
                }
                return visits.sorted { $0.id < $1.id }.filter { visit in
                    tables -= prison.tables(for: visit.persons)
                    seats -= visit.persons
                    return tables < 0 || seats < 0
                }
            }
        }

        /// Of journeys that lead to a meeting which nobody makes: the fresh visits on them, and the visits that make the meeting
        /// now.
        private var parted: [Visit] {
            let all = Set((fresh + current).map(Appointment.init))
            func lost(_ visit: Visit) -> [SharedTrip.Meeting] {
                (visit.trip?.shared?.others(than: visit) ?? []).filter { !all.contains(Appointment($0)) }
            }
            let told = fresh.filter { !lost($0).isEmpty }
            let missing = Set(current.flatMap(lost).map(Appointment.init))
            guard !missing.isEmpty else { return told }
            return told
                + ((now.plan?.visits ?? []) + now.register.visits).filter { missing.contains(Appointment($0)) }
        }

        /// Who meets whom in which session.
        private struct Appointment: Hashable {
            let session: Identifier<Session>?
            let prisoner: Identifier<Prisoner>
            let children: [Identifier<Child>]

            init(_ visit: Visit) {
                (session, prisoner, children) = (visit.session, visit.prisoner, visit.children)
            }

            init(_ meeting: SharedTrip.Meeting) {
                (session, prisoner, children) = (meeting.session, meeting.prisoner, meeting.children)
            }
        }
    }
}
