import VisitModel

extension Check {
    /// No adult is suspended or banned as a visitor on the day. A suspension that names nobody concerns everybody, and
    /// one without an end lasts.
    static let adultsBans = Check(.adultBanned) { visit, world in
        let events = world.events[visit.visit.prisoner, default: []]
        return visit.visit.adults.flatMap { adult in
            events.filter { $0.bans(adult, on: visit.visit.date) }.map { event in
                visit.flag(
                    .adultBanned, adult.subject,
                    [Refusal.Fact("event", event.id.text), Refusal.Fact("from", "\(event.date)")]
                        + (event.until.map { [Refusal.Fact("until", "\($0)")] } ?? [])
                        + (event.visitor == nil ? [Refusal.Fact("visitors", "all")] : []))
            }
        }
    }
}
