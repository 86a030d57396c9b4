import VisitModel

/// Finds the trip around a visit: by timetable where one covers the day and joins the two places, otherwise by the
/// planner's estimate.
///
/// It caches its results, so use one finder for all parties and sessions.
public struct TripFinder: Sendable {
    /// The roads and estimates.
    public let planner: TravelPlanner
    var search: JourneySearch?
    private var kinds: [Day: DayKind] = [:]
    private var numbers: [[Int?]: Int] = [:]

    /// A finder over `planner` and, where there are any, `timetables`.
    public init(_ planner: TravelPlanner, timetables: [Timetable] = []) {
        self.planner = planner
        search =
            timetables.isEmpty
            ? nil
            : JourneySearch(Network(timetables, parameters: planner.parameters), parameters: planner.parameters)
    }

    /// What makes two days alike for journeys: trips to sessions at the same times of two days of one kind differ by
    /// nothing but the date.
    public struct DayKind: Hashable, Sendable {
        fileprivate var number: Int
    }

    /// The kind of `day`, with the evening before it and the morning after it, when nights are spent away.
    public mutating func kind(of day: Day) -> DayKind {
        guard search != nil else { return DayKind(number: 0) }
        if let known = kinds[day] { return known }
        let patterns = [day - 1, day, day + 1].map { search?.pattern(of: $0) }
        let number = numbers[patterns] ?? numbers.count
        numbers[patterns] = number
        kinds[day] = DayKind(number: number)
        return DayKind(number: number)
    }

    /// Tells of a visit to which trips will be asked for. What is told of first is found together: the sessions of a day
    /// share one search in each direction.
    public mutating func expect(_ visit: Appointment) {
        search?.expect(at: visit.place, arriving: visit.checkIn, leaving: visit.release)
    }

    /// The journeys of one adult on a day, without regard to limits: those that no other beats in departure, arrival and
    /// boardings, the shortest first.
    ///
    /// Out: arriving by `arriveBy`. Home: leaving after `returnAfter`. Where no timetable joins the places on that day,
    /// the planner's estimate.
    /// - Throws: `TravelError` where there is no way.
    public mutating func journeys(
        from home: Identifier<Place>, to prison: Identifier<Place>, date: Day, arriveBy: ClockTime,
        returnAfter: ClockTime
    ) throws(TravelError) -> (outbound: [Journey], homeward: [Journey]) {
        let (from, to) = (try planner.place(home), try planner.place(prison))
        let out = search?.arriving(from: from, to: to, by: CivilTime(date, arriveBy)) ?? []
        let back = search?.leaving(from: to, to: from, after: CivilTime(date, returnAfter)) ?? []
        let estimates: (outbound: [Journey], homeward: [Journey])
        do {
            estimates = try planner.journeys(
                from: home, to: prison, date: date, arriveBy: arriveBy, returnAfter: returnAfter)
        } catch {
            guard !out.isEmpty, !back.isEmpty else { throw error }
            return (out.bestFirst, back.bestFirst)
        }
        return (Self.merge(out, estimates.outbound), Self.merge(back, estimates.homeward))
    }

    /// Beside a timetable a train that is only assumed has no place; one's own drive has.
    private static func merge(_ journeys: [Journey], _ estimates: [Journey]) -> [Journey] {
        guard !journeys.isEmpty else { return estimates }
        return (journeys + estimates.filter { $0.boardings == 0 }).bestFirst
    }
}

extension [Journey] {
    /// Those that no other beats in departure, arrival and boardings, the shortest first; of equal ones the first.
    var bestFirst: [Journey] {
        let kept = indices.filter { index in
            !indices.contains { other in
                other != index && self[other].dominates(self[index], isEarlierInList: other < index)
            }
        }
        return kept.map { self[$0] }.enumerated()
            .sorted {
                ($0.element.duration, $0.element.boardings, $0.offset)
                    < ($1.element.duration, $1.element.boardings, $1.offset)
            }
            .map(\.element)
    }
}

extension Journey {
    /// Whether this journey leaves no earlier, arrives no later and boards no more often than `other`, and is better in
    /// one of them or stands before it.
    fileprivate func dominates(_ other: Journey, isEarlierInList: Bool) -> Bool {
        guard departs >= other.departs, arrives <= other.arrives, boardings <= other.boardings else { return false }
        return isEarlierInList || departs > other.departs || arrives < other.arrives || boardings < other.boardings
    }
}
