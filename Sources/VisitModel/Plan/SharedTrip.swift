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
    /// The journey when `child` does not come along: the child's meetings go on with the others or are not there.
    public func without(_ child: Identifier<Child>) -> Trip {
        let meetings = (shared?.meetings ?? []).compactMap { meeting -> SharedTrip.Meeting? in
            var meeting = meeting
            meeting.children.removeAll { $0 == child }
            return meeting.children.isEmpty ? nil : meeting
        }
        return leading(to: meetings)
    }

    /// The journey without the meetings for which `isLost` is true; the people of those meetings stay at home.
    public func without(_ isLost: (SharedTrip.Meeting) -> Bool) -> Trip {
        let meetings = (shared?.meetings ?? []).filter { !isLost($0) }
        return meetings.count < shared?.meetings.count ?? 0 ? leading(to: meetings) : self
    }

    /// The journey to these of its meetings only. It costs what those pay who still travel, or more where nobody knows whose
    /// ticket falls away. Where nobody knows who pays how much, the cost stays.
    private func leading(to meetings: [SharedTrip.Meeting]) -> Trip {
        var trip = self
        trip.shared = meetings.count > 1 ? SharedTrip(meetings: meetings) : nil
        trip.tickets = nil
        let nights = cents - outbound.cents - homeward.cents
        guard let shared, let tickets, nights >= .zero else { return trip }
        let staying = Set(meetings.flatMap(\.children)).count
        if staying == shared.children.count {
            trip.tickets = tickets
            return trip
        }
        guard let left = tickets.most(for: staying, of: shared.children.count) else { return trip }
        trip.outbound.cents = tickets.fare(of: left, where: outbound.cents)
        // Visits of several sessions divide the same way differently into there and back, and hold one sum.
        trip.homeward.cents =
            Set(meetings.map(\.session)).count > 1
            ? tickets.fare(of: left, where: outbound.cents + homeward.cents) - trip.outbound.cents
            : tickets.fare(of: left, where: homeward.cents)
        let beds = (nights.count * left.persons + tickets.persons - 1) / tickets.persons
        trip.cents = trip.outbound.cents + trip.homeward.cents + Cents(beds)
        if tickets.areAlike(children: shared.children.count) { trip.tickets = left }
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

extension Tickets {
    /// The most that `staying` of `children` children may need with all the adults; nil where these are not tickets of so
    /// many with an adult, who pays the whole fare.
    fileprivate func most(for staying: Int, of children: Int) -> Tickets? {
        let adults = persons - children
        guard adults > 0, full >= adults, (1...children).contains(staying) else { return nil }
        let whole = min(staying, full - adults)
        let halved = min(staying - whole, half)
        return Tickets(full: adults + whole, half: halved, free: staying - whole - halved)
    }

    /// Whether one adult travels, and all children pay alike, so that it does not matter which of them stay at home.
    fileprivate func areAlike(children: Int) -> Bool {
        persons - children == 1 && [full - 1, half, free].contains(children)
    }

    /// What the fewer tickets `left` cost where these cost `cents`: never less than each fare, of which half is rounded up.
    fileprivate func fare(of left: Tickets, where cents: Cents) -> Cents {
        func sum(_ tickets: Tickets, _ fare: Int) -> Int { fare * tickets.full + (fare + 1) / 2 * tickets.half }
        let fare = 2 * cents.count / (2 * full + half)
        // Of several fares on one way each half is rounded up, which is not known of their sum.
        return Cents(sum(left, fare) + max(0, cents.count - sum(self, fare)))
    }
}
