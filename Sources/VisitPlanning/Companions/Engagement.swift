import VisitModel

/// What an adult is asked for: to be away from home for that time, and to be at these meetings.
struct Engagement: Hashable {
    /// A prisoner and the day on which children meet that prisoner.
    struct Meeting: Hashable {
        let prisoner: Identifier<Prisoner>
        let day: Day
    }

    /// By the clocks of `zone`.
    let timeAway: TimeAway
    let meetings: [Meeting]
    /// The zone of the prison; where nil, that of whoever is asked.
    let zone: String?

    init(_ timeAway: TimeAway, meetings: [Meeting], zone: String? = nil) {
        self.timeAway = timeAway
        self.meetings = meetings
        self.zone = zone
    }

    /// To go along with `party` to `session`, away for that time.
    init(_ party: Party, to session: Session, _ timeAway: TimeAway) {
        self.init(
            timeAway, meetings: [Meeting(prisoner: party.prisoner.id, day: session.date)], zone: party.prison.zone)
    }

    /// To go along to all of these visits on one journey.
    init(_ visits: [PlannedVisit], _ timeAway: TimeAway) {
        self.init(
            timeAway, meetings: visits.map { Meeting(prisoner: $0.party.prisoner.id, day: $0.session.date) },
            zone: visits.first?.party.prison.zone)
    }
}

extension Availability {
    /// Whether `guardian` can do it: free all of the time, and banned from none of the meetings.
    func lets(_ guardian: Guardian, go engagement: Engagement) -> Bool {
        obstacle(of: guardian, during: engagement.timeAway.span, byClockOf: engagement.zone) == nil
            && !isBanned(.guardian(guardian.id), from: engagement)
    }

    /// Whether `escort` can do it: free all of the time, and banned from none of the meetings.
    func lets(_ escort: Escort, go engagement: Engagement) -> Bool {
        obstacle(of: escort, during: engagement.timeAway.span, byClockOf: engagement.zone) == nil
            && !isBanned(.escort(escort.id), from: engagement)
    }

    private func isBanned(_ adult: Visit.Companion, from engagement: Engagement) -> Bool {
        engagement.meetings.contains { ban(of: adult, from: $0.prisoner, on: $0.day) != nil }
    }

    /// Whether `adult` can go along to `prisoner` on none of `days`, for an absence or a ban.
    func keepsAway(_ adult: Visit.Companion, from prisoner: Identifier<Prisoner>, on days: DayRange) -> Bool {
        let person: Absence.Person =
            switch adult {
            case .guardian(let id): .guardian(id)
            case .escort(let id): .escort(id)
            }
        return days.allSatisfy {
            isAbsent(person, allOf: $0) || ban(of: adult, from: prisoner, on: $0) != nil
        }
    }

    /// Whether a child of `party` is absent for any minute of `time`.
    func isAway(_ party: Party, during time: TimeAway) -> Bool {
        party.children.contains { child in
            absence(of: .child(child.id), during: time.span, byClockOf: party.prison.zone) != nil
        }
    }
}
