import VisitModel

extension Check {
    /// What the visit says of itself is true: that there is no school, or is, that it is the first, and that it needs
    /// no night.
    static let sentences = Check(.textUntrue) { visit, world in
        visit.visit.reasons.compactMap { reason in
            switch reason {
            case VisitReason.noSchool, VisitReason.noSchoolOnTheWay:
                guard let day = visit.days.first(where: { visit.hasSchool(on: $0, world) }) else { return nil }
                return visit.flag(.textUntrue, "no-school", ["date": "\(day)"])
            case VisitReason.schoolDay:
                guard !visit.days.contains(where: { visit.hasSchool(on: $0, world) }) else { return nil }
                return visit.flag(.textUntrue, "school-day")
            case VisitReason.firstOnRecord:
                let last = visit.visit.children.map { child in
                    world.met[ChildAndPrisoner(child, visit.visit.prisoner), default: []]
                        .last { $0.date < visit.visit.date }
                }
                guard let held = last.first, let held, !last.contains(nil) else { return nil }
                return visit.flag(.textUntrue, "first-visit", ["visit": held.id.text, "date": "\(held.date)"])
            case VisitReason.oneDay:
                guard visit.days.count > 1 else { return nil }
                return visit.flag(.textUntrue, "one-day", ["until": "\(visit.days.last)"])
            default: return nil
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
