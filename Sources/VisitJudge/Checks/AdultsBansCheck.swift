import VisitModel

extension Check {
    /// No adult is suspended or banned as a visitor on the day. A suspension that names nobody concerns everybody, and
    /// one without an end lasts.
    static let adultsBans = Check(.adultBanned) { visit, world in
        let events = world.events[visit.visit.prisoner, default: []].filter { event in
            event.kind == .visitorSuspended && event.date <= visit.visit.date
                && event.until.map { visit.visit.date <= $0 } ?? true
        }
        return events.flatMap { event in
            let until = event.until.map { [Refusal.Fact("until", "\($0)")] } ?? []
            let banned = visit.visit.adults.filter { event.visitor == nil || event.visitor == $0 }
            return banned.map { adult in
                visit.flag(
                    .adultBanned, adult.subject, [Refusal.Fact("event", event.id.text)] + until)
            }
        }
    }
}
