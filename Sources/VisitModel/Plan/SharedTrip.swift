/// A journey that leads to more than one meeting: several parties of one home in one session, or two meetings one after the
/// other, such as with the mother and with the father.
///
/// Every visit of such a journey holds the same value, by which they are known to belong together. Meetings are named by
/// what they are, not by the identifiers of visits, which a plan gives only when it is published.
public struct SharedTrip: Hashable, Sendable {
    /// One meeting on the journey.
    public struct Meeting: Hashable, Sendable {
        /// The session.
        public var session: Identifier<Session>
        /// The prison in which the prisoner is held.
        public var prison: Identifier<Prison>
        /// The prisoner who is visited.
        public var prisoner: Identifier<Prisoner>
        /// The children who meet the prisoner, sorted. Others on the journey wait.
        public var children: [Identifier<Child>]
        /// When it begins on the wall clock of the prison.
        public var begins: CivilTime
        /// When it ends.
        public var ends: CivilTime

        /// A meeting.
        public init(
            session: Identifier<Session>, prison: Identifier<Prison>, prisoner: Identifier<Prisoner>,
            children: [Identifier<Child>], begins: CivilTime, ends: CivilTime
        ) {
            self.session = session
            self.prison = prison
            self.prisoner = prisoner
            self.children = children
            self.begins = begins
            self.ends = ends
        }

        /// Whether `visit` is this meeting.
        public func isMade(by visit: Visit) -> Bool {
            visit.session == session && visit.prisoner == prisoner && visit.children == children
        }
    }

    /// The meetings, in the order in which they are held. At least two.
    public var meetings: [Meeting]

    /// A journey to these meetings.
    public init(meetings: [Meeting]) {
        self.meetings = meetings
    }

    /// The children who travel, sorted, each once.
    public var children: [Identifier<Child>] { Set(meetings.flatMap(\.children)).sorted() }

    /// The meetings other than that of `visit`.
    public func others(than visit: Visit) -> [Meeting] { meetings.filter { !$0.isMade(by: visit) } }
}

extension Trip {
    /// The journey when `child` does not come along: the child's meetings go on with the others or are not there. Who pays
    /// how much is not known any more.
    public func without(_ child: Identifier<Child>) -> Trip {
        var trip = self
        trip.tickets = nil
        let meetings = (shared?.meetings ?? []).compactMap { meeting -> SharedTrip.Meeting? in
            var meeting = meeting
            meeting.children.removeAll { $0 == child }
            return meeting.children.isEmpty ? nil : meeting
        }
        trip.shared = meetings.count > 1 ? SharedTrip(meetings: meetings) : nil
        return trip
    }

    /// The journey without the meetings for which `isLost` is true; the people of those meetings stay at home. Who pays
    /// how much is not known any more; the cost stays the most that it can be.
    public func without(_ isLost: (SharedTrip.Meeting) -> Bool) -> Trip {
        var trip = self
        let meetings = (shared?.meetings ?? []).filter { !isLost($0) }
        guard meetings.count < shared?.meetings.count ?? 0 else { return trip }
        trip.tickets = nil
        trip.shared = meetings.count > 1 ? SharedTrip(meetings: meetings) : nil
        return trip
    }

    /// The journey with `pseudonym` in the place of `child`, for one that is over: as many have travelled.
    public func naming(_ pseudonym: Identifier<Child>, insteadOf child: Identifier<Child>) -> Trip {
        var trip = self
        trip.shared?.meetings = (shared?.meetings ?? []).map { meeting in
            var meeting = meeting
            meeting.children = meeting.children.map { $0 == child ? pseudonym : $0 }.sorted()
            return meeting
        }
        return trip
    }
}

/// The tickets of a journey: who pays the whole fare, half of it, or nothing.
public struct Tickets: Hashable, Sendable {
    /// How many pay the whole fare.
    public var full: Int
    /// How many pay half.
    public var half: Int
    /// How many travel free.
    public var free: Int

    /// Tickets for so many.
    public init(full: Int, half: Int, free: Int) {
        self.full = full
        self.half = half
        self.free = free
    }

    /// How many travel.
    public var persons: Int { full + half + free }
}
