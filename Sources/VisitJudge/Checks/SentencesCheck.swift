import VisitModel

extension Check {
    /// What the visit says of itself is true: that there is no school, or is, that it is the first, and that it needs
    /// no night.
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
            case .firstVisit:
                let last = visit.visit.children.map { child in
                    world.met[ChildAndPrisoner(child, visit.visit.prisoner), default: []]
                        .last { $0.date < visit.visit.date }
                }
                guard let held = last.first, let held, !last.contains(nil) else { return nil }
                return visit.flag(.textUntrue, topic.rawValue, ["visit": held.id.text, "date": "\(held.date)"])
            case .oneDay:
                guard visit.days.count > 1 else { return nil }
                return visit.flag(.textUntrue, topic.rawValue, ["until": "\(visit.days.last)"])
            }
        }
    }
}

extension JudgedVisit {
    /// Whether a school of one of the children teaches on `day`.
    fileprivate func hasSchool(on day: Day, _ world: JudgedWorld) -> Bool {
        children.contains { child in
            child.schoolCalendar.flatMap { world.schoolCalendars[$0] }?.teaches(on: day) ?? false
        }
    }
}
