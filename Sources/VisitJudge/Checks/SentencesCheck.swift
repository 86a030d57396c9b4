import VisitModel

extension Check {
    /// What the visit says of itself is true: that there is no school, or is, that it is the first, that it needs
    /// no night, and that others are on its journey.
    static let sentences = Check(.textUntrue) { visit, world in
        visit.visit.reasons.compactMap { reason in
            guard let topic = VisitReason.Topic(of: reason) else { return nil }
            switch topic {
            case .noSchool:
                guard let day = visit.days.first(where: { visit.hasSchool(on: $0, world) }) else { return nil }
                return visit.flag(.textUntrue, topic.rawValue, ["date": "\(day)"])
            case .schoolDay:
                guard !visit.days.contains(where: { visit.hasSchool(on: $0, world) }) else { return nil }
                return visit.flag(.textUntrue, topic.rawValue)
            case .firstVisit, .firstOfSome:
                let last = visit.lastMeetings(world)
                guard let held = last.compactMap(\.self).first, topic == .firstVisit || !last.contains(nil) else {
                    return nil
                }
                return visit.flag(.textUntrue, topic.rawValue, ["visit": held.id.text, "date": "\(held.date)"])
            case .oneDay:
                guard visit.days.count > 1 else { return nil }
                return visit.flag(.textUntrue, topic.rawValue, ["until": "\(visit.days.last)"])
            case .sharedJourney:
                return VisitReason.isOfLostMeeting(reason, on: visit.visit)
                    ? visit.flag(.textUntrue, topic.rawValue) : nil
            }
        }
    }
}

extension JudgedVisit {
    /// The last meeting of each of the children with the prisoner before the visit; nil for one who never was there.
    fileprivate func lastMeetings(_ world: JudgedWorld) -> [Visit?] {
        visit.children.map { child in
            world.met[ChildAndPrisoner(child, visit.prisoner), default: []].last { $0.date < visit.date }
        }
    }

    /// Whether a school of one of the children teaches on `day`.
    fileprivate func hasSchool(on day: Day, _ world: JudgedWorld) -> Bool {
        children.contains { child in
            child.schoolCalendar.flatMap { world.schoolCalendars[$0] }?.teaches(on: day) ?? false
        }
    }
}
